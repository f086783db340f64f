// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explanationrow.h"
#include "traceview.h"

namespace Gatescope {

/// Fills what a condition's row says: title, the user's value and where it was found, target. `node` is none
/// for a condition that was not reached.
void fillConditionRow(ExplanationRow &row, const TraceView &view, const Spec &spec,
    const Condition &condition, std::uint32_t node);

/// The same for a rule's percentage.
void fillPercentageRow(ExplanationRow &row, const Rule &rule, const Trace::Bucket &bucket);

/// What an entity answered, as a cell says it: "on", "not a member", "not held out".
QString answerText(EntityKind kind, const Trace::Node &entity);

} // namespace Gatescope
