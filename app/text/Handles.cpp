#include "text/Handles.h"

#include "text/Folding.h"

#include <algorithm>
#include <array>

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

/// Whether a word stands right before a place, and is one by itself.
bool followsWord(QStringView text, qsizetype at, QStringView word)
{
    const qsizetype start = at - word.size();
    if (start < 0 || text.sliced(start, word.size()).compare(word, Qt::CaseInsensitive) != 0)
        return false;
    const char32_t before = characterBefore(text, start);
    return !isWordCharacter(before) && before != u'_' && before != u'.' && before != u'-' && before != u'+'
        && before != u'@';
}

/// "RT@name", "via@name": words that go before a name, as they are often written without the space.
bool followsCredit(QStringView text, qsizetype at)
{
    static constexpr std::array credits{QStringView(u"RT"), QStringView(u"via"), QStringView(u"cc"),
                                        QStringView(u"by"), QStringView(u"ht"),  QStringView(u"h/t")};
    return std::any_of(credits.begin(), credits.end(),
                       [&](QStringView credit) { return followsWord(text, at, credit); });
}

bool isWithinWord(QStringView text, qsizetype at)
{
    const char32_t before = characterBefore(text, at);
    return isWordCharacter(before) && !standsAlone(before);
}

/// What no word of a sentence looks like: anna_b, anna99.
bool isUnlikelyWord(QStringView name)
{
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    return name.contains(u'_')
        || (!name.isEmpty() && name.front().isLetter() && std::any_of(name.begin(), name.end(), isDigit));
}

/// The length from a sign to the end of the name that begins at a place; 0 if none does.
qsizetype lengthToEndOfName(QStringView text, qsizetype sign, qsizetype name)
{
    constexpr int dotsOfHost = 2;
    const qsizetype plain = nameEnd(text, name);
    if (!looksLikeName(text.sliced(name, plain - name)))
        return 0;
    return serverEnd(text, dottedEnd(text, plain, dotsOfHost)) - sign;
}

} // namespace

bool isInvisible(char32_t character)
{
    return character == 0xad || (character >= 0x80 && isDropped(character) && !isMark(character));
}

bool isGluedMention(QStringView text, qsizetype at)
{
    constexpr qsizetype longestHashtag = 140;
    const char32_t before = characterBefore(text, at);
    const QChar first = at + 1 < text.size() ? text.at(at + 1) : QChar();
    if (before >= 0x80)
        return isWordCharacter(before) && isAsciiWord(first.unicode()) && !first.isDigit();
    if (!isAsciiWord(before) || before == u'_' || !first.isLetter())
        return false;
    const QChar last = text.at(at - 1);
    const qsizetype end = nameEnd(text, at + 1);
    const bool isWritten
        = last.isDigit() || (last.isLower() && first.isUpper()) || text.sliced(at + 1, end - at - 1).contains(u'_');
    qsizetype start = at;
    while (start > 0 && at - start < longestHashtag && isAsciiWord(text.at(start - 1).unicode()))
        --start;
    return isWritten || (start > 0 && text.at(start - 1) == u'#');
}

qsizetype handleLengthAt(QStringView text, qsizetype at)
{
    if (isWithinWord(text, at) && !followsCredit(text, at))
        return 0;
    return lengthToEndOfName(text, at, at + 1);
}

qsizetype tornHandleLengthAt(QStringView text, qsizetype at, bool isTorn)
{
    const qsizetype name = at + 2;
    if (name >= text.size() || text.at(at + 1) != u' ' || isWithinWord(text, at))
        return 0;
    const bool isRetweet = at > 0 && text.at(at - 1) == u' ' && followsWord(text, at - 1, u"RT");
    const bool isName = isTorn || isRetweet || isUnlikelyWord(text.sliced(name, nameEnd(text, name) - name));
    return isName ? lengthToEndOfName(text, at, name) : 0;
}

} // namespace tidemark
