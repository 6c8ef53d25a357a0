#pragma once

#include "text/Identifiers.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tidemark {

/// A link taken apart as far as is needed to see whether it leads to somebody.
struct PlatformAddress
{
    QString host;     ///< lower case, without www. and the like
    QStringList path; ///< lower case
    QString query;    ///< lower case

    [[nodiscard]] QString part(qsizetype i) const { return path.value(i); }
};

/// A host's name as it is known: lower case, without a user's name, a port or a front such as "www." or "mobile.".
QString plainHostName(QStringView host);

/// A link's parts; the scheme may be missing.
PlatformAddress platformAddress(QStringView link);

/// Whether a host is one of a platform, a mirror of one, or a blog named after its writer.
bool isKnownPlatform(const QString &host);

/// Whether an address is a person's page or a single post: on known platforms by their paths, on any other host by
/// /@name and /users/name, as Mastodon's many servers have them.
std::optional<Identifier::Kind> personalAddressKind(const PlatformAddress &address);

} // namespace tidemark
