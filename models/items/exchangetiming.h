// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

namespace Gatescope {

/// A stretch of an exchange's time.
struct TimingPhase
{
    enum class Kind { Connecting, Sending, Waiting, Receiving };
    Kind kind = Kind::Connecting;
    std::chrono::microseconds start {0};
    std::chrono::microseconds duration {0};
    bool completed = true; ///< false: the exchange ended in the middle of it

    bool operator==(const TimingPhase &) const = default;
};

/// The phases an exchange went through, in order and without gaps. A phase whose end was not seen is part of
/// the next.
QList<TimingPhase> timingPhases(const Exchange &exchange);
QString timingPhaseText(TimingPhase::Kind kind); ///< translated: "Waiting for the answer"

} // namespace Gatescope
