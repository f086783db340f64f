// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entitydetails.h"

#include <models/explain/explanation.h>

namespace Gatescope {

/// What an entity page says of one user: the answer, the rule that gave it and the user's place in the split.
struct EntityForUser
{
    EntityRef ref; ///< of the entity it is about
    CheckVerdict verdict = CheckVerdict::None;
    QString text; ///< "In, Buy now", "Off", "Cannot tell"
    QString reason; ///< the explanation's sentence
    int decidingRule = 0; ///< RuleRow::number; 0: none of this entity's rules
    int splitPart = -1; ///< into EntityDetails::split; −1: the user's bucket was not asked for
    std::optional<int> bucket; ///< of 1,000, where the split stands in bucket order
    bool operator==(const EntityForUser &) const = default;
};

/// `explanation` is of the same entity and project as `details`. Any thread.
EntityForUser entityForUser(const EntityDetails &details, const Explanation &explanation);

} // namespace Gatescope
