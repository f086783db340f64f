// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "endpoint.h"

#include <models/result.h>

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace Gatescope {

struct HttpHeader
{
    QByteArray name;
    QByteArray value;
    bool operator==(const HttpHeader &) const = default;
};

/// One request and what came of it, free of keys: the key header holds a KeyHint. Made for every call,
/// whether it succeeded or not.
struct Exchange
{
    quint64 number = 0; ///< 1-based, in order of starting, per run
    Endpoint endpoint = Endpoint::CheckGate;
    QString connectionId;
    QString connectionName;
    QString subject; ///< what was asked about: a gate's name, "3 events", …; may be empty

    QByteArray method = QByteArrayLiteral("POST");
    QUrl url;
    QString proxy; ///< "host:port" it went through; empty: none, or not known
    QList<HttpHeader> requestHeaders;
    QByteArray requestBody;

    int status = 0; ///< 0: no answer
    QList<HttpHeader> responseHeaders;
    QByteArray responseBody; ///< decoded, at most the cap
    std::optional<Error> error;

    QDateTime startedUtc;
    /// \name Since the start; negative: never reached
    /// @{
    std::chrono::microseconds connected {-1};
    std::chrono::microseconds sent {-1};
    std::chrono::microseconds firstByte {-1};
    std::chrono::microseconds finished {-1};
    /// @}
    bool operator==(const Exchange &) const = default;
};
using ExchangePtr = std::shared_ptr<const Exchange>;

} // namespace Gatescope
