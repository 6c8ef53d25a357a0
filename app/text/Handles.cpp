#include "text/Handles.h"

#include "text/Folding.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool isAsciiWord(char32_t c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_';
}

/// The end of a plain name: letters, digits, underscores. A name that begins in a script without spaces may go on
/// in it; any other ends there, for Japanese glues its particles to names.
qsizetype nameEnd(QStringView text, qsizetype from)
{
    constexpr char32_t wideUnderscore = 0xff3f;
    while (from < text.size() && isInvisible(characterAt(text, from)))
        from += unitsOf(characterAt(text, from));
    if (from >= text.size())
        return from;
    const bool anyScript = standsAlone(characterAt(text, from));
    qsizetype end = from;
    qsizetype last = from;
    while (end < text.size()) {
        const char32_t character = characterAt(text, end);
        const bool part = character < 0x80
            ? isAsciiWord(character)
            : character == wideUnderscore || (isWordCharacter(character) && (anyScript || !standsAlone(character)));
        if (!part && !isInvisible(character))
            break;
        end += unitsOf(character);
        if (part)
            last = end;
    }
    return last;
}

/// The end of a name with dots and hyphens; hyphens count only where a dot makes it a host's name. What follows a
/// dot is the next sentence where it begins in upper case, unless a second dot makes it a host's name.
qsizetype dottedEnd(QStringView text, qsizetype end, int dotsForUpperCase)
{
    int dots = 0;
    qsizetype lower = end;
    bool allLower = true;
    qsizetype extended = end;
    while (extended + 1 < text.size() && (text.at(extended) == u'.' || text.at(extended) == u'-')
           && isAsciiWord(text.at(extended + 1).unicode())) {
        dots += text.at(extended) == u'.' ? 1 : 0;
        allLower = allLower && !text.at(extended + 1).isUpper();
        extended = nameEnd(text, extended + 1);
        if (allLower && dots > 0)
            lower = extended;
    }
    return dots >= dotsForUpperCase ? extended : lower;
}

/// The end of @server after a name, or the name's end.
qsizetype serverEnd(QStringView text, qsizetype end)
{
    if (end >= text.size() || !isAtSign(text.at(end)))
        return end;
    const qsizetype host = nameEnd(text, end + 1);
    const qsizetype whole = dottedEnd(text, host, 1);
    return host > end + 1 && whole > host ? whole : end;
}

bool looksLikeName(QStringView name)
{
    constexpr qsizetype fewestDigits = 4;
    qsizetype digits = 0;
    for (const QChar c : name) {
        if (c.isLetter() || c == u'_' || c.isSurrogate())
            return true;
        digits += c.isDigit() ? 1 : 0;
    }
    return digits >= fewestDigits;
}

/// "RT@name", as it is often written without the space.
bool followsRetweet(QStringView text, qsizetype at)
{
    if (at < 2 || text.sliced(at - 2, 2).compare("RT"_L1, Qt::CaseInsensitive) != 0)
        return false;
    const char32_t before = characterBefore(text, at - 2);
    return !isWordCharacter(before) && before != u'_' && before != u'.' && before != u'-' && before != u'+';
}

} // namespace

bool isInvisible(char32_t character)
{
    return character == 0xad || (character >= 0x80 && isDropped(character) && !isMark(character));
}

bool isGluedMention(QStringView text, qsizetype at)
{
    constexpr qsizetype longestHashtag = 140;
    const QChar before = at > 0 ? text.at(at - 1) : QChar();
    const QChar first = at + 1 < text.size() ? text.at(at + 1) : QChar();
    if (!isAsciiWord(before.unicode()) || before == u'_' || !first.isLetter())
        return false;
    const qsizetype end = nameEnd(text, at + 1);
    const bool isWritten = before.isDigit() || (before.isLower() && first.isUpper())
        || text.sliced(at + 1, end - at - 1).contains(u'_');
    qsizetype start = at;
    while (start > 0 && at - start < longestHashtag && isAsciiWord(text.at(start - 1).unicode()))
        --start;
    return isWritten || (start > 0 && text.at(start - 1) == u'#');
}

qsizetype handleLengthAt(QStringView text, qsizetype at)
{
    const char32_t before = characterBefore(text, at);
    const bool inWord = before == u'_' || (isWordCharacter(before) && !standsAlone(before));
    if (inWord && !followsRetweet(text, at))
        return 0;
    constexpr int dotsOfHost = 2;
    const qsizetype plain = nameEnd(text, at + 1);
    if (!looksLikeName(text.sliced(at + 1, plain - at - 1)))
        return 0;
    return serverEnd(text, dottedEnd(text, plain, dotsOfHost)) - at;
}

} // namespace tidemark
