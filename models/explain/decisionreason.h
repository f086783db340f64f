// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explanation.h"
#include "traceview.h"

namespace Gatescope {

/// The fact that decided an entity.
struct DecisionReason
{
    Explanation::Cause cause = Explanation::Cause::NoRuleMatched;
    /// A clause: "rule DE rollout matched, but bucket 4,312 is not below 2,500 (25 %)".
    Phrases words;
};

/// How much the sentence around the clause has said already.
enum class ReasonStyle {
    Whole, ///< nothing: the clause names the rule
    Bare, ///< the rule: the clause tells only why it matched
};

DecisionReason decisionReason(
    const TraceView &view, std::uint32_t entity, ReasonStyle style = ReasonStyle::Whole);

/// "rule DE rollout"; "rule 4 (3QoA4ncNdV)" where it has no name but its ID.
Phrases ruleWordsOf(const TraceView &view, std::uint32_t ruleNode);

/// The name alone.
Phrases ruleNameOf(const TraceView &view, std::uint32_t ruleNode);

} // namespace Gatescope
