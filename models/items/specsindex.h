// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entitystatus.h"

#include <models/evaluation/dependencies.h>

#include <array>

namespace Gatescope {

/// A project's entities as a list by kind, with what finding and following them needs. Immutable, any thread;
/// building it takes time that grows with the project.
class SpecsIndex
{
public:
    struct Entry
    {
        std::uint32_t spec = 0;
        QString name; ///< for display
        QString folded; ///< lower case, for filtering
        EntityStatus status = EntityStatus::On;
    };
    struct Group
    {
        EntityKind kind = EntityKind::Gate;
        std::vector<Entry> entries;
    };

    explicit SpecsIndex(ProjectPtr project);

    const ProjectPtr &project() const { return m_project; }
    const DependencyIndex &dependencies() const { return m_dependencies; }
    /// Kinds that the project has, in the order of the page.
    const std::vector<Group> &groups() const { return m_groups; }

private:
    ProjectPtr m_project;
    DependencyIndex m_dependencies;
    std::vector<Group> m_groups;
};
using SpecsIndexPtr = std::shared_ptr<const SpecsIndex>;

/// The order in which kinds are listed.
inline constexpr std::array entityKindOrder {EntityKind::Gate, EntityKind::DynamicConfig,
    EntityKind::Experiment, EntityKind::Autotune, EntityKind::Layer, EntityKind::Segment,
    EntityKind::Holdout};

} // namespace Gatescope
