// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "bucketfact.h"
#include "explanationrow.h"
#include "missingfact.h"

#include <models/evaluation/evaluator.h>
#include <models/items/checkreading.h>

namespace Gatescope {

/// Why one entity is what it is for one user: one sentence, then the evidence. Made by one evaluation with a
/// trace, so that it cannot differ from the verdict. Immutable, any thread; keeps all it points to alive.
struct Explanation
{
    /// What kind of fact decided. A layer has the cause of the experiment it gave the user to, a replaced
    /// config that of its replacement.
    enum class Cause {
        Unrecognized, ///< the specs have no such name
        CannotTell, ///< see `missing`
        Disabled, ///< switched off in the project
        NoRuleMatched, ///< left out by targeting
        Percentage, ///< a rule matched, and the user's bucket is not below its limit
        RuleMatched,
        RuleTurnsOff, ///< a rule matched whose own value is off
        Override, ///< forced, by an ID or a gate
        HeldOut, ///< by a holdout
        NotStarted,
        Shipped, ///< the experiment has ended: everyone gets one group
        Stopped,
        OutsideLayerShare, ///< the layer gave the user to something else
        NotTargeted, ///< the experiment's own targeting leaves the user out
        Group, ///< a bucket in a group's range
        Bandit, ///< an autotune chose
    };

    ProjectPtr project;
    std::shared_ptr<const EvaluationUser> user;
    EntityRef ref;
    EntityKind kind = EntityKind::Gate;
    QString name; ///< for display
    std::optional<std::uint32_t> spec; ///< into Project::specs()

    Verdict verdict; ///< as Evaluator gives it without a trace
    CheckReading reading; ///< the same in the words of the Check page
    Cause cause = Cause::NoRuleMatched;
    /// The verdict with the deciding fact: "checkout_v2 is off for this user: rule DE rollout matched, but
    /// bucket 4,312 is not below 2,500 (25 %)." What to do follows where it cannot be told.
    Phrases headline;
    /// "Fourth of 6 rules decided. Rules 5 and 6 were not reached."
    QString summary;
    std::optional<MissingFact> missing; ///< why it cannot be told

    ExplanationRows rows; ///< in reading order: rules, their conditions, what those asked
    std::uint32_t decidingRow = ExplanationRow::none; ///< the rule that decided, or where it cannot be told
    BucketFacts buckets; ///< those that decided first
};
using ExplanationPtr = std::shared_ptr<const Explanation>;

/// One evaluation. An unknown name is explained as such. Any thread; the time is that of the evaluation plus
/// what grows with the rules and conditions it looked at.
ExplanationPtr explain(
    const Evaluator &evaluator, const EvaluationUser &user, SpecTable table, std::string_view name);
ExplanationPtr explain(const Evaluator &evaluator, const EvaluationUser &user, std::uint32_t spec);

/// "Off", "In, Buy now", "Cannot tell".
QString verdictText(const Explanation &explanation);

} // namespace Gatescope
