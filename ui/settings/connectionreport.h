// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/connection.h>
#include <models/statsig/exchange.h>
#include <models/statsig/requests.h>

#include <optional>

namespace Gatescope {

/// What a connection's test tries, in this order.
enum class Capability { Gates, Configs, Initialize, Specs, Events };

struct CapabilityRow
{
    enum class Outcome { Waiting, Works, Refused, Failed, NotTried };

    Capability capability = Capability::Gates;
    Outcome outcome = Outcome::Waiting;
    QString note {}; ///< why; translated
    quint64 exchange = 0; ///< 0: nothing was sent
    bool operator==(const CapabilityRow &) const = default;
};

/// What the test of a connection found out so far.
struct ConnectionReport
{
    QString host;
    bool isReached = false; ///< something answered
    bool isTls = false; ///< asked over https; with isReached, the certificate is trusted
    QString proxy; ///< "host:port" it went through; empty: none
    std::chrono::microseconds duration {0}; ///< of the calls, added up
    QList<CapabilityRow> rows;
    std::optional<Error> firstError;
    bool isOver = false;
    bool isStopped = false;

    bool worksForAll() const; ///< that were tried, and one was
    bool worksForSome() const;
    bool operator==(const ConnectionReport &) const = default;
};

/// The harmless call that tries it, with exposures asked off: a made-up name, a user nobody is, specs newer
/// than now. Nothing for Events: it would write.
std::optional<ApiRequest> trialOf(Capability capability);

/// \name In words, translated
/// @{
QString capabilityText(Capability capability); ///< "Check gates"
QString outcomeText(CapabilityRow::Outcome outcome); ///< "works", "not tried"
/// "Reached api.statsig.com over TLS, without a proxy, in 312 ms."
QString wayText(const ConnectionReport &report);
/// What it comes to, for people.
QString verdictText(const ConnectionReport &report);
/// @}

} // namespace Gatescope
