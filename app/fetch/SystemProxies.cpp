#include "fetch/SystemProxies.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tidemark {

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery &query)
{
    const QString host = query.peerHostName();
    if (host == "localhost"_L1 || QHostAddress(host).isLoopback())
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

QString SystemProxies::proxyFor(const QUrl &address)
{
    const QList<QNetworkProxy> proxies = SystemProxies().queryProxy(QNetworkProxyQuery(address));
    const QNetworkProxy first = proxies.value(0, QNetworkProxy(QNetworkProxy::NoProxy));
    return first.type() == QNetworkProxy::NoProxy ? QString() : u"%1:%2"_s.arg(first.hostName()).arg(first.port());
}

} // namespace tidemark
