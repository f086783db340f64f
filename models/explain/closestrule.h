// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "traceview.h"

namespace Gatescope {

/// A rule that would have answered otherwise, and the one condition that stood in its way.
struct ClosestRule
{
    std::uint32_t rule = Trace::none; ///< a node
    std::uint32_t condition = Trace::none; ///< a node
};

/// Whether a rule is for everyone and lets nobody pass: it ends the rules and says no more than that none of
/// those before it matched.
bool endsTheRules(const TraceView &view, std::uint32_t ruleNode);

/// The nearest miss of an entity of which no rule matched but one that ends the rules, where it is clear: the
/// one rule that failed by a single condition while others of its conditions passed, or the only rule there
/// is. Rules that would not change the answer, and conditions on buckets, which nobody can change, are no
/// misses.
std::optional<ClosestRule> closestRule(const TraceView &view, std::uint32_t entity);

/// A condition, as a node, that asks for something the user lacks, if every rule failed for want of just
/// that; else none. A rule that ends the rules does not count.
std::uint32_t commonUnset(const TraceView &view, std::uint32_t entity);

} // namespace Gatescope
