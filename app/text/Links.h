#pragma once

#include <QStringView>

namespace tidemark {

/// The length of the link that begins at a place, to its end; 0 if none does. Links are http://, https:// and
/// pic.twitter.com/ anywhere (scrapers glue them to the word before), www. and t.co/ where no word goes on.
/// Punctuation that closes a sentence is not counted to the link.
qsizetype linkLengthAt(QStringView text, qsizetype at);

/// A quick look at two characters: false where linkLengthAt() is 0.
bool mayBeginLink(QStringView text, qsizetype at);

/// The end of a link's characters from a place on, closing punctuation left out.
qsizetype linkEnd(QStringView text, qsizetype from);

} // namespace tidemark
