// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "project.h"

#include <span>

namespace Gatescope {

/// One way in which an entity depends on another. The same pair and relation stands once, with all its rules.
struct Dependency
{
    enum class Relation {
        PassGate, ///< a rule wants the gate on, the user in the segment, held out
        FailGate,
        Delegate, ///< a layer's rule leaves the answer to the experiment
        ExperimentGroup, ///< a rule looks at the group in the experiment
    };

    std::uint32_t from = 0; ///< into Project::specs()
    std::uint32_t to = 0;
    Relation relation = Relation::PassGate;
    std::vector<int> rules; ///< 1-based, ascending
    bool operator==(const Dependency &) const = default;
};

/// A name that a condition refers to and the specs lack.
struct MissingDependency
{
    std::uint32_t from = 0;
    std::string name;
    int rule = 0; ///< 1-based
    bool operator==(const MissingDependency &) const = default;
};

/// Who depends on whom in a project: built once, then looked up in both directions. Immutable, any thread.
class DependencyIndex
{
public:
    explicit DependencyIndex(const Project &project);

    /// In the order of the rules.
    std::span<const Dependency> dependsOn(std::uint32_t spec) const;
    /// In the order of the specs.
    std::vector<Dependency> usedBy(std::uint32_t spec) const;
    std::span<const MissingDependency> missing(std::uint32_t spec) const;

private:
    void addRules(const Project &project, std::uint32_t spec);
    void addCondition(const Project &project, std::uint32_t spec, const Condition &condition, int rule);
    void addGate(const Project &project, std::uint32_t spec, const Condition &condition, int rule);
    void add(std::uint32_t from, std::uint32_t to, Dependency::Relation relation, int rule);
    void indexUses(size_t specs);

    std::vector<Dependency> m_dependencies; ///< grouped by `from`
    std::vector<MissingDependency> m_missing; ///< grouped by `from`
    std::vector<size_t> m_firstDependency; ///< by spec, one more than specs
    std::vector<size_t> m_firstMissing;
    std::vector<size_t> m_firstUse;
    std::vector<size_t> m_uses; ///< into m_dependencies, grouped by `to`
};

} // namespace Gatescope
