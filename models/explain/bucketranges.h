// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "bucketfact.h"

#include <unordered_map>

namespace Gatescope {

/// The two sides of a rule's limit among 10,000 buckets, in the words of the spec's kind.
QList<BucketRange> percentageRanges(const Spec &spec, double limit);

/// A rule that takes some of the 1,000 buckets of a salt.
struct BucketDivider
{
    const Rule *rule = nullptr;
    const Condition *condition = nullptr;
};
using BucketDividers = std::vector<BucketDivider>;
/// Those of a spec in the order of its rules, by the dividerKey() of their conditions.
std::unordered_map<std::string, BucketDividers> bucketDividers(const Project &project, const Spec &spec);
std::string dividerKey(const Condition &condition);
/// How the buckets a condition asks for are divided: among the groups of an experiment, the experiments of a
/// layer, or one set and the rest. `dividers` are those of its key.
QList<BucketRange> groupRanges(
    const Project &project, const Spec &spec, const Condition &condition, const BucketDividers &dividers);

/// First and last of the 10,000 buckets a bandit without a model gives to a group (facts §3.9).
std::pair<int, int> banditRange(const Bandit &bandit, std::size_t group);
/// All of them.
QList<BucketRange> banditRanges(const Bandit &bandit);

/// The bucket is taken with the salt of the layer the spec is, or lives in.
bool isLayerBucket(const Project &project, const Spec &spec, const Condition &condition);

/// Where the group of a rule begins: the highest limit of the rules before it that divide the same buckets,
/// 0 if there is none. None for rules that give no range.
std::optional<int> groupStart(const Project &project, const Spec &spec, std::size_t rule);
/// The condition of a rule that takes the buckets below a limit; null if it has none.
const Condition *rangeCondition(const Project &project, const Rule &rule);
/// The first condition of a rule on buckets of any form; null if it has none.
const Condition *bucketConditionOf(const Project &project, const Rule &rule);

} // namespace Gatescope
