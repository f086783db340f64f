// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "projectedit.h"

namespace Gatescope {

// What of a project can be edited, and how it stands: what a page offers.

/// The reference by which edits find a rule of a spec.
RuleRef ruleRef(const Spec &spec, std::size_t rule);

/// A condition has a list to which AddTarget and RemoveTarget apply. Buckets are no such list.
bool hasTargetList(const Condition &condition);

/// The groups of an experiment or autotune in order, with their sizes; none if its rules do not divide the
/// buckets of one salt.
QList<GroupSize> groupSizes(const Project &project, const Spec &spec);

/// The tiers a rule is limited to, by a condition that lists them; none: it applies in every tier.
QStringList ruleTiers(const Project &project, const Rule &rule);

/// A unit ID that an override names.
struct ForcedId
{
    QString idType;
    QString id;
    QString group; ///< as in ForceIntoGroup
    QString ruleId; ///< of the override
    bool operator==(const ForcedId &) const = default;
};
/// In the order of the rules.
QList<ForcedId> forcedIds(const Project &project, const Spec &spec);

} // namespace Gatescope
