#include "text/Links.h"

#include "text/Folding.h"

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

bool isLinkCharacter(char32_t character)
{
    if (character <= 0x20 || character == 0x7f)
        return false;
    switch (character) {
    case u'<':
    case u'>':
    case u'"':
    case u'{':
    case u'}':
    case u'|':
    case u'\\':
    case u'^':
    case u'`':
        return false;
    default:
        break;
    }
    if (character < 0x80)
        return true;
    return isWordCharacter(character) && !standsAlone(character);
}

bool closesSentence(QChar c)
{
    return QStringView(u".,;:!?'*)]").contains(c);
}

} // namespace

qsizetype linkEnd(QStringView text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size()) {
        const char32_t character = characterAt(text, end);
        if (!isLinkCharacter(character))
            break;
        end += unitsOf(character);
    }
    while (end > from && closesSentence(text.at(end - 1)))
        --end;
    return end;
}

qsizetype linkLengthAt(QStringView text, qsizetype at)
{
    if (!mayBeginLink(text, at))
        return 0;
    const auto begins = [rest = text.mid(at)](QLatin1StringView prefix) {
        return rest.startsWith(prefix, Qt::CaseInsensitive) ? prefix.size() : 0;
    };
    qsizetype prefix = 0;
    switch (text.at(at).unicode()) {
    case u'h':
    case u'H':
        prefix = begins("http://"_L1) + begins("https://"_L1);
        break;
    case u'p':
    case u'P':
        prefix = begins("pic.twitter.com/"_L1);
        break;
    case u'w':
    case u'W':
    case u't':
    case u'T': {
        const char32_t before = characterBefore(text, at);
        if (before != u'_' && before != u'@' && before != u'#' && (!isWordCharacter(before) || standsAlone(before)))
            prefix = begins("www."_L1) + begins("t.co/"_L1);
        break;
    }
    default:
        break;
    }
    return prefix == 0 ? 0 : linkEnd(text, at + prefix) - at;
}

} // namespace tidemark
