#include "text/WrittenOutMail.h"

#include <QString>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

constexpr qsizetype mostSpaces = 2;

qsizetype afterSpaces(QStringView text, qsizetype at)
{
    const qsizetype from = at;
    while (at < text.size() && at - from < mostSpaces && text.at(at) == u' ')
        ++at;
    return at;
}

/// Null for what opens nothing.
QChar closingOf(QChar opening)
{
    switch (opening.unicode()) {
    case u'[':
        return u']';
    case u'(':
        return u')';
    case u'{':
        return u'}';
    case u'<':
        return u'>';
    default:
        return {};
    }
}

/// The end of "[word]" at a place, spaces inside the brackets and behind them included; 0 if it isn't there.
qsizetype bracketedEnd(QStringView text, qsizetype at, QStringView word)
{
    const QChar closing = at < text.size() ? closingOf(text.at(at)) : QChar();
    if (closing.isNull())
        return 0;
    qsizetype place = afterSpaces(text, at + 1);
    if (text.mid(place, word.size()).compare(word, Qt::CaseInsensitive) != 0)
        return 0;
    place = afterSpaces(text, place + word.size());
    return place < text.size() && text.at(place) == closing ? afterSpaces(text, place + 1) : 0;
}

/// The end of a word at a place that has a space on either side, or an underscore; 0 if it isn't there.
qsizetype spokenEnd(QStringView text, qsizetype at, QStringView word)
{
    const qsizetype end = at + word.size();
    if (at == 0 || end >= text.size() || text.at(at - 1) != text.at(end)
        || (text.at(end) != u' ' && text.at(end) != u'_'))
        return 0;
    return text.sliced(at, word.size()).compare(word, Qt::CaseInsensitive) == 0 ? end + 1 : 0;
}

} // namespace

WrittenAtSign writtenAtSign(QStringView text, qsizetype at)
{
    static constexpr std::array sure{QStringView(u"at"), QStringView(u"\u00e4t"), QStringView(u"arroba"),
                                     QStringView(u"@")};
    const bool isBracket = at < text.size() && !closingOf(text.at(at)).isNull();
    for (const QStringView word : sure) {
        if (const qsizetype end = isBracket ? bracketedEnd(text, at, word) : 0)
            return {end - at, AtSign::Sure};
    }
    if (const qsizetype end = isBracket ? bracketedEnd(text, at, u"a") : 0)
        return {end - at, AtSign::Apart};
    const qsizetype end = spokenEnd(text, at, u"at");
    return end > 0 ? WrittenAtSign{end - at, AtSign::Spoken} : WrittenAtSign{};
}

bool isMailAround(QStringView local, QStringView host, AtSign sign)
{
    static constexpr std::array providers{
        QStringView(u"gmail"), QStringView(u"googlemail"), QStringView(u"hotmail"),    QStringView(u"outlook"),
        QStringView(u"yahoo"), QStringView(u"ymail"),      QStringView(u"icloud"),     QStringView(u"aol"),
        QStringView(u"gmx"),   QStringView(u"protonmail"), QStringView(u"rediffmail"), QStringView(u"yandex"),
        QStringView(u"naver"), QStringView(u"libero"),     QStringView(u"wanadoo"),
    };
    if (sign == AtSign::Sure)
        return true;
    const QStringView name = local.endsWith(u'_') ? local.chopped(1) : local;
    if (name.isEmpty())
        return false;
    const qsizetype label
        = std::find_if_not(host.begin(), host.end(), [](QChar c) { return c.isLetter(); }) - host.begin();
    const bool isProvider = std::any_of(providers.begin(), providers.end(), [&](QStringView provider) {
        return host.first(label).compare(provider, Qt::CaseInsensitive) == 0;
    });
    const bool isDotted
        = name.front().isLetter() && name.back().isLetterOrNumber() && (name.contains(u'.') || name.contains(u'_'));
    switch (sign) {
    case AtSign::Behind:
        return isProvider;
    case AtSign::Spoken: {
        const bool hasDigit = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isDigit(); });
        return isDotted || (isProvider && (hasDigit || !host.contains(u'.')));
    }
    default:
        return isProvider || isDotted;
    }
}

qsizetype writtenOutDot(QStringView text, qsizetype at)
{
    if (at < text.size() && (text.at(at) == u'.' || text.at(at) == u'\uff0e'))
        return 1;
    if (const qsizetype end = spokenEnd(text, at + 1, u"dot"))
        return end - at;
    const qsizetype end = bracketedEnd(text, afterSpaces(text, at), u"dot");
    return end > 0 ? end - at : 0;
}

} // namespace tidemark
