// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userlintindex.h"

#include <models/evaluation/compiledtarget.h>

#include <algorithm>
#include <unordered_map>

namespace Gatescope {

namespace {

using TargetKind = CompiledTarget::Kind;

struct NeedOf
{
    ValueNeed need = ValueNeed::Text;
    bool excludes = false;
};

std::optional<NeedOf> needIf(bool usable, ValueNeed need, bool excludes = false)
{
    return usable ? std::optional(NeedOf {need, excludes}) : std::nullopt;
}

/// By the type of the target, as CORE compares (facts §4.2, eq).
std::optional<NeedOf> needOfEquality(TargetKind kind, bool excludes)
{
    switch (kind) {
    case TargetKind::Bool:
        return NeedOf {ValueNeed::Boolean, excludes};
    case TargetKind::Number:
        return NeedOf {ValueNeed::Number, excludes};
    case TargetKind::String:
        return NeedOf {ValueNeed::Text, excludes};
    case TargetKind::Array:
        return NeedOf {ValueNeed::List, excludes};
    case TargetKind::Null:
    case TargetKind::Object:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// Nothing where no value whatever could make a difference: there the rule is odd, not the user.
std::optional<NeedOf> needOf(Operator op, const CompiledTarget &target)
{
    const bool hasTexts = !target.elements.empty() || (target.texts && !target.texts->isEmpty());
    switch (op) {
    case Operator::Gt:
    case Operator::Gte:
    case Operator::Lt:
    case Operator::Lte:
        return needIf(target.number.has_value(), ValueNeed::Number);
    case Operator::VersionGt:
    case Operator::VersionGte:
    case Operator::VersionLt:
    case Operator::VersionLte:
    case Operator::VersionEq:
    case Operator::VersionNeq: // false as well where there is no version to compare
        return needIf(target.kind == TargetKind::String, ValueNeed::Version);
    case Operator::Before:
    case Operator::After:
    case Operator::On:
        return needIf(target.time.has_value(), ValueNeed::Time);
    case Operator::Any:
    case Operator::AnyCaseSensitive:
    case Operator::StrStartsWithAny:
    case Operator::StrEndsWithAny:
    case Operator::StrContainsAny:
        return needIf(hasTexts, ValueNeed::Text);
    case Operator::NoneOf:
    case Operator::NoneCaseSensitive:
    case Operator::StrContainsNone:
        return needIf(hasTexts, ValueNeed::Text, true);
    case Operator::StrMatches:
        return needIf(target.pattern.has_value(), ValueNeed::Text);
    case Operator::Eq:
    case Operator::Neq:
        return needOfEquality(target.kind, op == Operator::Neq);
    case Operator::ArrayContainsAny:
    case Operator::ArrayContainsAll:
    case Operator::ArrayContainsNone: // both are false as well where there is no list to look into
    case Operator::NotArrayContainsAll:
        return needIf(target.kind == TargetKind::Array, ValueNeed::List);
    case Operator::InSegmentList:
    case Operator::NotInSegmentList:
        return needIf(target.kind == TargetKind::String, ValueNeed::IdList, op == Operator::NotInSegmentList);
    case Operator::None:
    case Operator::Other:
        break;
    }
    return std::nullopt;
}

void addOnce(UserLintIndex::RuleRefs &rules, const UserLintIndex::RuleRef &rule)
{
    if (rules.empty() || rules.back() != rule) // a rule's conditions come one after the other
        rules.push_back(rule);
}

} // namespace

/// Walks the rules of a project once.
class UserLintIndexer
{
public:
    explicit UserLintIndexer(UserLintIndex &index)
        : m_index(index)
        , m_project(*index.m_project)
    { }

    void addSpec(const Spec &spec);

private:
    using Field = UserLintIndex::Field;
    using IdType = UserLintIndex::IdType;
    using RuleRef = UserLintIndex::RuleRef;

    void addRule(const Spec &spec, const Rule &rule);
    void addCondition(const RuleRef &at, const Condition &condition);
    void addRead(const RuleRef &at, const Condition &condition);
    void addUse(Field &field, const RuleRef &at, const Condition &condition);
    void addTier(const RuleRef &at, const Condition &condition);
    void addMappings(const Spec &spec);
    void addBandit(const Spec &spec, const Bandit &bandit);
    void addBucket(const Spec &spec, const FieldName &idType);
    Field &field(const FieldName &name);
    IdType &idType(const FieldName &name);

    UserLintIndex &m_index;
    const Project &m_project;
    std::unordered_map<const Condition *, std::size_t> m_useOf; ///< position in its field's uses
};

void UserLintIndexer::addSpec(const Spec &spec)
{
    for (const Rule &rule : spec.rules)
        addRule(spec, rule);
    addMappings(spec);
    if (const Bandit *bandit = m_project.bandit(spec.name))
        addBandit(spec, *bandit);
}

void UserLintIndexer::addMappings(const Spec &spec)
{
    const std::vector<ConfigMapping> *mappings = m_project.mappings(spec.name);
    if (mappings == nullptr)
        return;
    for (const ConfigMapping &mapping : *mappings)
        for (const ConfigMapping::Step &step : mapping.steps)
            addRule(spec, m_project.overrideRules()[step.rule]);
}

void UserLintIndexer::addRule(const Spec &spec, const Rule &rule)
{
    for (const std::uint32_t index : rule.conditions)
        addCondition({&spec, &rule}, m_project.conditions()[index]);
    if (rule.passPercentage > 0 && rule.passPercentage < 100)
        addBucket(spec, *rule.idTypeName);
}

void UserLintIndexer::addCondition(const RuleRef &at, const Condition &condition)
{
    if (!condition.problem.empty())
        return;
    switch (condition.type) {
    case ConditionType::UserField:
    case ConditionType::UaBased:
    case ConditionType::IpBased:
        addRead(at, condition);
        break;
    case ConditionType::UnitId:
        idType(*condition.idTypeName);
        break;
    case ConditionType::UserBucket:
        addBucket(*at.spec, *condition.idTypeName);
        break;
    case ConditionType::EnvironmentField:
        addTier(at, condition);
        break;
    default:
        break;
    }
}

void UserLintIndexer::addRead(const RuleRef &at, const Condition &condition)
{
    Field &read = field(*condition.fieldName);
    addOnce(read.rules, at);
    addUse(read, at, condition);
    if (condition.type == ConditionType::UaBased && condition.fieldName->agentField)
        addOnce(m_index.m_agentRules[std::size_t(*condition.fieldName->agentField)], at);
    if (condition.type == ConditionType::IpBased && condition.fieldName->name == "country")
        addOnce(m_index.m_countryRules, at);
}

void UserLintIndexer::addUse(Field &field, const RuleRef &at, const Condition &condition)
{
    const auto need =
        condition.compiled ? needOf(condition.op, *condition.compiled) : std::optional<NeedOf>();
    if (!need)
        return;
    std::vector<UserLintIndex::Use> &uses = field.uses[std::size_t(need->need)];
    const auto [place, isNew] = m_useOf.try_emplace(&condition, uses.size());
    if (isNew)
        uses.push_back({&condition, need->excludes, {}});
    addOnce(uses[place->second].rules, at);
}

void UserLintIndexer::addTier(const RuleRef &at, const Condition &condition)
{
    if (condition.fieldName->name != "tier" || !condition.compiled)
        return;
    const CompiledTarget &target = *condition.compiled;
    const auto name = [&](const std::string &text) {
        const QString tier = QString::fromStdString(text);
        auto found = std::ranges::find(m_index.m_tiers, tier, &UserLintIndex::Tier::text);
        if (found == m_index.m_tiers.end())
            found = m_index.m_tiers.insert(found, {tier, {}, false});
        addOnce(found->rules, at);
        found->inAnyCase |= condition.op == Operator::Any || condition.op == Operator::NoneOf;
    };
    for (const std::string &text : target.texts ? target.texts->texts() : std::vector<std::string>())
        name(text);
    for (const CompiledTarget::Element &element : target.elements)
        name(element.text);
    if (target.kind == TargetKind::String)
        name(target.text);
}

/// A bandit's model reads attributes, but compares them with nothing.
void UserLintIndexer::addBandit(const Spec &spec, const Bandit &bandit)
{
    addBucket(spec, bandit.idType);
    for (const std::optional<Bandit::Model> &model : bandit.models) {
        if (!model)
            continue;
        for (const auto &[name, weight] : model->numerical)
            field(name);
        for (const auto &[name, weights] : model->categorical)
            field(name);
    }
}

void UserLintIndexer::addBucket(const Spec &spec, const FieldName &idTypeName)
{
    std::vector<const Spec *> &specs = idType(idTypeName).bucketedBy;
    if (specs.empty() || specs.back() != &spec)
        specs.push_back(&spec);
}

UserLintIndex::Field &UserLintIndexer::field(const FieldName &name)
{
    const auto [found, isNew] = m_index.m_fields.try_emplace(name.name);
    if (isNew) {
        found->second.name = name;
        found->second.text = QString::fromStdString(name.name);
        found->second.folded = FoldedName(found->second.text);
        m_index.m_fieldsByKey[name.name].push_back(&found->second);
        if (name.lower != name.name)
            m_index.m_fieldsByKey[name.lower].push_back(&found->second);
        if (name.builtIn || name.alias)
            m_index.m_builtInFields.push_back(&found->second);
    }
    return found->second;
}

UserLintIndex::IdType &UserLintIndexer::idType(const FieldName &name)
{
    const auto [found, isNew] = m_index.m_idTypes.try_emplace(name.name);
    if (isNew) {
        found->second.name = name;
        found->second.text = QString::fromStdString(name.name);
        found->second.folded = FoldedName(found->second.text);
    }
    return found->second;
}

UserLintIndex::UserLintIndex(ProjectPtr project)
    : m_project(std::move(project))
{
    UserLintIndexer indexer(*this);
    for (const Spec &spec : m_project->specs())
        indexer.addSpec(spec);
}

const std::vector<const UserLintIndex::Field *> &UserLintIndex::fieldsReading(std::string_view key) const
{
    static const std::vector<const Field *> none;
    const auto found = m_fieldsByKey.find(key);
    return found == m_fieldsByKey.end() ? none : found->second;
}

UserLintIndex::RuleRefs merged(UserLintIndex::RuleRefs rules, const UserLintIndex::RuleRefs &others)
{
    rules.insert(rules.end(), others.begin(), others.end());
    // Specs lie in the project's order, and so do the rules of each.
    std::ranges::sort(
        rules, {}, [](const UserLintIndex::RuleRef &at) { return std::pair(at.spec, at.rule); });
    rules.erase(std::ranges::unique(rules).begin(), rules.end());
    return rules;
}

} // namespace Gatescope
