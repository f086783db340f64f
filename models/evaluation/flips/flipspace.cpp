// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "flipspace.h"

#include "agentvalues.h"
#include "flipvalues.h"

#include <models/json/utf8text.h>

#include <unordered_set>

namespace Gatescope {

namespace {

constexpr std::size_t mostConditions = 20'000;
constexpr std::size_t mostCandidates = 2'000;

constexpr int costOfChange = 1;
constexpr int costOfAddition = 2;
constexpr int costOfRemoval = 3;
constexpr int costOfDevice = 3;
constexpr int costOfIdentity = 5;

UserField userFieldOf(BuiltInField field)
{
    switch (field) {
    case BuiltInField::UserId:
        return UserField::UserId;
    case BuiltInField::Email:
        return UserField::Email;
    case BuiltInField::Ip:
        return UserField::Ip;
    case BuiltInField::Country:
        return UserField::Country;
    case BuiltInField::Locale:
        return UserField::Locale;
    case BuiltInField::AppVersion:
        return UserField::AppVersion;
    case BuiltInField::UserAgent:
        return UserField::UserAgent;
    }
    Q_UNREACHABLE();
}

class SpaceReader
{
public:
    SpaceReader(const Project &project, const StatsigUser &user)
        : m_project(project)
        , m_user(user)
    { }

    FlipSpace read(std::uint32_t spec)
    {
        const std::vector<Rule> &rules = m_project.specs()[spec].rules;
        m_specs.insert(spec);
        for (m_rule = 0; m_rule < rules.size(); ++m_rule)
            readRule(rules[m_rule]);
        readMappings(m_project.specs()[spec].name);
        return std::move(m_space);
    }

private:
    void readSpec(std::uint32_t spec)
    {
        if (!m_specs.insert(spec).second)
            return;
        m_waiting.push_back(spec);
        if (m_isReading)
            return; // an explicit list: gates may be nested deeper than a stack
        m_isReading = true;
        while (!m_waiting.empty()) {
            const Spec &next = m_project.specs()[m_waiting.back()];
            m_waiting.pop_back();
            for (const Rule &rule : next.rules)
                readRule(rule);
            readMappings(next.name);
        }
        m_isReading = false;
    }

    void readNamed(SpecTable table, std::string_view name)
    {
        if (const int spec = m_project.find(table, name); spec >= 0)
            readSpec(std::uint32_t(spec));
    }

    void readMappings(std::string_view name)
    {
        const std::vector<ConfigMapping> *mappings = m_project.mappings(name);
        if (!mappings)
            return;
        for (const ConfigMapping &mapping : *mappings) {
            for (const ConfigMapping::Step &step : mapping.steps)
                readRule(m_project.overrideRules()[step.rule]);
            readNamed(SpecTable::DynamicConfigs, mapping.newConfigName);
        }
    }

    void readRule(const Rule &rule)
    {
        for (const std::uint32_t index : rule.conditions) {
            if (m_conditions.size() < mostConditions && m_conditions.insert(index).second)
                readCondition(m_project.conditions()[index]);
        }
        if (rule.passPercentage > 0 && rule.passPercentage < 100)
            addBucketId(*rule.idTypeName);
        if (rule.delegate != Rule::noDelegate)
            readSpec(rule.delegate);
    }

    void readCondition(const Condition &condition)
    {
        switch (condition.type) {
        case ConditionType::PassGate:
        case ConditionType::FailGate:
            return readNamed(SpecTable::FeatureGates, condition.target.toUtf8());
        case ConditionType::ExperimentGroup:
            return readNamed(SpecTable::DynamicConfigs, condition.field);
        case ConditionType::UserBucket:
            return addBucketId(*condition.idTypeName);
        case ConditionType::UaBased:
            return readAgent(condition);
        case ConditionType::UserField:
        case ConditionType::IpBased:
            return addValues(condition, attributeOf(*condition.fieldName), 0);
        case ConditionType::UnitId:
            return addValues(condition, idOf(*condition.idTypeName), costOfIdentity);
        case ConditionType::EnvironmentField:
            return addValues(
                condition, {UserTable::StatsigEnvironment, utf8Text(condition.fieldName->name)}, 1);
        default:
            return;
        }
    }

    /// What an attribute is read from now, else where one would put it.
    UserAttribute attributeOf(const FieldName &field) const
    {
        if (field.builtIn)
            return {userFieldOf(*field.builtIn), {}};
        for (const UserTable table : {UserTable::Custom, UserTable::PrivateAttributes})
            for (const std::string &name : {field.name, field.lower})
                if (const UserAttribute own {table, QString::fromStdString(name)};
                    !attributeJson(m_user, own).isEmpty())
                    return own;
        if (field.alias)
            return {userFieldOf(*field.alias), {}};
        return {UserTable::Custom, QString::fromStdString(field.name)};
    }

    UserAttribute idOf(const FieldName &idType) const
    {
        if (idType.builtIn == BuiltInField::UserId)
            return {UserField::UserId, {}};
        const UserAttribute exact {UserTable::CustomIds, QString::fromStdString(idType.name)};
        const UserAttribute lower {UserTable::CustomIds, QString::fromStdString(idType.lower)};
        const bool isLower =
            attributeJson(m_user, exact).isEmpty() && !attributeJson(m_user, lower).isEmpty();
        return isLower ? lower : exact;
    }

    void readAgent(const Condition &condition)
    {
        const UserAttribute own = attributeOf(*condition.fieldName);
        if (!condition.fieldName->agentField || !attributeJson(m_user, own).isEmpty())
            return addValues(condition, own, 0);
        const UserAttribute agent {UserField::UserAgent, {}};
        const QString current = m_user.text(UserField::UserAgent);
        for (const QString &text : agentsToTry(condition, current))
            add({agent, jsonQuoted(text)}, costOfDevice);
    }

    void addValues(const Condition &condition, const UserAttribute &attribute, int extra)
    {
        const QByteArray current = attributeJson(m_user, attribute);
        for (const QByteArray &json : valuesToTry(condition, current))
            add({attribute, json}, extra + (current.isEmpty() ? costOfAddition : costOfChange));
        if (!current.isEmpty())
            add({attribute, {}}, extra + costOfRemoval);
    }

    void add(const UserEdit &edit, int cost)
    {
        // A field holds a text whatever its type was.
        UserEdit plain = edit;
        if (std::holds_alternative<UserField>(edit.attribute.place) && !edit.json.isEmpty())
            plain.json = attributeJson(edited(StatsigUser(), edit), edit.attribute);
        const bool isKnown = std::ranges::any_of(
            m_space.candidates, [&plain](const FlipCandidate &other) { return other.edit == plain; });
        const bool isCurrent = plain.json == attributeJson(m_user, plain.attribute);
        if (!isKnown && !isCurrent && m_space.candidates.size() < mostCandidates)
            m_space.candidates.push_back({plain, cost, std::uint32_t(m_rule)});
    }

    void addBucketId(const FieldName &idType)
    {
        if (const UserAttribute id = idOf(idType); !m_space.bucketIds.contains(id))
            m_space.bucketIds << id;
    }

    const Project &m_project;
    const StatsigUser &m_user;
    FlipSpace m_space;
    std::size_t m_rule = 0;
    bool m_isReading = false;
    std::vector<std::uint32_t> m_waiting;
    std::unordered_set<std::uint32_t> m_specs;
    std::unordered_set<std::uint32_t> m_conditions;
};

} // namespace

FlipSpace flipSpace(const Project &project, std::uint32_t spec, const StatsigUser &user)
{
    return SpaceReader(project, user).read(spec);
}

} // namespace Gatescope
