// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>
#include <models/statsig/connection.h>
#include <models/statsig/exchange.h>

#include <QNetworkRequest>

namespace Gatescope {

/// A request ready for the network manager, and its headers as they may be shown.
struct OutgoingRequest
{
    QNetworkRequest request;
    QList<HttpHeader> shownHeaders; ///< the key's value is its hint
};

/// Where a call of this connection goes. Errors: BadInput.
Result<QUrl> endpointUrl(const Connection &connection, Endpoint endpoint);

/// Errors: BadInput (an address or key that cannot be used), FileUnreadable (the CA file), Tls (there is
/// none).
Result<OutgoingRequest> prepareRequest(const Connection &connection, Endpoint endpoint, const QString &key,
    qsizetype bodySize, const QDateTime &now);

} // namespace Gatescope
