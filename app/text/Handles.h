#pragma once

#include <QStringView>

namespace tidemark {

inline bool isAtSign(QChar c)
{
    return c == u'@' || c == u'\uff20' || c == u'\ufe6b';
}

/// Zero-width characters, soft hyphens and the like, which people put into a name so that nobody is notified. The
/// joiners of emoji are among them, which no name or address holds.
bool isInvisible(char32_t character);

/// The length of the @name or @name@server that begins at a place, the sign included; 0 if none does (a mail
/// address, an hour, a lone sign). A name goes on over `.` where a lower-case letter, a digit or `_` follows, as in
/// Instagram's and Bluesky's names; in upper case only with a second dot (@Name.Bsky.Social). Zero-width characters
/// inside it belong to it.
qsizetype handleLengthAt(QStringView text, qsizetype at);

/// The length of "@ name", torn apart by a space, that begins at a place; 0 if none does. As "@ home" is mostly
/// something else, it counts before what no word looks like (anna_b, anna99), behind RT, and in a text that is
/// torn: whose tags, too, stand apart from their signs.
qsizetype tornHandleLengthAt(QStringView text, qsizetype at, bool isTorn);

/// Whether the sign at a place, though glued to the word before it, is meant as a name's: behind a hashtag, a
/// number or a letter outside ASCII (#MeToo@anna), where upper case begins after lower case (thanks@Anna), or
/// before a name with an underscore. Any other sign inside a word is a letter in disguise, as in "sh@me".
bool isGluedMention(QStringView text, qsizetype at);

} // namespace tidemark
