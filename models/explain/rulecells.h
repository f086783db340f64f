// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explanationrow.h"
#include "traceview.h"

namespace Gatescope {

/// What a rule's row says. `node` is none for a rule that was not reached.
void fillRuleRow(
    ExplanationRow &row, const TraceView &view, const Spec &spec, std::uint32_t rule, std::uint32_t node);
/// The same for a rule that replaces a config by another.
void fillMappingRow(ExplanationRow &row, const TraceView &view, std::uint32_t node);
/// The row of an entity that answered in place of the one above, or of the gate an autotune asked. `group` is
/// the group the user got there, if any.
void fillAnswerRow(ExplanationRow &row, const TraceView &view, std::uint32_t node, const QString &group);

/// The row of a group that an autotune could choose.
void fillBanditGroupRow(
    ExplanationRow &row, const Bandit &bandit, const Trace::Node &entity, std::size_t group);

ExplanationRow::Result conditionResult(Trace::Outcome outcome);
/// "Pass", "No match", "Not reached"; empty for the results of rules that matched.
QString resultWords(ExplanationRow::Result result);

} // namespace Gatescope
