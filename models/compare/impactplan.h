// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>

#include <optional>

namespace Gatescope {

/// An entity of two projects: what its name finds in each.
struct ImpactEntity
{
    SpecTable table = SpecTable::FeatureGates;
    EntityKind kind = EntityKind::Gate;
    std::string name;
    bool inLeft = false;
    bool inRight = false;
};

/// The entities of either project, with all that a change can reach: those that are not the same on both
/// sides, and all that ask them, directly or through others. Of the rest the evaluation cannot differ.
/// Linear in both projects.
std::vector<ImpactEntity> affectedEntities(const Project &left, const Project &right);
/// All of both projects, in the order of the right one, then what only the left has.
std::vector<ImpactEntity> allEntities(const Project &left, const Project &right);

} // namespace Gatescope
