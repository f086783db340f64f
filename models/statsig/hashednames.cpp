// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "hashednames.h"

#include <models/evaluation/hashes.h>

namespace Gatescope {

namespace {

HashedNames::Space spaceOf(SpecTable table)
{
    switch (table) {
    case SpecTable::FeatureGates:
        return HashedNames::Space::Gates;
    case SpecTable::DynamicConfigs:
        return HashedNames::Space::Configs;
    case SpecTable::LayerConfigs:
        return HashedNames::Space::Layers;
    }
    Q_UNREACHABLE();
}

std::optional<SpecTable> tableOf(HashedNames::Space space)
{
    switch (space) {
    case HashedNames::Space::Gates:
        return SpecTable::FeatureGates;
    case HashedNames::Space::Configs:
        return SpecTable::DynamicConfigs;
    case HashedNames::Space::Layers:
        return SpecTable::LayerConfigs;
    case HashedNames::Space::ParamStores:
        return {};
    }
    Q_UNREACHABLE();
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

} // namespace

HashedNames::HashedNames(ProjectPtr project, HashAlgorithm algorithm, const NameList *list)
    : m_project(std::move(project))
    , m_algorithm(algorithm)
{
    if (algorithm == HashAlgorithm::None)
        return;
    if (m_project) {
        for (const Spec &spec : m_project->specs())
            add(spaceOf(spec.table), std::string(spec.name));
        const JsonValue stores =
            m_project->payload() ? m_project->payload()->root()["param_stores"] : JsonValue();
        for (quint32 i = 0; i < stores.size(); ++i)
            add(Space::ParamStores, stores.at(i).keyUtf8());
    }
    for (const std::string &name : list ? list->names : std::vector<std::string>()) {
        const std::string hash = hashedName(name, m_algorithm);
        for (std::size_t space = 0; space < m_index.size(); ++space)
            addHashed(Space(space), hash, name);
    }
}

void HashedNames::add(Space space, const std::string &name)
{
    addHashed(space, hashedName(name, m_algorithm), name);
}

void HashedNames::addHashed(Space space, const std::string &hash, const std::string &name)
{
    Index &index = m_index[std::size_t(space)];
    const auto [first, last] = index.equal_range(hash);
    for (auto it = first; it != last; ++it)
        if (it->second == name)
            return;
    index.emplace(hash, name);
}

QStringList HashedNames::names(Space space, std::string_view hash) const
{
    if (m_algorithm == HashAlgorithm::None)
        return {textOf(hash)};
    QStringList found;
    const auto [first, last] = index(space).equal_range(hash);
    for (auto it = first; it != last; ++it)
        found << textOf(it->second);
    found.sort();
    return found;
}

const Spec *HashedNames::spec(Space space, std::string_view hash) const
{
    const auto table = tableOf(space);
    if (!m_project || !table)
        return nullptr;
    if (m_algorithm == HashAlgorithm::None) {
        const int found = m_project->find(*table, hash);
        return found < 0 ? nullptr : &m_project->specs()[std::size_t(found)];
    }
    const Spec *only = nullptr;
    const auto [first, last] = index(space).equal_range(hash);
    for (auto it = first; it != last; ++it) {
        const int found = m_project->find(*table, it->second);
        if (found >= 0 && only)
            return nullptr;
        if (found >= 0)
            only = &m_project->specs()[std::size_t(found)];
    }
    return only;
}

} // namespace Gatescope
