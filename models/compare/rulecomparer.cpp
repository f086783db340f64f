// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "rulecomparer.h"

#include <models/evaluation/lowercase.h>

#include <algorithm>
#include <unordered_map>

namespace Gatescope {

namespace {

struct NamedField
{
    ComparedField field;
    std::string_view name;
};
constexpr std::array ruleFields {
    NamedField {ComparedField::RuleName, "name"},
    NamedField {ComparedField::Group, "groupName"},
    NamedField {ComparedField::IdType, "idType"},
    NamedField {ComparedField::Delegate, "configDelegate"},
    NamedField {ComparedField::ExperimentGroup, "isExperimentGroup"},
};
constexpr std::array<std::string_view, 10> ruleMembers {"id", "name", "groupName", "idType", "configDelegate",
    "isExperimentGroup", "salt", "passPercentage", "returnValue", "conditions"};
constexpr std::array<std::string_view, 5> conditionMembers {
    "type", "operator", "field", "idType", "targetValue"};

/// Rules of the same ID are told apart by their order.
std::vector<std::pair<std::string, JsonValue>> keyedRules(const JsonValue &rules)
{
    std::vector<std::pair<std::string, JsonValue>> keyed;
    std::unordered_map<std::string, int> seen;
    for (quint32 i = 0; rules.isArray() && i < rules.size(); ++i) {
        const std::string id = rules.at(i)["id"].toUtf8();
        const int before = seen[id]++;
        keyed.emplace_back(before == 0 ? id : id + '\n' + std::to_string(before), rules.at(i));
    }
    return keyed;
}

/// v1 does not mind capitals (facts §3.4).
std::string conditionType(const JsonValue &condition, bool isV1)
{
    const std::string type = condition["type"].toUtf8();
    return isV1 ? lowerCased(type) : type;
}

/// What a condition looks at and how: those alike differ in their targets at most. Of conditions on everybody
/// and on gates the SDKs read nothing else (facts §3.4).
std::string aspectOf(const JsonValue &condition, bool isV1)
{
    if (!condition.isObject())
        return '?' + condition.toUtf8();
    const std::string type = conditionType(condition, isV1);
    if (type == "public" || type == "pass_gate" || type == "fail_gate")
        return type;
    std::string aspect;
    for (const char *name : {"operator", "field", "idType"})
        aspect += '\n' + condition[name].toUtf8();
    return type + aspect;
}

} // namespace

void compareOptional(DifferenceList &list, ComparedField field, const JsonValue &left, const JsonValue &right)
{
    list.compare(field, left.isNull() ? JsonValue() : left, right.isNull() ? JsonValue() : right);
}

void RuleComparer::compare(const JsonValue &lefts, const JsonValue &rights)
{
    const auto leftRules = keyedRules(lefts);
    const auto rightRules = keyedRules(rights);
    std::unordered_map<std::string_view, JsonValue> rightIndex;
    std::unordered_map<std::string_view, JsonValue> leftIndex;
    for (const auto &[id, rule] : rightRules)
        rightIndex.emplace(id, rule);
    for (const auto &[id, rule] : leftRules)
        leftIndex.emplace(id, rule);
    Rules leftOrder; // those both have, as the right side has them
    for (const auto &[id, rule] : leftRules) {
        const auto other = rightIndex.find(id);
        m_list.setSubject({ruleTitleOf(rule)});
        if (other == rightIndex.end()) {
            m_list.add(ComparedField::Rule, rule, {});
            continue;
        }
        leftOrder.push_back(other->second);
        compareRule(rule, other->second);
    }
    Rules rightOrder;
    for (const auto &[id, rule] : rightRules) {
        m_list.setSubject({ruleTitleOf(rule)});
        if (leftIndex.contains(id))
            rightOrder.push_back(rule);
        else
            m_list.add(ComparedField::Rule, {}, rule);
    }
    m_list.setSubject({});
    if (leftOrder != rightOrder)
        addOrder(lefts, rights, leftOrder, rightOrder);
}

/// The first rule that matches decides, so their order is a field of its own.
void RuleComparer::addOrder(
    const JsonValue &lefts, const JsonValue &rights, const Rules &leftOrder, const Rules &rightOrder)
{
    const auto titles = [](const Rules &rules) {
        constexpr std::size_t most = 50;
        QStringList shown;
        for (std::size_t i = 0; i < std::min(rules.size(), most); ++i)
            shown << ruleTitleOf(rules[i]);
        return shown.join(QStringLiteral(", ")) + (rules.size() > most ? QStringLiteral(", …") : QString());
    };
    m_list.addWithTexts(ComparedField::RuleOrder, lefts, rights, titles(leftOrder), titles(rightOrder));
}

void RuleComparer::compareRule(const JsonValue &left, const JsonValue &right)
{
    const bool isSameForm = m_left.isV1() == m_right.isV1();
    compareOutcome(left, right);
    for (const NamedField &field : ruleFields)
        compareOptional(m_list, field.field, left[field.name], right[field.name]);
    // an empty salt is a salt, a missing one is the rule's ID (facts §0, 8)
    const auto saltOf = [](const JsonValue &rule) {
        return rule["salt"].isString() ? rule["salt"] : rule["id"];
    };
    m_list.compare(ComparedField::Salt, saltOf(left), saltOf(right));
    compareConditions(left, right);
    if (isSameForm)
        m_list.compareMembers(left, right, ruleMembers);
}

/// A gate's rule that says no is a rule for nobody in v1 and one that returns false in v2 (facts §0, 4).
void RuleComparer::compareOutcome(const JsonValue &left, const JsonValue &right)
{
    const auto saysNo = [](const JsonValue &rule, bool isV1) {
        return isV1 ? rule["passPercentage"].toDouble(1) == 0
                    : rule["returnValue"].kind() == JsonValue::Kind::False && rule["returnValue"].isValid();
    };
    const bool isMixedGate = m_table == SpecTable::FeatureGates && m_left.isV1() != m_right.isV1();
    if (isMixedGate && saysNo(left, m_left.isV1()) && saysNo(right, m_right.isV1()))
        return;
    m_list.compare(ComparedField::PassPercentage, left["passPercentage"], right["passPercentage"]);
    m_list.compare(ComparedField::ReturnValue, left["returnValue"], right["returnValue"]);
}

void RuleComparer::addCondition(const JsonValue &left, const JsonValue &right)
{
    const auto text = [this](const SpecsSide &side, const JsonValue &condition) {
        return condition.isValid() ? side.conditionText(condition, m_table, m_spec) : QString();
    };
    m_list.addWithTexts(ComparedField::Condition, left, right, text(m_left, left), text(m_right, right));
}

void RuleComparer::compareConditions(const JsonValue &left, const JsonValue &right)
{
    // Those of the same text first, then those that look at the same in the same way, in their order.
    const Conditions rightConditions = m_right.conditions(right);
    std::unordered_map<std::string_view, int> unmatched;
    for (const JsonValue &condition : rightConditions)
        ++unmatched[condition.rawText()];
    std::unordered_map<std::string_view, int> matched;
    Conditions lefts;
    for (const JsonValue &condition : m_left.conditions(left)) {
        const auto same = unmatched.find(condition.rawText());
        if (same != unmatched.end() && same->second-- > 0)
            ++matched[condition.rawText()];
        else
            lefts.push_back(condition);
    }
    std::unordered_map<std::string, std::vector<JsonValue>> alike;
    for (const JsonValue &condition : rightConditions) { // in their order
        const auto same = matched.find(condition.rawText());
        if (same != matched.end() && same->second-- > 0)
            continue;
        alike[aspectOf(condition, m_right.isV1())].push_back(condition);
    }
    for (auto &[aspect, conditions] : alike)
        std::ranges::reverse(conditions);
    Conditions removed;
    for (const JsonValue &condition : lefts) {
        std::vector<JsonValue> &others = alike[aspectOf(condition, m_left.isV1())];
        if (others.empty()) {
            removed.push_back(condition);
            continue;
        }
        compareAlike(condition, others.back());
        others.pop_back();
    }
    Conditions added;
    for (auto &[aspect, conditions] : alike)
        added.insert(added.end(), conditions.begin(), conditions.end());
    std::ranges::sort(added, {}, &JsonValue::id);
    if (removed.size() == 1 && added.size() == 1)
        return addCondition(removed.front(), added.front());
    for (const JsonValue &condition : removed)
        addCondition(condition, {});
    for (const JsonValue &condition : added)
        addCondition({}, condition);
}

/// Two conditions that look at the same: their targets as a set, all else by name.
void RuleComparer::compareAlike(const JsonValue &left, const JsonValue &right)
{
    if (!left.isObject() || !right.isObject())
        return;
    const QStringList subject = m_list.subject();
    const QString field = left["field"].toString();
    const QString type = left["type"].toString();
    if (type.compare(QLatin1String("public"), Qt::CaseInsensitive) == 0)
        return;
    m_list.setSubject(subject + QStringList {field.isEmpty() ? type : field});
    const JsonValue target = left["targetValue"];
    const JsonValue other = right["targetValue"];
    if (target.isContainer() && other.isContainer())
        m_list.compareSets(ComparedField::Targets, target, other);
    else
        compareOptional(m_list, ComparedField::Targets, target, other);
    m_list.compareMembers(left, right, conditionMembers);
    m_list.setSubject(subject);
}

} // namespace Gatescope
