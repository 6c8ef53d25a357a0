#pragma once

#include <QStringView>

namespace tidemark {

/// Where a name stands that a text gives behind a service's: "IG: anna_b", "snapchat anna99", "insta (anna_b)".
struct NamedAccount
{
    qsizetype start = 0;
    qsizetype length = 0; ///< 0: none
};

/// Whether a whole word is a service's name, in whatever case. Quick: nearly every word of a text is asked.
bool isServiceName(QStringView word);

/// The account that is named behind the service whose name begins at a place. Only names with a digit, an
/// underscore or a dot within count: any other may be the next word of the sentence. A link is no name, but may be
/// the beginning of a mail address.
NamedAccount namedAccountAt(QStringView text, qsizetype at);

} // namespace tidemark
