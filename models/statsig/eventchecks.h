// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "statsigevent.h"

namespace Gatescope {

/// What may be wrong with an event before it is sent (facts §7, "Limits").
enum class EventProblem {
    NameEmpty,
    NameTooLong,
    WritesExposure, ///< statsig::gate_exposure and its kin
    NameReserved, ///< any other statsig:: name
    ValueEmpty, ///< said to be a number, but empty
    ValueNotANumber,
    ValueTooLong,
    MetadataKeyTwice,
    MetadataTooLarge,
    NoUnitId,
    TimeInSeconds,
    PrivateAttributesRemoved,
};

enum class EventSeverity { Blocks, Warning, Note }; ///< only Blocks keeps an event from being sent

/// One finding and the words for it.
struct EventFinding
{
    EventSeverity severity = EventSeverity::Note;
    EventProblem problem = EventProblem::NameEmpty;
    QString text; ///< translated sentence; names in it are the user's own
    QString fix; ///< label of the button that solves it; empty: nothing to solve
    bool operator==(const EventFinding &) const = default;
};

/// Longest event name and text value that Statsig's SDKs take without complaint.
inline constexpr int maxEventTextLength = 128;
inline constexpr int maxEventMetadataBytes = 4096;

/// The findings in order of severity. `composerUser` is the user of an event without one of its own.
QList<EventFinding> checkEvent(const StatsigEvent &event, const StatsigUser &composerUser);

/// The event with the problem solved; none where only the user can know how (a name, an ID).
std::optional<StatsigEvent> fixedEvent(StatsigEvent event, EventProblem problem);

} // namespace Gatescope
