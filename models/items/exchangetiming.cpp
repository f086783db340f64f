// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangetiming.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gatescope {

QList<TimingPhase> timingPhases(const Exchange &exchange)
{
    using Kind = TimingPhase::Kind;
    if (exchange.finished.count() < 0)
        return {};
    constexpr std::array kinds {Kind::Connecting, Kind::Sending, Kind::Waiting, Kind::Receiving};
    const std::array ends {exchange.connected, exchange.sent, exchange.firstByte, exchange.finished};

    const bool marked = std::any_of(
        ends.begin(), ends.end() - 1, [](std::chrono::microseconds end) { return end.count() >= 0; });
    if (!marked && exchange.status > 0) // answered, but nobody measured the steps
        return {{Kind::Waiting, std::chrono::microseconds(0), exchange.finished, true}};
    QList<TimingPhase> phases;
    std::chrono::microseconds start {0};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const bool seen = ends[i].count() >= 0;
        const bool laterSeen = std::any_of(ends.begin() + std::ptrdiff_t(i) + 1, ends.end() - 1,
            [](std::chrono::microseconds end) { return end.count() >= 0; });
        if (!seen && laterSeen)
            continue;
        const auto end = std::max(start, seen ? ends[i] : exchange.finished);
        // Receiving ends with the exchange whatever came of it; its error tells whether that was the whole
        // body.
        const bool completed = seen && (i + 1 < kinds.size() || !exchange.error || exchange.status > 0);
        phases.append({kinds[i], start, end - start, completed});
        if (!seen)
            break;
        start = end;
    }
    return phases;
}

QString timingPhaseText(TimingPhase::Kind kind)
{
    switch (kind) {
    case TimingPhase::Kind::Connecting:
        return QCoreApplication::translate("Exchange", "Connecting");
    case TimingPhase::Kind::Sending:
        return QCoreApplication::translate("Exchange", "Sending");
    case TimingPhase::Kind::Waiting:
        return QCoreApplication::translate("Exchange", "Waiting for the answer");
    case TimingPhase::Kind::Receiving:
        return QCoreApplication::translate("Exchange", "Receiving");
    }
    Q_UNREACHABLE();
}

} // namespace Gatescope
