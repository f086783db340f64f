// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/statsigapi.h>

namespace Gatescope {

/// How far an event has come. Only a NotSent one is sent; the others stay as the record of what happened.
enum class EventState {
    NotSent,
    Sending,
    Accepted,
    Refused, ///< the server said no: it was not logged
    Unknown, ///< it may have arrived, so sending it again may count it twice
};

struct EventDelivery
{
    EventState state = EventState::NotSent;
    QString note; ///< translated: why it was refused or is unknown
    QDateTime sentUtc; ///< invalid while NotSent
    quint64 exchange = 0; ///< Exchange::number; 0: none yet
    bool operator==(const EventDelivery &) const = default;
};

/// What the outcome of log_event says about its events: NotSent only where not one of their bytes can have
/// been read by a server.
EventDelivery deliveryOf(const ApiOutcome &outcome);

} // namespace Gatescope
