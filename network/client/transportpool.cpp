// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "transportpool.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

namespace Gatescope {

namespace {

bool isLoopback(const QString &host)
{
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0
        || QHostAddress(host).isLoopback();
}

/// The application's proxies, but none for this computer itself: the sandbox is nobody else's business.
class DirectLoopback : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return proxyForQuery(query);
    }
};

} // namespace

bool TransportPool::usesProxy(const QUrl &url)
{
    const QList<QNetworkProxy> proxies = DirectLoopback().queryProxy(QNetworkProxyQuery(url));
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
}

QNetworkAccessManager &TransportPool::managerFor(const QString &caFile)
{
    std::unique_ptr<QNetworkAccessManager> &manager = m_managers[caFile];
    if (!manager) {
        manager = std::make_unique<QNetworkAccessManager>();
        manager->setProxyFactory(new DirectLoopback);
    }
    return *manager;
}

} // namespace Gatescope
