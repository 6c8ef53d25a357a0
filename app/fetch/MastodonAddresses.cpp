#include "fetch/MastodonAddresses.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tidemark {

namespace {

QUrl at(const QUrl &server, const QString &path, const QUrlQuery &query = {})
{
    QUrl address = server.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    address.setPath(path);
    if (!query.isEmpty())
        address.setQuery(query);
    return address;
}

} // namespace

QString statusNumber(const QUrl &status)
{
    static const QRegularExpression pattern(u"^/(?:ap/)?users/[^/]+/statuses/(\\d+)$"_s);
    return pattern.match(status.path()).captured(1);
}

QUrl statusAddress(const QUrl &status)
{
    return at(status, u"/api/v1/statuses/"_s + statusNumber(status));
}

QUrl statusesAddress(const QUrl &status, const QStringList &numbers)
{
    QUrlQuery query;
    for (const QString &number : numbers)
        query.addQueryItem(u"id[]"_s, number);
    return at(status, u"/api/v1/statuses"_s, query);
}

QUrl accountAbove(const QUrl &status)
{
    const QString path = status.path().section(u'/', 0, -3);
    return path.isEmpty() ? QUrl() : at(status, path);
}

QUrl newestAddress(const QUrl &status)
{
    return at(status, u"/api/v1/timelines/public"_s, QUrlQuery(u"local=true&limit=1"_s));
}

QUrl instanceAddress(const QUrl &status, int version)
{
    return at(status, u"/api/v%1/instance"_s.arg(version));
}

} // namespace tidemark
