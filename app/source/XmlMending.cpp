#include "source/XmlMending.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Xml)
};

/// How much stands before the XML declaration, which must come first: blanks and comments.
qsizetype placeOfDeclaration(const QByteArray &document)
{
    qsizetype place = 0;
    while (place < document.size()) {
        if (QByteArrayView(document).sliced(place).startsWith("<?xml"))
            return place;
        if (QByteArrayView(document).sliced(place).startsWith("<!--")) {
            const qsizetype end = document.indexOf("-->", place + 4);
            if (end < 0)
                return 0;
            place = end + 3;
        } else if (uchar(document[place]) <= ' ') {
            ++place;
        } else {
            return 0;
        }
    }
    return 0;
}

bool isForbidden(char c)
{
    return uchar(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
        || c == '.' || c == ':' || uchar(c) >= 0x80;
}

/// The place behind the reference that begins with an ampersand; 0 if none does.
qsizetype endOfReference(const QByteArray &document, qsizetype ampersand)
{
    constexpr qsizetype longest = 64;
    qsizetype place = ampersand + 1;
    const bool isNumber = place < document.size() && document[place] == '#';
    place += isNumber;
    const qsizetype start = place;
    while (place < document.size() && place - start < longest && isNameByte(document[place]))
        ++place;
    const bool isNamed = isNumber || (start < document.size() && (document[start] < '0' || document[start] > '9'));
    return place > start && place < document.size() && document[place] == ';' && isNamed ? place + 1 : 0;
}

/// Whether a reference stands for a character that XML doesn't allow, as &#0; and &#xD800; do.
bool namesForbidden(QByteArrayView reference)
{
    if (!reference.startsWith("&#"))
        return false;
    const bool isHexadecimal = reference.startsWith("&#x");
    const auto digits = reference.sliced(isHexadecimal ? 3 : 2).chopped(1);
    bool isNumber = false;
    const uint c = digits.toUInt(&isNumber, isHexadecimal ? 16 : 10);
    const bool isAllowed = c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800)
        || (c >= 0xE000 && c < 0xFFFE) || (c >= 0x10000 && c <= 0x10FFFF);
    return !isNumber || !isAllowed;
}

/// The end of a section that holds no references, or of all; 0 if none begins here.
qsizetype endOfVerbatim(const QByteArray &document, qsizetype place)
{
    const QByteArrayView rest = QByteArrayView(document).sliced(place);
    for (const auto &[start, end] : {std::pair("<![CDATA[", "]]>"), std::pair("<!--", "-->")}) {
        if (!rest.startsWith(start))
            continue;
        const qsizetype found = document.indexOf(end, place + qsizetype(qstrlen(start)));
        return found < 0 ? document.size() : found + 3;
    }
    return 0;
}

} // namespace

MendedXml mendedXml(const QByteArray &document)
{
    MendedXml mended;
    mended.document.reserve(document.size() + 64);
    int forbidden = 0;
    int ampersands = 0;
    qsizetype verbatimTo = 0;
    for (qsizetype place = placeOfDeclaration(document); place < document.size(); ++place) {
        const char c = document[place];
        if (c == '<' && place >= verbatimTo)
            verbatimTo = endOfVerbatim(document, place);
        const bool mayRefer = c == '&' && place >= verbatimTo;
        const qsizetype end = mayRefer ? endOfReference(document, place) : place + 1;
        if (end == 0) {
            mended.document += "&amp;";
            ++ampersands;
        } else if (isForbidden(c) || namesForbidden(QByteArrayView(document).sliced(place, end - place))) {
            mended.document += "\xEF\xBF\xBD";
            ++forbidden;
            place = end - 1;
        } else {
            mended.document += c;
        }
    }
    if (forbidden > 0) {
        mended.notes << Words::tr(
            "%n characters that XML doesn't allow were replaced by the sign for an unreadable one.", nullptr,
            forbidden);
    }
    if (ampersands > 0)
        mended.notes << Words::tr("%n signs & that stood alone were taken as text.", nullptr, ampersands);
    return mended;
}

} // namespace tidemark
