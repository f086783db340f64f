// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace Gatescope {

/// What an SDK key may do, read from its prefix (facts §1.1, "Key types").
enum class KeyKind { None, Client, Server, Console, Unknown };
KeyKind keyKindOf(QStringView key);
/// What is shown of a key at most: "secret-…f3Qa"; shorter keys show less.
QString keyHint(QStringView key);

inline constexpr QStringView productionTier = u"production";
bool isProductionTier(QStringView tier);

/// By which a person tells connections apart at a glance, beside their names. Automatic: by the tier.
enum class ConnectionColor { Automatic, Blue, Teal, Green, Violet, Pink };

/// How requests leave this computer. A password is in the SecretStore under proxySecretId(), and nowhere
/// else.
struct ConnectionProxy
{
    enum class Kind {
        System, ///< as the system says; this computer itself is reached directly
        None,
        Http, ///< plain requests through it, TLS by CONNECT
        Socks5, ///< the proxy looks up host names
    };
    Kind kind = Kind::System;
    QString host;
    int port = 0;
    QString user; ///< empty: the proxy wants no name

    bool isOwn() const { return kind == Kind::Http || kind == Kind::Socks5; }
    bool wantsPassword() const { return isOwn() && !user.isEmpty(); }
    bool operator==(const ConnectionProxy &) const = default;
};

/// Where the SecretStore keeps the proxy's password of a connection.
QString proxySecretId(const QString &connectionId);

/// Where requests go. The key itself is in the SecretStore under `id`, and nowhere else.
struct Connection
{
    QString id; ///< stable, opaque
    QString name;
    QUrl apiUrl = QUrl(QStringLiteral("https://api.statsig.com/v1"));
    QUrl eventsUrl = QUrl(QStringLiteral("https://events.statsigapi.net/v1"));
    QString tier; ///< sent as statsigEnvironment.tier where the user has none; may be any text
    ConnectionColor color = ConnectionColor::Automatic;
    ConnectionProxy proxy;
    /// \name As in the settings unless there is a value
    /// @{
    std::optional<std::chrono::seconds> connectTimeout;
    std::optional<std::chrono::seconds> idleTimeout;
    /// @}
    QString caFile; ///< extra PEM certificates to trust; empty: the system's only
    bool exposuresOn = false; ///< exposures are asked off unless the user switched them on
    bool builtIn = false; ///< the sandbox: cannot be edited or removed
    bool isTemporary = false; ///< of this run: neither edited nor stored
    KeyKind keyKind = KeyKind::None;
    QString keyHint; ///< kind and last four characters, for display

    bool isProduction() const { return isProductionTier(tier); }
    bool operator==(const Connection &) const = default;
};

} // namespace Gatescope
