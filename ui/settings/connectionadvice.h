// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>
#include <models/statsig/connection.h>

namespace Gatescope {

/// \name What the connection form says while it is filled in; translated, empty if there is nothing to say
/// @{
QString keyKindText(KeyKind kind); ///< "Server key"
/// What a key of that kind can and cannot do here.
QString keyAdvice(KeyKind kind);
/// A base URL as typed. Errors: BadInput, with what is wrong as a sentence.
Result<QUrl> readBaseUrl(const QString &text);
/// Why a valid URL is unwise: a key over plain http to another machine.
QString urlAdvice(const QUrl &url);
struct ProxyAddress
{
    QString host;
    int port = 0;
};
/// "host:port" as typed. Errors: BadInput, with what is wrong as a sentence.
Result<ProxyAddress> readProxyAddress(const QString &text);
QString proxyAddressText(const ConnectionProxy &proxy);
/// What a proxy of that kind means for what is sent.
QString proxyAdvice(ConnectionProxy::Kind kind, bool hasUser);
QString nameAdvice(const QString &name, const QString &id, const QList<Connection> &others);
/// @}

} // namespace Gatescope
