// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "uservalue.h"

#include <models/evaluation/conditionsentences.h>

namespace Gatescope {

/// A condition with the user's value, as a clause that is true: "country DE is not one of FR, CH",
/// "level is not set", "the user is a member of staff", "bucket 713 is not below 500".
Phrases conditionFact(const TraceView &view, std::uint32_t node);

/// The field alone: where its value comes from is said beside the value.
Phrases bareField(const Condition &condition, const ConditionParts &parts);

/// Clauses joined: "a, b and c".
Phrases joinedPhrases(const QList<Phrases> &clauses);

/// "bucket 387", or "layer bucket 212" where it is taken with a layer's salt.
Phrases bucketSubject(const TraceView &view, const Spec &spec, const Condition &condition, int bucket);
Phrases bucketSubject(int bucket);

/// "2,500", "33.33" in the user's language.
QString limitText(double limit);

} // namespace Gatescope
