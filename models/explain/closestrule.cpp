// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "closestrule.h"
#include "uservalue.h"

#include <algorithm>
#include <tuple>

namespace Gatescope {

namespace {

/// What the rule would give is something else than what no rule gives.
bool wouldChange(const TraceView &view, std::uint32_t ruleNode)
{
    const Spec &spec = view.spec(ruleNode);
    const Rule &rule = view.rule(ruleNode);
    if (rule.delegate != Rule::noDelegate)
        return true;
    if (rule.passPercentage <= 0)
        return false;
    if (spec.table != SpecTable::FeatureGates)
        return !jsonEquals(rule.returnValue, spec.defaultValue);
    if (view.project().format() == Project::Format::V1)
        return true;
    return (rule.returnValue.kind() != JsonValue::Kind::False) != spec.defaultValue.toBool();
}

std::optional<std::uint32_t> onlyFailure(const TraceView &view, std::uint32_t ruleNode)
{
    const auto failed = view.conditions(ruleNode, Trace::Outcome::Failed);
    const bool isSure = view.conditions(ruleNode, Trace::Outcome::Undetermined).empty();
    if (failed.size() != 1 || !isSure || view.condition(failed.front()).type == ConditionType::UserBucket)
        return std::nullopt;
    return failed.front();
}

/// What a condition looks at, so that two can be compared.
std::tuple<ConditionType, std::string_view, std::string_view> lookedAt(const Condition &condition)
{
    const bool isUnit = condition.type == ConditionType::UnitId;
    return {condition.type, isUnit ? std::string_view() : condition.field,
        isUnit ? condition.idType : std::string_view()};
}

bool isUnset(const TraceView &view, std::uint32_t node)
{
    const ConditionType type = view.condition(node).type;
    const bool looksAtUser = type == ConditionType::UserField || type == ConditionType::UnitId
        || type == ConditionType::EnvironmentField;
    return looksAtUser && !userValueOf(view, view.condition(node), node).isSet();
}

/// Those an answer could have come from.
std::vector<std::uint32_t> answeringRules(const TraceView &view, std::uint32_t entity)
{
    std::vector<std::uint32_t> rules = view.rules(entity);
    std::erase_if(rules, [&view](std::uint32_t rule) { return endsTheRules(view, rule); });
    return rules;
}

} // namespace

bool endsTheRules(const TraceView &view, std::uint32_t ruleNode)
{
    const Rule &rule = view.rule(ruleNode);
    const std::vector<Condition> &conditions = view.project().conditions();
    return !(rule.passPercentage > 0) && rule.delegate == Rule::noDelegate
        && std::ranges::all_of(rule.conditions,
            [&](std::uint32_t index) { return conditions[index].type == ConditionType::Public; });
}

std::optional<ClosestRule> closestRule(const TraceView &view, std::uint32_t entity)
{
    std::optional<ClosestRule> closest;
    const std::vector<std::uint32_t> rules = answeringRules(view, entity);
    for (const std::uint32_t rule : rules) {
        const auto failure = onlyFailure(view, rule);
        const bool hasPassed = !view.conditions(rule, Trace::Outcome::Passed).empty();
        if (!failure || !wouldChange(view, rule) || (!hasPassed && rules.size() > 1))
            continue;
        if (closest)
            return std::nullopt;
        closest = ClosestRule {rule, *failure};
    }
    return closest;
}

std::uint32_t commonUnset(const TraceView &view, std::uint32_t entity)
{
    std::uint32_t common = Trace::none;
    for (const std::uint32_t rule : answeringRules(view, entity)) {
        const auto failed = view.conditions(rule, Trace::Outcome::Failed);
        const auto unset = std::ranges::find_if(failed, [&](std::uint32_t node) {
            return isUnset(view, node)
                && (common == Trace::none
                    || lookedAt(view.condition(node)) == lookedAt(view.condition(common)));
        });
        if (unset == failed.end())
            return Trace::none;
        common = *unset;
    }
    return common;
}

} // namespace Gatescope
