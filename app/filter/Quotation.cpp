#include "filter/Quotation.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tidemark {

QString isolated(QStringView text)
{
    QString inside = text.toString();
    // A stray "pop isolate" would close ours early.
    inside.remove(QChar(0x2069));
    return QChar(0x2068) + inside + QChar(0x2069);
}

QString quotedForPeople(QStringView text)
{
    constexpr qsizetype most = 60;
    if (text.size() <= most)
        return u'\u201c' + isolated(text) + u'\u201d';
    const bool splitsPair = text.at(most - 1).isHighSurrogate();
    return u'\u201c' + isolated(text.first(splitsPair ? most - 1 : most)) + u"\u2026\u201d"_s;
}

QString quotedForQuery(QStringView text)
{
    QString inside = text.toString();
    inside.replace(u'"', u"\"\""_s);
    return u'"' + inside + u'"';
}

QString valueForQuery(const QString &text)
{
    const bool bare = !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.' || c == u'/';
    });
    return bare ? text : quotedForQuery(text);
}

} // namespace tidemark
