#include "source/TweetText.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

/// Where the code point with a number stands in UTF-16, counted from a place whose number is known.
qsizetype placeOfCodePoint(QStringView text, qint64 number)
{
    qsizetype place = 0;
    for (; number > 0 && place < text.size(); --number) {
        const bool isPair
            = text[place].isHighSurrogate() && place + 1 < text.size() && text[place + 1].isLowSurrogate();
        place += isPair ? 2 : 1;
    }
    return place;
}

QString displayed(const QString &text, const Json &range)
{
    QVector<qint64> ends;
    range.forEach([&](Json end) { ends << end.integer().value_or(-1); });
    if (ends.size() != 2 || ends[0] < 0 || ends[1] < ends[0])
        return text;
    const qsizetype start = placeOfCodePoint(text, ends[0]);
    const QString cut = text.mid(start, placeOfCodePoint(text, ends[1]) - start);
    return cut.isEmpty() ? text : cut;
}

void collectLinks(const Json &list, QHash<QString, QString> &links)
{
    list.forEach([&](Json entry) {
        const QString target = entry["expanded_url"].text();
        if (!target.isEmpty())
            links.insert(entry["url"].text(), target);
    });
}

bool endsLink(QChar c)
{
    return !(c.unicode() < 128 && c.isLetterOrNumber()) && c != u'/' && c != u':' && c != u'.';
}

/// One pass from left to right, so that a target that holds a short link again stays as it is.
QString withLinks(const QString &text, const QHash<QString, QString> &links)
{
    if (links.isEmpty())
        return text;
    QString result;
    qsizetype done = 0;
    for (qsizetype start = text.indexOf("http"_L1); start >= 0; start = text.indexOf("http"_L1, start + 4)) {
        qsizetype end = start;
        while (end < text.size() && end - start < 100 && !endsLink(text[end]))
            ++end;
        const auto target = links.constFind(text.mid(start, end - start));
        if (target == links.constEnd())
            continue;
        result += QStringView(text).mid(done, start - done);
        result += *target;
        done = end;
    }
    result += QStringView(text).mid(done);
    return result;
}

QString decoded(QString text)
{
    if (text.contains(u'&'))
        text.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&amp;"_L1, "&"_L1);
    return text;
}

} // namespace

QString tweetText(const QString &text, const Json &range, const Json &urls, const Json &media)
{
    QHash<QString, QString> links;
    collectLinks(urls, links);
    collectLinks(media, links);
    // Decoding comes before the links are put in: an address may hold &amp; itself.
    return withLinks(decoded(displayed(text, range)), links);
}

QString tweetLink(const QString &handle, const QString &id)
{
    if (id.isEmpty())
        return {};
    return u"https://twitter.com/%1/status/%2"_s.arg(handle.isEmpty() ? u"i"_s : handle, id);
}

QString withheldForCopyright()
{
    return u"XY"_s;
}

QStringList membersOf(const Json &list, std::string_view member)
{
    QStringList values;
    list.forEach([&](Json entry) {
        const QString value = entry[member].text();
        if (!value.isEmpty())
            values << value;
    });
    return values;
}

} // namespace tidemark
