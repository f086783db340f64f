// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "statsiguser.h"

#include <QDateTime>

#include <chrono>
#include <optional>
#include <variant>

namespace Gatescope {

/// An event of /log_event (facts §1.8 and §7).
struct StatsigEvent
{
    /// A number keeps its text so that 84.50 is sent as 84.50.
    struct NumberValue
    {
        QByteArray text;
        bool operator==(const NumberValue &) const = default;
    };
    using Value = std::variant<std::monostate, QString, NumberValue>;

    QString name;
    std::optional<StatsigUser> user; ///< none: the user of the composer
    Value value;
    JsonMembers metadata;
    std::optional<QDateTime> time; ///< none: the moment of sending
    bool operator==(const StatsigEvent &) const = default;
};

/// The event as one JSON object: its user without privateAttributes, the time in ms. `fallbackUser` and `now`
/// fill what the event leaves open.
QByteArray eventToJson(const StatsigEvent &event, const StatsigUser &fallbackUser, const QDateTime &now);

} // namespace Gatescope
