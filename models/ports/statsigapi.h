// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>
#include <models/statsig/connection.h>
#include <models/statsig/exchange.h>
#include <models/statsig/requests.h>
#include <models/statsig/responses.h>

#include <QObject>

namespace Gatescope {

/// What a call came to. The exchange is there in every case.
struct ApiOutcome
{
    ExchangePtr exchange;
    Result<ApiResponse> response;
    bool operator==(const ApiOutcome &) const = default;
};

/// A call under way. Finishes exactly once, also after cancel(); deletes itself after finished(). Destroying
/// it earlier aborts without a signal. UI thread.
class ApiCall : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual void cancel() = 0;

Q_SIGNALS:
    void progress(qint64 receivedBytes, qint64 totalBytes); ///< total −1: unknown
    void finished(const Gatescope::ApiOutcome &outcome);
};

/// The Statsig HTTP API. Each call puts its body on the wire at most once; nothing is retried.
class StatsigApi : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Starts a call; the key comes from the SecretStore. finished() is emitted later, never from inside
    /// start().
    virtual ApiCall *start(const Connection &connection, const ApiRequest &request) = 0;

Q_SIGNALS:
    void started(Gatescope::Endpoint endpoint);
    /// Every exchange of this run, in order of finishing.
    void exchangeFinished(const Gatescope::ExchangePtr &exchange);
};

} // namespace Gatescope
