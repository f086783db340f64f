// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>
#include <models/statsig/useredit.h>

#include <vector>

namespace Gatescope {

/// One change worth trying.
struct FlipCandidate
{
    UserEdit edit;
    int cost = 0; ///< the smaller, the more natural a change it is
    std::uint32_t rule = 0; ///< the first of the entity's own rules that leads to it
};

/// What an entity's verdict can hang on.
struct FlipSpace
{
    std::vector<FlipCandidate> candidates; ///< each edit once, in the order of the rules
    QList<UserAttribute> bucketIds; ///< unit IDs whose buckets are asked
};

/// Reads all conditions that the entity's rules lead to, through nested gates, delegates and mappings, and
/// makes of them the changes of this user that may matter. Any thread.
FlipSpace flipSpace(const Project &project, std::uint32_t spec, const StatsigUser &user);

} // namespace Gatescope
