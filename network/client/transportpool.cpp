// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "transportpool.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

#include <algorithm>

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

bool isBusy(const QNetworkAccessManager &manager)
{
    const auto replies = manager.findChildren<QNetworkReply *>(QString(), Qt::FindDirectChildrenOnly);
    return std::any_of(
        replies.begin(), replies.end(), [](const QNetworkReply *reply) { return reply->isRunning(); });
}

} // namespace

bool TransportPool::usesProxy(const QUrl &url)
{
    const QList<QNetworkProxy> proxies = DirectLoopback().queryProxy(QNetworkProxyQuery(url));
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
}

QNetworkAccessManager &TransportPool::managerFor(const QString &caFile, std::chrono::milliseconds keepAlive)
{
    Transport &transport = m_transports[caFile];
    if (!transport.manager) {
        transport.manager = std::make_unique<QNetworkAccessManager>();
        transport.manager->setProxyFactory(new DirectLoopback);
    } else if (transport.fresh.hasExpired() && !isBusy(*transport.manager)) {
        transport.manager->clearConnectionCache();
    }
    transport.fresh.setRemainingTime(keepAlive);
    return *transport.manager;
}

} // namespace Gatescope
