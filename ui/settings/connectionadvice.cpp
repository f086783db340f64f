// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectionadvice.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

namespace {

struct ConnectionAdvice
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionAdvice)
};

/// The whole 127/8 block, ::1 and the names that RFC 6761 reserves for them.
bool isLoopbackHost(const QString &host)
{
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost"))
        || host == QLatin1String("::1"))
        return true;
    const QStringList parts = host.split(QLatin1Char('.'));
    const auto isByte = [](const QString &part) {
        bool ok = false;
        return part.toUInt(&ok) <= 255 && ok;
    };
    return parts.size() == 4 && parts.first() == QLatin1String("127") && std::ranges::all_of(parts, isByte);
}

} // namespace

QString keyKindText(KeyKind kind)
{
    switch (kind) {
    case KeyKind::None:
        return {};
    case KeyKind::Client:
        return ConnectionAdvice::tr("Client key");
    case KeyKind::Server:
        return ConnectionAdvice::tr("Server key");
    case KeyKind::Console:
        return ConnectionAdvice::tr("Console key");
    case KeyKind::Unknown:
        return ConnectionAdvice::tr("Unknown kind of key");
    }
    Q_UNREACHABLE();
}

QString keyAdvice(KeyKind kind)
{
    switch (kind) {
    case KeyKind::None:
        return ConnectionAdvice::tr(
            "Requests need a key. Find it in the Statsig console under Settings, Keys.");
    case KeyKind::Client:
        return ConnectionAdvice::tr(
            "Cannot download specs, and Initialize answers with hashed names. A server key can do both.");
    case KeyKind::Server:
        return ConnectionAdvice::tr("May call every endpoint, and reads the whole project.");
    case KeyKind::Console:
        return ConnectionAdvice::tr(
            "Is for Statsig's Console API and is refused here. Use a server or client key.");
    case KeyKind::Unknown:
        return ConnectionAdvice::tr(
            "Statsig's keys begin with secret- or client-. The server decides what this one may do.");
    }
    Q_UNREACHABLE();
}

Result<QUrl> readBaseUrl(const QString &text)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return failure(ErrorCode::BadInput,
            ConnectionAdvice::tr(
                "This is not a web address. Write it in full, as https://api.statsig.com/v1."));
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return failure(
            ErrorCode::BadInput, ConnectionAdvice::tr("The address must begin with https:// or http://."));
    if (!url.userInfo().isEmpty())
        return failure(ErrorCode::BadInput,
            ConnectionAdvice::tr(
                "Leave the user name and password out of the address: it is stored in the open."));
    if (url.hasQuery() || url.hasFragment())
        return failure(
            ErrorCode::BadInput, ConnectionAdvice::tr("Leave out what follows ? or # in the address."));
    while (url.path().endsWith(QLatin1Char('/')))
        url.setPath(url.path().chopped(1));
    return url;
}

QString urlAdvice(const QUrl &url)
{
    if (url.scheme() != QLatin1String("http") || isLoopbackHost(url.host()))
        return {};
    return ConnectionAdvice::tr(
        "Over http the key and the user's data can be read on the way to %1. Use https unless "
        "the server is on this machine.")
        .arg(url.host());
}

Result<ProxyAddress> readProxyAddress(const QString &text)
{
    // Only what a web address has before its path is looked at; the scheme, if any, says nothing here.
    QString address = text.trimmed();
    if (const qsizetype scheme = address.indexOf(QLatin1String("://")); scheme >= 0)
        address = address.mid(scheme + 3);
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    const QUrl url(QStringLiteral("proxy://") + address, QUrl::StrictMode);
    if (!url.userInfo().isEmpty())
        return failure(ErrorCode::BadInput,
            ConnectionAdvice::tr(
                "Leave the user name and password out of the proxy's address: it is stored in the open. They "
                "have lines of their own."));
    if (!url.isValid() || url.host().isEmpty() || !url.path().isEmpty() || url.hasQuery())
        return failure(ErrorCode::BadInput,
            ConnectionAdvice::tr("Write the proxy's host and port, as proxy.example.com:8080."));
    if (url.port() <= 0)
        return failure(ErrorCode::BadInput,
            ConnectionAdvice::tr("The proxy needs a port, as in %1:8080.").arg(url.host()));
    return ProxyAddress {url.host(), url.port()};
}

QString proxyAddressText(const ConnectionProxy &proxy)
{
    if (proxy.host.isEmpty())
        return {};
    const bool isV6 = proxy.host.contains(QLatin1Char(':'));
    return (isV6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(proxy.host).arg(proxy.port);
}

QString proxyAdvice(ConnectionProxy::Kind kind, bool hasUser)
{
    switch (kind) {
    case ConnectionProxy::Kind::System:
        return ConnectionAdvice::tr("This computer itself is always reached directly.");
    case ConnectionProxy::Kind::None:
        return ConnectionAdvice::tr("Requests go to the server directly, whatever the system says.");
    case ConnectionProxy::Kind::Http:
        return hasUser ? ConnectionAdvice::tr("The name and the password go to the proxy unencrypted; the "
                                              "password is kept in the keychain.")
                       : ConnectionAdvice::tr(
                             "Of https requests the proxy learns the host alone; http ones it can read.");
    case ConnectionProxy::Kind::Socks5:
        return hasUser ? ConnectionAdvice::tr(
                             "The proxy looks up the host's name. The password is kept in the keychain.")
                       : ConnectionAdvice::tr("The proxy looks up the host's name.");
    }
    Q_UNREACHABLE();
}

QString nameAdvice(const QString &name, const QString &id, const QList<Connection> &others)
{
    if (name.trimmed().isEmpty())
        return ConnectionAdvice::tr("Give the connection a name.");
    const bool taken = std::ranges::any_of(others, [&](const Connection &other) {
        return other.id != id && other.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return taken ? ConnectionAdvice::tr("Another connection has this name.") : QString();
}

} // namespace Gatescope
