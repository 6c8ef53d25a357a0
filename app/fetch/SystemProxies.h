#pragma once

#include <QNetworkProxyFactory>

namespace tidemark {

/// The proxies that the system is set up with; none for this machine itself.
class SystemProxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

    /// The host of the proxy through which an address is asked; empty: it is asked directly, so that its host's
    /// name is looked up here.
    static QString proxyFor(const QUrl &address);
};

} // namespace tidemark
