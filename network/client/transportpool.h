// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QNetworkAccessManager>
#include <QString>
#include <QUrl>

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
    QNetworkAccessManager &managerFor(const QString &caFile);
    /// Whether requests to this address go through a proxy.
    static bool usesProxy(const QUrl &url);

private:
    std::map<QString, std::unique_ptr<QNetworkAccessManager>> m_managers;
};

} // namespace Gatescope
