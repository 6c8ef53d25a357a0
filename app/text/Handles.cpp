#include "text/Handles.h"

#include "text/Folding.h"

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
    if (from >= text.size())
        return from;
    const bool anyScript = standsAlone(characterAt(text, from));
    qsizetype end = from;
    while (end < text.size()) {
        const char32_t character = characterAt(text, end);
        const bool part = character < 0x80 ? isAsciiWord(character)
                                           : isWordCharacter(character) && (anyScript || !standsAlone(character));
        if (!part)
            break;
        end += unitsOf(character);
    }
    return end;
}

bool isLowerOrDigit(QStringView text, qsizetype at)
{
    if (at >= text.size())
        return false;
    const char16_t c = text.at(at).unicode();
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

/// The end of a name with dots and hyphens; hyphens count only where a dot makes it a host's name.
qsizetype dottedEnd(QStringView text, qsizetype end)
{
    bool dotted = false;
    qsizetype extended = end;
    while (extended < text.size() && (text.at(extended) == u'.' || text.at(extended) == u'-')
           && isLowerOrDigit(text, extended + 1)) {
        dotted = dotted || text.at(extended) == u'.';
        extended = nameEnd(text, extended + 1);
    }
    return dotted ? extended : end;
}

/// The end of @server after a name, or the name's end.
qsizetype serverEnd(QStringView text, qsizetype end)
{
    if (end >= text.size() || !isAtSign(text.at(end)))
        return end;
    const qsizetype host = nameEnd(text, end + 1);
    const qsizetype whole = dottedEnd(text, host);
    return host > end + 1 && whole > host ? whole : end;
}

bool looksLikeName(QStringView name)
{
    constexpr qsizetype fewestDigits = 4;
    for (const QChar c : name) {
        if (c < u'0' || c > u'9')
            return true;
    }
    return name.size() >= fewestDigits;
}

} // namespace

qsizetype handleLengthAt(QStringView text, qsizetype at)
{
    const char32_t before = characterBefore(text, at);
    if (before == u'_' || (isWordCharacter(before) && !standsAlone(before)))
        return 0;
    const qsizetype plain = nameEnd(text, at + 1);
    if (!looksLikeName(text.sliced(at + 1, plain - at - 1)))
        return 0;
    return serverEnd(text, dottedEnd(text, plain)) - at;
}

} // namespace tidemark
