// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/phrase.h>

namespace Gatescope {

/// Why a verdict cannot be told here, and what to do about it.
struct MissingFact
{
    enum class Cause {
        IdList, ///< the subject names it
        Country, ///< of the IP address that is the subject
        Pattern, ///< a regular expression over its limit
        ConditionType, ///< no type that is known
        Operator, ///< none, or none that is known
        Condition, ///< it is missing from the specs, or cannot be read
        Draw, ///< a bandit's random part
        Circle, ///< gates or configs ask each other
        Other,
    };

    Cause cause = Cause::Other;
    QString subject;
    Phrases words; ///< "the ID list vip_customers is not loaded"
    QString advice; ///< "Ask the server, or load the list."
    bool operator==(const MissingFact &) const = default;
};

} // namespace Gatescope
