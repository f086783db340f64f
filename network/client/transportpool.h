// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDeadlineTimer>
#include <QNetworkAccessManager>
#include <QString>
#include <QUrl>

#include <chrono>
#include <map>
#include <memory>

namespace Gatescope {

/// The network manager of each set of trusted certificates, made when first used.
///
/// A manager keeps connections alive by host alone: were it shared, a connection opened on the word of one CA
/// file would serve calls that do not trust that file. Usually there is just one.
class TransportPool
{
public:
    /// Its connections were used within `keepAlive`, or are new.
    QNetworkAccessManager &managerFor(const QString &caFile, std::chrono::milliseconds keepAlive);
    /// Whether requests to this address go through a proxy.
    static bool usesProxy(const QUrl &url);

private:
    struct Transport
    {
        std::unique_ptr<QNetworkAccessManager> manager;
        QDeadlineTimer fresh; ///< until then its connections are taken for alive
    };
    std::map<QString, Transport> m_transports;
};

} // namespace Gatescope
