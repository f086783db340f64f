// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "checkanswer.h"

namespace Gatescope {

/// By which endpoints items are asked about.
struct CheckAsk
{
    enum class Gates {
        OneByOne, ///< check_gate with gateName
        Together, ///< check_gate with gateNames
        Multiple, ///< check_gate_multiple
    };
    enum class Experiments { GetExperiment, GetConfig };

    Gates gates = Gates::OneByOne;
    Experiments experiments = Experiments::GetExperiment;
    bool operator==(const CheckAsk &) const = default;
};

/// One request and the items it answers.
struct CheckCall
{
    ApiRequest request;
    CheckItems items;
    bool operator==(const CheckCall &) const = default;
};

/// How many names one call may carry (facts §1.2).
inline constexpr int maxGateNames = 100;

/// The calls for all items, in the items' order.
QList<CheckCall> planCalls(
    const CheckItems &items, const StatsigUser &user, const CheckAsk &ask, bool logExposures);

} // namespace Gatescope
