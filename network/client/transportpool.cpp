// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "transportpool.h"

#include <QHash>
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

bool isBusy(const QNetworkAccessManager &manager)
{
    const auto replies = manager.findChildren<QNetworkReply *>(QString(), Qt::FindDirectChildrenOnly);
    return std::any_of(
        replies.begin(), replies.end(), [](const QNetworkReply *reply) { return reply->isRunning(); });
}

/// The proxy of a connection, but without its password where that is sent ahead.
QNetworkProxy ownProxy(const TransportKind &kind, bool withPassword)
{
    const ConnectionProxy &proxy = kind.proxy;
    QNetworkProxy made(
        proxy.kind == ConnectionProxy::Kind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy,
        proxy.host, quint16(proxy.port));
    if (withPassword && proxy.wantsPassword()) {
        made.setUser(proxy.user);
        made.setPassword(kind.proxyPassword);
    }
    return made;
}

} // namespace

/// What each request of a manager goes through, and the memory of it.
class ProxyChoice : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(const TransportKind &kind)
        : m_kind(kind)
    { }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QList<QNetworkProxy> proxies = choose(query);
        QNetworkProxy used = proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.first();
        used.setUser({});
        used.setPassword({});
        m_used.insert(query.peerHostName(), used);
        return proxies;
    }

    QNetworkProxy used(const QString &host) const
    {
        return m_used.value(host, QNetworkProxy(QNetworkProxy::NoProxy));
    }

private:
    QList<QNetworkProxy> choose(const QNetworkProxyQuery &query) const
    {
        switch (m_kind.proxy.kind) {
        case ConnectionProxy::Kind::None:
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        case ConnectionProxy::Kind::Http:
        case ConnectionProxy::Kind::Socks5:
            return {ownProxy(m_kind, !TransportPool::authorizesAhead(m_kind, query.url()))};
        case ConnectionProxy::Kind::System:
            break;
        }
        // None for this computer itself: the sandbox is nobody else's business.
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return proxyForQuery(query);
    }

    TransportKind m_kind;
    QHash<QString, QNetworkProxy> m_used; ///< by host
};

TransportPool::TransportPool() = default;
TransportPool::~TransportPool() = default;

TransportPool::Key TransportPool::keyOf(const TransportKind &kind)
{
    const ConnectionProxy &proxy = kind.proxy;
    if (!proxy.isOwn())
        return {kind.caFile, proxy.kind, {}, 0, {}, {}};
    return {kind.caFile, proxy.kind, proxy.host, proxy.port, proxy.user, kind.proxyPassword};
}

QNetworkProxy TransportPool::proxyUsed(const TransportKind &kind, const QUrl &url) const
{
    const auto found = m_transports.find(keyOf(kind));
    return found == m_transports.end() ? QNetworkProxy(QNetworkProxy::NoProxy)
                                       : found->second.proxies->used(url.host());
}

bool TransportPool::authorizesAhead(const TransportKind &kind, const QUrl &url)
{
    return kind.proxy.kind == ConnectionProxy::Kind::Http && kind.proxy.wantsPassword()
        && url.scheme() == QLatin1String("http");
}

QNetworkAccessManager &TransportPool::managerFor(
    const TransportKind &kind, std::chrono::milliseconds keepAlive)
{
    Transport &transport = m_transports[keyOf(kind)];
    if (!transport.manager) {
        transport.manager = std::make_unique<QNetworkAccessManager>();
        transport.proxies = new ProxyChoice(kind);
        transport.manager->setProxyFactory(transport.proxies);
    } else if (transport.fresh.hasExpired() && !isBusy(*transport.manager)) {
        transport.manager->clearConnectionCache();
    }
    transport.fresh.setRemainingTime(keepAlive);
    return *transport.manager;
}

} // namespace Gatescope
