// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "impactplan.h"

#include <models/evaluation/dependencies.h>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace Gatescope {

namespace {

constexpr std::array impactTables {
    SpecTable::FeatureGates, SpecTable::DynamicConfigs, SpecTable::LayerConfigs};

/// Members of a payload that evaluations read beside the specs.
constexpr std::array<std::string_view, 7> projectMembers {"app_id", "default_environment", "id_lists",
    "sdk_keys_to_app_ids", "hashed_sdk_keys_to_app_ids", "override_rules", "overrides"};

std::string impactKey(SpecTable table, std::string_view name)
{
    return char('0' + int(table)) + std::string(name);
}

bool isSameJson(const JsonValue &left, const JsonValue &right)
{
    return (left.isValid() == right.isValid() && left.rawText() == right.rawText())
        || jsonEquals(left, right);
}

/// Whether what all entities share is the same.
bool sharesProjectValues(const Project &left, const Project &right)
{
    if (left.format() != right.format())
        return false;
    const JsonValue lefts = left.payload()->root();
    const JsonValue rights = right.payload()->root();
    return std::ranges::all_of(
        projectMembers, [&](std::string_view member) { return isSameJson(lefts[member], rights[member]); });
}

bool hasSameConditions(const Project &left, const Rule &rule, const Project &right, const Rule &other)
{
    return std::ranges::equal(rule.conditions, other.conditions, [&](std::uint32_t a, std::uint32_t b) {
        return isSameJson(left.conditions()[a].source, right.conditions()[b].source)
            && left.conditions()[a].source.isValid() == right.conditions()[b].source.isValid();
    });
}

bool isSameSpec(const Project &left, const Spec &spec, const Project &right, const Spec &other)
{
    return isSameJson(spec.source, other.source)
        && std::ranges::equal(spec.rules, other.rules,
            [&](const Rule &a, const Rule &b) { return hasSameConditions(left, a, right, b); });
}

/// Spreads from the entities that differ to all that ask them in either project.
class ImpactSpread
{
public:
    ImpactSpread(const Project &left, const Project &right)
        : m_left(left)
        , m_right(right)
    {
        addUses(left);
        addUses(right);
    }

    std::unordered_set<std::string> run(const std::vector<ImpactEntity> &entities);

private:
    void addUses(const Project &project);
    void addMissing(const Project &project, const DependencyIndex &index, std::uint32_t spec);
    bool differs(const ImpactEntity &entity) const;
    void mark(std::string key);

    const Project &m_left;
    const Project &m_right;
    std::unordered_map<std::string, std::vector<std::string>> m_users; ///< of an entity, who asks it
    std::unordered_set<std::string> m_affected;
    std::vector<std::string> m_pending;
};

void ImpactSpread::addUses(const Project &project)
{
    const DependencyIndex index(project);
    for (std::uint32_t i = 0; i < project.specs().size(); ++i) {
        const Spec &spec = project.specs()[i];
        for (const Dependency &dependency : index.dependsOn(i)) {
            const Spec &asked = project.specs()[dependency.to];
            m_users[impactKey(asked.table, asked.name)].push_back(impactKey(spec.table, spec.name));
        }
        addMissing(project, index, i);
    }
    for (const Bandit &bandit : project.bandits()) {
        if (bandit.targetingGate)
            m_users[impactKey(SpecTable::FeatureGates, *bandit.targetingGate)].push_back(
                impactKey(SpecTable::DynamicConfigs, bandit.name));
    }
}

/// A name that this project lacks may be one that the other has, or a bandit's.
void ImpactSpread::addMissing(const Project &project, const DependencyIndex &index, std::uint32_t spec)
{
    const Spec &asking = project.specs()[spec];
    for (const MissingDependency &missing : index.missing(spec))
        for (const SpecTable table : {SpecTable::FeatureGates, SpecTable::DynamicConfigs})
            m_users[impactKey(table, missing.name)].push_back(impactKey(asking.table, asking.name));
}

bool ImpactSpread::differs(const ImpactEntity &entity) const
{
    const int left = m_left.find(entity.table, entity.name);
    const int right = m_right.find(entity.table, entity.name);
    if (left < 0 || right < 0)
        return left != right;
    return !isSameSpec(
        m_left, m_left.specs()[std::size_t(left)], m_right, m_right.specs()[std::size_t(right)]);
}

void ImpactSpread::mark(std::string key)
{
    if (m_affected.insert(key).second)
        m_pending.push_back(std::move(key));
}

std::unordered_set<std::string> ImpactSpread::run(const std::vector<ImpactEntity> &entities)
{
    for (const ImpactEntity &entity : entities)
        if (differs(entity))
            mark(impactKey(entity.table, entity.name));
    for (const Project *project : {&m_left, &m_right}) // bandits are asked through names, and read no spec
        for (const Bandit &bandit : project->bandits())
            mark(impactKey(SpecTable::DynamicConfigs, bandit.name));
    while (!m_pending.empty()) {
        const std::string key = std::move(m_pending.back());
        m_pending.pop_back();
        if (const auto users = m_users.find(key); users != m_users.end())
            for (const std::string &user : users->second)
                mark(user);
    }
    return std::move(m_affected);
}

/// Mappings answer with another config, and their rules may ask any gate.
bool hasMappings(const Project &project)
{
    return project.payload()->root()["overrides"].size() > 0;
}

} // namespace

std::vector<ImpactEntity> allEntities(const Project &left, const Project &right)
{
    std::vector<ImpactEntity> entities;
    std::unordered_set<std::string> seen;
    const auto add = [&](SpecTable table, EntityKind kind, std::string_view name) {
        const bool inLeft = left.find(table, name) >= 0
            || (table == SpecTable::DynamicConfigs && left.bandit(name) != nullptr);
        const bool inRight = right.find(table, name) >= 0
            || (table == SpecTable::DynamicConfigs && right.bandit(name) != nullptr);
        if (seen.insert(impactKey(table, name)).second)
            entities.push_back({table, kind, std::string(name), inLeft, inRight});
    };
    for (const Project *project : {&right, &left}) {
        for (const SpecTable table : impactTables)
            for (const Spec &spec : project->specs())
                if (spec.table == table)
                    add(table, spec.kind, spec.name);
        for (const Bandit &bandit : project->bandits())
            add(SpecTable::DynamicConfigs, EntityKind::Autotune, bandit.name);
    }
    return entities;
}

std::vector<ImpactEntity> affectedEntities(const Project &left, const Project &right)
{
    std::vector<ImpactEntity> entities = allEntities(left, right);
    if (!sharesProjectValues(left, right) || hasMappings(left) || hasMappings(right))
        return entities;
    const std::unordered_set<std::string> affected = ImpactSpread(left, right).run(entities);
    std::erase_if(entities, [&affected](const ImpactEntity &entity) {
        return !affected.contains(impactKey(entity.table, entity.name));
    });
    return entities;
}

} // namespace Gatescope
