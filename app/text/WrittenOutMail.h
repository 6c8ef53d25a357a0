#pragma once

#include <QStringView>

namespace tidemark {

/// How a mail address's sign is written, which says how sure it is that it is one's.
enum class AtSign : quint8 {
    Sure,   ///< anna@, "[at]", "(arroba)"
    Apart,  ///< with a space behind it; "(a)"
    Behind, ///< with a space before it alone, as any @name
    Spoken  ///< " at ", "_at_"
};

struct WrittenAtSign
{
    qsizetype length = 0; ///< with the spaces behind; 0: there is none
    AtSign sign = AtSign::Sure;
};

/// The at sign that is written out at a place: "[at]", "(at)", "{at}" in any case, or "at" between two spaces or
/// underscores.
WrittenAtSign writtenAtSign(QStringView text, qsizetype at);

/// Whether what stands before and behind a sign makes a mail address. Where the sign isn't sure it takes a host
/// that is known for mail, or a name with a dot or an underscore, which "meet me at noon.com" has not.
bool isMailAround(QStringView local, QStringView host, AtSign sign);

/// The length of a dot at a place: ".", its full-width form, or one written out as " [dot] ", "(dot)", " dot " and
/// the like, with the spaces around it; 0 if there is none.
qsizetype writtenOutDot(QStringView text, qsizetype at);

} // namespace tidemark
