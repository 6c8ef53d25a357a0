#include "text/WrittenOutMail.h"

#include <QString>

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
qsizetype bracketedEnd(QStringView text, qsizetype at, QLatin1StringView word)
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

} // namespace

qsizetype writtenOutAtSign(QStringView text, qsizetype at)
{
    const qsizetype end = bracketedEnd(text, at, "at"_L1);
    return end > 0 ? end - at : 0;
}

qsizetype writtenOutDot(QStringView text, qsizetype at)
{
    if (at < text.size() && (text.at(at) == u'.' || text.at(at) == u'\uff0e'))
        return 1;
    const qsizetype end = bracketedEnd(text, afterSpaces(text, at), "dot"_L1);
    return end > 0 ? end - at : 0;
}

} // namespace tidemark
