#pragma once

#include <QStringView>

namespace tidemark {

/// The length of the link that begins at a place, to its end; 0 if none does. Links are http://, https:// and
/// pic.twitter.com/ anywhere (scrapers glue them to the word before), www. and t.co/ where no word goes on.
/// Punctuation that closes a sentence is not counted to the link.
qsizetype linkLengthAt(QStringView text, qsizetype at);

/// A quick look at two characters, for every place of a text: false where linkLengthAt() is 0.
inline bool mayBeginLink(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size())
        return false;
    const auto folded = [text](qsizetype place) { return text[place].unicode() | 0x20; };
    switch (folded(at)) {
    case u'h':
        return folded(at + 1) == u't';
    case u'p':
        return folded(at + 1) == u'i';
    case u'w':
        return folded(at + 1) == u'w';
    case u't':
        return text[at + 1] == u'.';
    default:
        return false;
    }
}

/// The end of a link's characters from a place on, closing punctuation left out.
qsizetype linkEnd(QStringView text, qsizetype from);

} // namespace tidemark
