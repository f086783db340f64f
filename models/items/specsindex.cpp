// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specsindex.h"

#include <models/evaluation/phrase.h>

#include <algorithm>

namespace Gatescope {

SpecsIndex::SpecsIndex(ProjectPtr project)
    : m_project(std::move(project))
    , m_dependencies(*m_project)
{
    std::array<Group, entityKindOrder.size()> byKind;
    for (std::size_t i = 0; i < byKind.size(); ++i)
        byKind[i].kind = entityKindOrder[i];
    for (std::uint32_t i = 0; i < m_project->specs().size(); ++i) {
        const Spec &spec = m_project->specs()[i];
        const auto group = std::ranges::find(byKind, spec.kind, &Group::kind);
        const QString name = displayName(spec);
        group->entries.push_back({i, name, name.toCaseFolded(), statusOf(*m_project, spec)});
    }
    for (Group &group : byKind)
        if (!group.entries.empty())
            m_groups.push_back(std::move(group));
}

} // namespace Gatescope
