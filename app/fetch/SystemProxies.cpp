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

bool SystemProxies::isDirect(const QUrl &address)
{
    const QList<QNetworkProxy> proxies = SystemProxies().queryProxy(QNetworkProxyQuery(address));
    return proxies.isEmpty() || proxies.constFirst().type() == QNetworkProxy::NoProxy;
}

} // namespace tidemark
