// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specsindex.h"

#include <models/json/utf8text.h>

#include <algorithm>

namespace Gatescope {

SpecsIndex::SpecsIndex(ProjectPtr project)
    : m_project(std::move(project))
    , m_dependencies(*m_project)
    , m_stores(*m_project)
{
    addEntities();
    addStores();
}

void SpecsIndex::addEntities()
{
    std::array<Group, entityKindOrder.size()> byKind;
    for (std::size_t i = 0; i < byKind.size(); ++i)
        byKind[i].kind = entityKindOrder[i];
    for (std::uint32_t i = 0; i < m_project->specs().size(); ++i) {
        const Spec &spec = m_project->specs()[i];
        const auto group = std::ranges::find(byKind, ListedKind(spec.kind), &Group::kind);
        const QString name = displayName(spec);
        group->entries.push_back({i, name, name.toCaseFolded(), statusOf(*m_project, spec)});
    }
    for (Group &group : byKind)
        if (!group.entries.empty())
            m_groups.push_back(std::move(group));
}

void SpecsIndex::addStores()
{
    Group group {std::nullopt, {}};
    for (std::uint32_t i = 0; i < m_stores.all().size(); ++i) {
        const QString &name = m_stores.all()[i].name;
        group.entries.push_back({itemOfStore(i), name, name.toCaseFolded(), std::nullopt});
    }
    if (!group.entries.empty())
        m_groups.push_back(std::move(group));
}

const ParamStore *SpecsIndex::storeAt(std::uint32_t item) const
{
    const std::size_t specs = m_project->specs().size();
    return item < specs ? nullptr : &m_stores.all()[item - specs];
}

std::uint32_t SpecsIndex::itemOfStore(std::uint32_t store) const
{
    return std::uint32_t(m_project->specs().size()) + store;
}

SpecsPlace SpecsIndex::placeOf(std::uint32_t item) const
{
    if (const ParamStore *store = storeAt(item))
        return StoreRef {store->name};
    const Spec &spec = m_project->specs()[item];
    return EntityRef {spec.table, utf8Text(spec.name)};
}

std::optional<std::uint32_t> SpecsIndex::find(const SpecsPlace &place) const
{
    if (const auto *store = std::get_if<StoreRef>(&place)) {
        const auto found = m_stores.find(store->name);
        return found ? std::optional(itemOfStore(*found)) : std::nullopt;
    }
    const auto &entity = std::get<EntityRef>(place);
    const int spec = m_project->find(entity.table, entity.name.toStdString());
    return spec < 0 ? std::nullopt : std::optional(std::uint32_t(spec));
}

} // namespace Gatescope
