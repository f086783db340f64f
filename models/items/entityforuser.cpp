// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "entityforuser.h"

#include <algorithm>

namespace Gatescope {

namespace {

/// The user's place that the entity's own groups, or its layer's experiments, were told apart by; null if the
/// evaluation did not come to them.
const BucketFact *splitBucket(const Explanation &explanation, const Spec &spec)
{
    for (const ExplanationRow &row : explanation.rows) {
        const bool isOwnRule = row.kind == ExplanationRow::Kind::Rule && row.depth == 0 && row.number > 0
            && size_t(row.number) <= spec.rules.size();
        if (!isOwnRule || row.result == ExplanationRow::Result::NotReached)
            continue;
        const Rule &rule = spec.rules[size_t(row.number - 1)];
        if (!rule.isExperimentGroup && rule.delegate == Rule::noDelegate)
            continue;
        for (const std::uint32_t child : row.children)
            if (const ExplanationRow &condition = explanation.rows[child];
                condition.kind == ExplanationRow::Kind::Condition && condition.bucket >= 0)
                return &explanation.buckets[condition.bucket];
    }
    return nullptr;
}

void readSplit(EntityForUser &forUser, const EntityDetails &details, const BucketFact &fact)
{
    if (details.kind == EntityKind::Layer) {
        const BucketRange *range = rangeOf(fact);
        const auto part = std::ranges::find_if(details.split, [range](const SplitPart &one) {
            return range && one.isRest == range->link.name.isEmpty() && one.link.name == range->link.name;
        });
        forUser.splitPart = part == details.split.end() ? -1 : int(part - details.split.begin());
        return;
    }
    forUser.bucket = fact.bucket;
    int end = 0;
    const auto part = std::ranges::find_if(
        details.split, [&](const SplitPart &one) { return fact.bucket < (end += one.size); });
    forUser.splitPart = part == details.split.end() ? -1 : int(part - details.split.begin());
}

} // namespace

EntityForUser entityForUser(const EntityDetails &details, const Explanation &explanation)
{
    EntityForUser forUser;
    forUser.ref = *details.entity();
    forUser.verdict = explanation.reading.verdict;
    forUser.text = verdictText(explanation);
    forUser.reason = plainText(explanation.headline);
    if (explanation.decidingRow != ExplanationRow::none) {
        const ExplanationRow &row = explanation.rows[explanation.decidingRow];
        forUser.decidingRule = row.depth == 0 ? row.number : 0;
    }
    const Spec &spec = details.project->specs()[details.spec];
    const BucketFact *fact = details.split.isEmpty() ? nullptr : splitBucket(explanation, spec);
    if (fact)
        readSplit(forUser, details, *fact);
    return forUser;
}

} // namespace Gatescope
