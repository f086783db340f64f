// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "paramstores.h"
#include "specsplace.h"

#include <models/evaluation/dependencies.h>

#include <array>

namespace Gatescope {

/// A project's entities and parameter stores as a list by kind, with what finding and following them needs.
/// An item is a number: an index into Project::specs(), and after those one into the stores. Immutable, any
/// thread; building it takes time that grows with the project.
class SpecsIndex
{
public:
    struct Entry
    {
        std::uint32_t item = 0;
        QString name; ///< for display
        QString folded; ///< lower case, for filtering
        std::optional<EntityStatus> status; ///< none: a parameter store
    };
    struct Group
    {
        ListedKind kind = EntityKind::Gate;
        std::vector<Entry> entries;
    };

    explicit SpecsIndex(ProjectPtr project);

    const ProjectPtr &project() const { return m_project; }
    const DependencyIndex &dependencies() const { return m_dependencies; }
    const ParamStores &stores() const { return m_stores; }
    /// How many items there are.
    std::size_t count() const { return m_project->specs().size() + m_stores.all().size(); }
    /// Null: the item is an entity.
    const ParamStore *storeAt(std::uint32_t item) const;
    /// The item of a store, into ParamStores::all().
    std::uint32_t itemOfStore(std::uint32_t store) const;
    SpecsPlace placeOf(std::uint32_t item) const;
    std::optional<std::uint32_t> find(const SpecsPlace &place) const;
    /// Kinds that the project has, in the order of the page.
    const std::vector<Group> &groups() const { return m_groups; }

private:
    void addEntities();
    void addStores();

    ProjectPtr m_project;
    DependencyIndex m_dependencies;
    ParamStores m_stores;
    std::vector<Group> m_groups;
};
using SpecsIndexPtr = std::shared_ptr<const SpecsIndex>;

/// The order in which kinds of entities are listed; parameter stores follow.
inline constexpr std::array entityKindOrder {EntityKind::Gate, EntityKind::DynamicConfig,
    EntityKind::Experiment, EntityKind::Autotune, EntityKind::Layer, EntityKind::Segment,
    EntityKind::Holdout};

} // namespace Gatescope
