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

HashedNames::HashedNames(ProjectPtr project, HashAlgorithm algorithm)
    : m_project(std::move(project))
    , m_algorithm(algorithm)
{
    if (!m_project || algorithm == HashAlgorithm::None)
        return;
    for (const Spec &spec : m_project->specs())
        add(spaceOf(spec.table), spec.name);
    const JsonValue stores =
        m_project->payload() ? m_project->payload()->root()["param_stores"] : JsonValue();
    for (quint32 i = 0; i < stores.size(); ++i)
        add(Space::ParamStores, stores.at(i).keyUtf8());
}

void HashedNames::add(Space space, std::string name)
{
    std::string hash = hashedName(name, m_algorithm);
    Index &index = m_index[std::size_t(space)];
    const auto [first, last] = index.equal_range(hash);
    for (auto it = first; it != last; ++it)
        if (it->second == name)
            return;
    index.emplace(std::move(hash), std::move(name));
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
    std::string_view name = hash;
    if (m_algorithm != HashAlgorithm::None) {
        const auto [first, last] = index(space).equal_range(hash);
        if (first == last || std::next(first) != last)
            return nullptr;
        name = first->second;
    }
    const int found = m_project->find(*table, name);
    return found < 0 ? nullptr : &m_project->specs()[std::size_t(found)];
}

} // namespace Gatescope
