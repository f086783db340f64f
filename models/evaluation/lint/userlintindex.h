// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "likeness.h"

#include <models/evaluation/project.h>

#include <QString>

#include <array>
#include <map>

namespace Gatescope {

/// What a condition takes the value of an attribute for.
enum class ValueNeed { Number, Version, Time, Boolean, List, Text, IdList };
inline constexpr std::size_t valueNeedCount = 7;

/// What rules ask of a user: read from a project once, so that linting a user takes little time while he is
/// typed. Keeps the project alive. Immutable, any thread; building it takes time that grows with the project.
class UserLintIndex
{
public:
    struct RuleRef
    {
        const Spec *spec = nullptr;
        const Rule *rule = nullptr;
        bool operator==(const RuleRef &) const = default;
    };
    using RuleRefs = std::vector<RuleRef>;

    /// One condition on an attribute.
    struct Use
    {
        const Condition *condition = nullptr;
        bool excludes = false; ///< passes when its comparison does not hold: none, neq
        RuleRefs rules; ///< each once, in the project's order
    };

    /// An attribute that conditions read.
    struct Field
    {
        FieldName name;
        QString text; ///< as written
        FoldedName folded;
        std::array<std::vector<Use>, valueNeedCount> uses; ///< by ValueNeed
        RuleRefs rules; ///< all that read it, each once, in the project's order

        const std::vector<Use> &usesFor(ValueNeed need) const { return uses[std::size_t(need)]; }
    };

    /// A type of ID.
    struct IdType
    {
        FieldName name;
        QString text; ///< as written
        FoldedName folded;
        std::vector<const Spec *> bucketedBy; ///< each once; empty if rules only look the ID up
    };

    /// A tier that conditions name.
    struct Tier
    {
        QString text; ///< as written
        RuleRefs rules;
        bool inAnyCase = false; ///< some condition compares it so
    };

    explicit UserLintIndex(ProjectPtr project);

    const ProjectPtr &project() const { return m_project; }
    /// By name, so in a fixed order.
    const std::map<std::string, Field, std::less<>> &fields() const { return m_fields; }
    const std::map<std::string, IdType, std::less<>> &idTypes() const { return m_idTypes; }
    /// Those that look for custom attributes of that very key (facts §3.7); empty if none does.
    const std::vector<const Field *> &fieldsReading(std::string_view key) const;
    /// Those that look at the API's own fields.
    const std::vector<const Field *> &builtInFields() const { return m_builtInFields; }

    /// What is parsed from the user agent where the user has no attribute of that name (facts §6.1).
    const std::array<RuleRefs, agentFieldCount> &agentRules() const { return m_agentRules; }
    /// Rules that take the country from the IP address where the user has none (facts §6.2).
    const RuleRefs &countryRules() const { return m_countryRules; }
    const std::vector<Tier> &tiers() const { return m_tiers; }

private:
    friend class UserLintIndexer;

    ProjectPtr m_project;
    std::map<std::string, Field, std::less<>> m_fields;
    std::map<std::string, IdType, std::less<>> m_idTypes;
    std::map<std::string, std::vector<const Field *>, std::less<>> m_fieldsByKey;
    std::vector<const Field *> m_builtInFields;
    std::array<RuleRefs, agentFieldCount> m_agentRules;
    RuleRefs m_countryRules;
    std::vector<Tier> m_tiers;
};
using UserLintIndexPtr = std::shared_ptr<const UserLintIndex>;

/// Both, each rule once, in the project's order.
UserLintIndex::RuleRefs merged(UserLintIndex::RuleRefs rules, const UserLintIndex::RuleRefs &others);

} // namespace Gatescope
