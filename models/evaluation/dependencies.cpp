// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "dependencies.h"

#include <algorithm>

namespace Gatescope {

DependencyIndex::DependencyIndex(const Project &project)
{
    const auto count = std::uint32_t(project.specs().size());
    for (std::uint32_t spec = 0; spec < count; ++spec) {
        m_firstDependency.push_back(m_dependencies.size());
        m_firstMissing.push_back(m_missing.size());
        addRules(project, spec);
    }
    m_firstDependency.push_back(m_dependencies.size());
    m_firstMissing.push_back(m_missing.size());
    indexUses(count);
}

void DependencyIndex::addRules(const Project &project, std::uint32_t spec)
{
    int number = 0;
    for (const Rule &rule : project.specs()[spec].rules) {
        ++number;
        for (const std::uint32_t condition : rule.conditions)
            addCondition(project, spec, project.conditions()[condition], number);
        if (rule.delegate != Rule::noDelegate)
            add(spec, rule.delegate, Dependency::Relation::Delegate, number);
        else if (!rule.configDelegate.empty())
            m_missing.push_back({spec, std::string(rule.configDelegate), number});
    }
}

void DependencyIndex::addCondition(
    const Project &project, std::uint32_t spec, const Condition &condition, int rule)
{
    if (condition.type == ConditionType::PassGate || condition.type == ConditionType::FailGate)
        return addGate(project, spec, condition, rule);
    if (condition.type != ConditionType::ExperimentGroup)
        return;
    const int experiment = project.find(SpecTable::DynamicConfigs, condition.field);
    if (experiment >= 0)
        add(spec, std::uint32_t(experiment), Dependency::Relation::ExperimentGroup, rule);
    else
        m_missing.push_back({spec, std::string(condition.field), rule});
}

void DependencyIndex::addGate(
    const Project &project, std::uint32_t spec, const Condition &condition, int rule)
{
    const std::string name = condition.target.toUtf8();
    const int gate = project.find(SpecTable::FeatureGates, name);
    if (gate < 0)
        return m_missing.push_back({spec, name, rule});
    const bool passes = condition.type == ConditionType::PassGate;
    add(spec, std::uint32_t(gate), passes ? Dependency::Relation::PassGate : Dependency::Relation::FailGate,
        rule);
}

void DependencyIndex::add(std::uint32_t from, std::uint32_t to, Dependency::Relation relation, int rule)
{
    const auto first = m_dependencies.begin() + std::ptrdiff_t(m_firstDependency.back());
    const auto same = std::find_if(first, m_dependencies.end(),
        [&](const Dependency &known) { return known.to == to && known.relation == relation; });
    if (same == m_dependencies.end())
        m_dependencies.push_back({from, to, relation, {rule}});
    else if (same->rules.back() != rule)
        same->rules.push_back(rule);
}

/// A counting sort by target, so that both directions cost one pass whatever the size.
void DependencyIndex::indexUses(size_t specs)
{
    m_firstUse.assign(specs + 1, 0);
    for (const Dependency &dependency : m_dependencies)
        ++m_firstUse[dependency.to + 1];
    for (size_t spec = 0; spec < specs; ++spec)
        m_firstUse[spec + 1] += m_firstUse[spec];
    std::vector<size_t> next(m_firstUse.begin(), m_firstUse.end() - 1);
    m_uses.resize(m_dependencies.size());
    for (size_t i = 0; i < m_dependencies.size(); ++i)
        m_uses[next[m_dependencies[i].to]++] = i;
}

std::span<const Dependency> DependencyIndex::dependsOn(std::uint32_t spec) const
{
    return std::span(m_dependencies)
        .subspan(m_firstDependency[spec], m_firstDependency[spec + 1] - m_firstDependency[spec]);
}

std::vector<Dependency> DependencyIndex::usedBy(std::uint32_t spec) const
{
    std::vector<Dependency> uses;
    for (size_t i = m_firstUse[spec]; i < m_firstUse[spec + 1]; ++i)
        uses.push_back(m_dependencies[m_uses[i]]);
    return uses;
}

std::span<const MissingDependency> DependencyIndex::missing(std::uint32_t spec) const
{
    return std::span(m_missing).subspan(
        m_firstMissing[spec], m_firstMissing[spec + 1] - m_firstMissing[spec]);
}

} // namespace Gatescope
