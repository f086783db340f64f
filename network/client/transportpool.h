// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/connection.h>

#include <QDeadlineTimer>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QString>
#include <QUrl>

#include <chrono>
#include <map>
#include <memory>
#include <tuple>

namespace Gatescope {

class ProxyChoice;

/// What the calls of one manager have in common.
struct TransportKind
{
    QString caFile; ///< trusted besides the system's; empty: none
    ConnectionProxy proxy;
    QString proxyPassword;
};

/// The network manager of each set of trusted certificates and each proxy, made when first used.
///
/// A manager keeps connections alive by host alone: were it shared, a connection opened on the word of one CA
/// file or through one proxy would serve calls that do not trust that file or go another way. Usually there
/// is just one.
class TransportPool
{
public:
    TransportPool();
    ~TransportPool();

    /// Its connections were used within `keepAlive`, or are new.
    QNetworkAccessManager &managerFor(const TransportKind &kind, std::chrono::milliseconds keepAlive);
    /// What a request of that kind to this address went through when last sent; without a name and a
    /// password.
    QNetworkProxy proxyUsed(const TransportKind &kind, const QUrl &url) const;
    /// Whether a proxy's answer to plain http needs the name and password beforehand: asked for them, the
    /// request would be sent again.
    static bool authorizesAhead(const TransportKind &kind, const QUrl &url);

private:
    struct Transport
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        ProxyChoice *proxies = nullptr; ///< the manager's
        QDeadlineTimer fresh; ///< until then its connections are taken for alive
    };
    using Key = std::tuple<QString, ConnectionProxy::Kind, QString, int, QString, QString>;
    static Key keyOf(const TransportKind &kind);

    std::map<Key, Transport> m_transports;
};

} // namespace Gatescope
