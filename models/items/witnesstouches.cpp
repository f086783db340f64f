// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "witnesstouches.h"

#include <models/evaluation/trace.h>
#include <models/statsig/ruleids.h>

#include <algorithm>

namespace Gatescope {

namespace {

template<class List, class Value>
void addOnce(List &list, const Value &value)
{
    if (!list.contains(value))
        list.append(value);
}

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

class TouchReader
{
public:
    explicit TouchReader(const LocalWitness &witness)
        : m_witness(witness)
        , m_project(*witness.project())
    { }

    WitnessTouches read(const Trace &trace);

private:
    void readCondition(const Condition &condition, const Trace::Node &node);
    void readCountry(const Condition &condition, const Trace::Node &node);
    void readAgent(const Condition &condition, const Trace::Node &node);
    void readTier(const Condition &condition, const Trace::Node &node);
    void readEntity(const Trace::Node &node);

    const LocalWitness &m_witness;
    const Project &m_project;
    WitnessTouches m_touches;
};

WitnessTouches TouchReader::read(const Trace &trace)
{
    for (const Trace::Node &node : trace.nodes()) {
        if (node.kind == Trace::Kind::Entity)
            readEntity(node);
        else if (node.kind == Trace::Kind::Condition)
            readCondition(m_project.conditions()[node.index], node);
    }
    return m_touches;
}

void TouchReader::readEntity(const Trace::Node &node)
{
    if (node.choice && !node.choice->scores.empty())
        addOnce(m_touches.autotunes, QString::fromStdString(node.name));
}

void TouchReader::readCondition(const Condition &condition, const Trace::Node &node)
{
    if (condition.op == Operator::InSegmentList || condition.op == Operator::NotInSegmentList)
        addOnce(m_touches.idLists, condition.target.toString());
    switch (condition.type) {
    case ConditionType::IpBased:
        return readCountry(condition, node);
    case ConditionType::UaBased:
        return readAgent(condition, node);
    case ConditionType::EnvironmentField:
        return readTier(condition, node);
    case ConditionType::TargetApp:
        m_touches.targetApp = textOf(node.userValue.value_or(std::string()));
        return;
    case ConditionType::CurrentTime:
        m_touches.readsClock = true;
        return;
    default:
        return;
    }
}

void TouchReader::readCountry(const Condition &condition, const Trace::Node &node)
{
    if (condition.field != "country" || node.source == ValueSource::UserField
        || node.source == ValueSource::Custom || node.source == ValueSource::PrivateAttributes)
        return;
    const QString ip = textOf(m_witness.user().ip());
    m_touches.wantsIp = ip.isEmpty();
    if (!ip.isEmpty())
        m_touches.country = {ip, textOf(node.userValue.value_or(std::string()))};
}

void TouchReader::readAgent(const Condition &condition, const Trace::Node &node)
{
    if (node.source != ValueSource::UserAgent)
        return;
    if (m_witness.user().builtIn(BuiltInField::UserAgent))
        addOnce(m_touches.agentFields,
            WitnessTouches::Field {textOf(condition.field), textOf(node.userValue.value_or(std::string()))});
    else
        m_touches.wantsUserAgent = true;
}

void TouchReader::readTier(const Condition &condition, const Trace::Node &node)
{
    using TierSource = WitnessTouches::TierSource;
    if (condition.fieldName->lower != "tier")
        return;
    m_touches.tier = textOf(node.userValue.value_or(std::string()));
    if (node.source == ValueSource::Environment)
        m_touches.tierSource = TierSource::User;
    else
        m_touches.tierSource = node.userValue ? TierSource::DefaultEnvironment : TierSource::Nowhere;
}

QString ruleIdOf(const CheckAnswer &answer)
{
    if (const auto *gate = std::get_if<GateResult>(&answer.content))
        return gate->ruleId;
    const auto *config = std::get_if<ConfigResult>(&answer.content);
    return config ? config->ruleId : QString();
}

bool isGroupOf(const Bandit *bandit, const QString &ruleId)
{
    const std::string base = baseRuleId(ruleId).toStdString();
    return bandit && std::ranges::find(bandit->groups, base, &Bandit::Group::id) != bandit->groups.end();
}

/// A layer's answer names a rule of an experiment, a mapped config's one of another config: any of the kind
/// will do.
bool knowsRule(const Project &project, const CheckItem &item, const QString &ruleId)
{
    if (ruleId.isEmpty() || !ruleIdWords(ruleId).isEmpty())
        return true;
    const std::string id = ruleId.toStdString();
    const bool isGate = tableOf(item.kind) == SpecTable::FeatureGates;
    const auto has = [&](const Spec &spec) {
        return (spec.table == SpecTable::FeatureGates) == isGate
            && std::ranges::find(spec.rules, id, &Rule::id) != spec.rules.end();
    };
    return std::ranges::any_of(project.specs(), has)
        || isGroupOf(project.bandit(item.name.toStdString()), ruleId);
}

} // namespace

WitnessTouches touchesOf(const CheckItem &item, const CheckAnswer &live, const LocalWitness &witness)
{
    WitnessTouches touches = TouchReader(witness).read(witness.trace(item));
    touches.isRuleKnown = knowsRule(*witness.project(), item, ruleIdOf(live));
    return touches;
}

} // namespace Gatescope
