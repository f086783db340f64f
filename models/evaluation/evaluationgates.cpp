// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationrun.h"

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

constexpr std::size_t mostExposures = 20'000;

} // namespace

std::optional<Truth> EvaluationRun::evaluateNestedGate(const Condition &condition)
{
    const std::string_view name = condition.compiled->text;
    const auto remembered = std::ranges::find(m_remembered, name, &RememberedGate::name);
    if (remembered == m_remembered.end()) {
        const std::optional<Truth> asked = askGate(condition);
        if (!asked || *asked == Truth::Unknown)
            return asked;
    } else {
        recallGate(condition, *remembered);
        if (!addExposures(remembered->exposures))
            return std::nullopt;
    }
    if (!name.starts_with("segment:") && !m_state.ruleId.empty()) {
        if (!addExposures({{name, m_state.value, m_state.ruleId}}))
            return std::nullopt;
    }
    return truthOf(m_state.value == (condition.type == ConditionType::PassGate));
}

std::optional<Truth> EvaluationRun::askGate(const Condition &condition)
{
    const std::string_view name = condition.compiled->text;
    const int nested = m_nested;
    if (!beginNested())
        return std::nullopt;
    const State outer = m_context.forgetsNestedGates ? m_state : State();
    SeenExposures before = std::exchange(m_state.exposures, {});
    const Status status = evaluateEntity(
        {SpecTable::FeatureGates, EntityKind::Gate, name, condition.compiled->gate, Trace::Role::NestedGate});
    m_nested = nested;
    SeenExposures own = std::exchange(m_state.exposures, std::move(before));
    if (status == Status::Failed)
        return std::nullopt;
    if (status == Status::Undetermined || m_state.isUnsupported)
        return Truth::Unknown;
    if (m_context.forgetsNestedGates)
        forgetGate(outer, status == Status::Unrecognized && !name.empty());
    if (!addExposures(own))
        return std::nullopt;
    if (!name.empty())
        m_remembered.push_back({name, m_state.value, m_state.ruleId, std::move(own)});
    return truthOf(m_state.value);
}

void EvaluationRun::forgetGate(const State &outer, bool wasUnknown)
{
    m_state.groupName = outer.groupName;
    m_state.isExperimentGroup = outer.isExperimentGroup;
    m_state.isExperimentActive = outer.isExperimentActive;
    if (wasUnknown)
        m_state.ruleId = {};
}

void EvaluationRun::recallGate(const Condition &condition, const RememberedGate &gate)
{
    m_state.value = gate.value;
    m_state.ruleId = gate.ruleId;
    if (!m_trace)
        return;
    Trace::Node node;
    node.spec = condition.compiled->gate;
    node.role = Trace::Role::NestedGate;
    node.name = gate.name;
    node.isRemembered = true;
    node.ruleId = gate.ruleId;
    m_trace->close(m_trace->open(std::move(node)), outcomeOf(truthOf(gate.value)));
}

/// Gates that ask each other twice double the list at every level: it is limited.
bool EvaluationRun::addExposures(const SeenExposures &exposures)
{
    if (m_state.exposures.size() + exposures.size() > mostExposures) {
        m_why = "more nested gates than can be listed";
        return false;
    }
    m_state.exposures.insert(m_state.exposures.end(), exposures.begin(), exposures.end());
    return true;
}

} // namespace Gatescope
