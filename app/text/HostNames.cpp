#include "text/HostNames.h"

#include "text/Folding.h"
#include "text/WrittenOutMail.h"

namespace tidemark {

namespace {

bool isHostCharacter(char32_t c)
{
    return c == u'-' || (isWordCharacter(c) && (c < 0x80 || !standsAlone(c)));
}

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

qsizetype labelEnd(QStringView text, qsizetype from, bool (*isPart)(char32_t))
{
    qsizetype end = from;
    while (end < text.size() && isPart(characterAt(text, end)))
        end += unitsOf(characterAt(text, end));
    while (end > from && text.at(end - 1) == u'-')
        --end;
    return end;
}

/// A first label in a script without spaces counts where a dot and a top-level name in Latin letters follow:
/// elsewhere the text just goes on.
qsizetype endOfLabelWithoutSpaces(QStringView text, qsizetype from)
{
    const qsizetype end = labelEnd(text, from, [](char32_t c) { return c == u'-' || isWordCharacter(c); });
    const bool isHost = end + 1 < text.size() && writtenOutDot(text, end) == 1 && isAsciiLetter(text.at(end + 1));
    return isHost ? end : from;
}

} // namespace

qsizetype hostEndAt(QStringView text, qsizetype from)
{
    constexpr qsizetype shortestTopLevel = 2;
    qsizetype whole = 0;
    qsizetype label = from;
    for (;;) {
        qsizetype end = labelEnd(text, label, isHostCharacter);
        if (end == label && label == from)
            end = endOfLabelWithoutSpaces(text, label);
        const bool topLevel = label > from && end - label >= shortestTopLevel && !text.at(label).isDigit();
        if (topLevel)
            whole = end;
        const qsizetype dot = writtenOutDot(text, end);
        if (end == label || dot == 0)
            return whole;
        label = end + dot;
    }
}

} // namespace tidemark
