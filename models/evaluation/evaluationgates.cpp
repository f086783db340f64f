// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationrun.h"

#include <utility>

namespace Gatescope {

namespace {

constexpr qsizetype mostExposures = 20'000;
constexpr qsizetype mostSeen = 50 * mostExposures; ///< with those that were lost or forgotten again
constexpr int mostAskedAgain = 1'000;

} // namespace

Truth EvaluationRun::evaluateNestedGate(const Condition &condition)
{
    const CompiledTarget &target = *condition.compiled;
    const RememberedGate *remembered = m_remembered.find(target.gateNumber);
    if (remembered && remembered->isUnsupported && m_context.sdkCompatible && ++m_askedAgain < mostAskedAgain)
        remembered = nullptr;
    const Truth asked = remembered ? recallGate(condition, *remembered) : askGate(condition);
    if (asked == Truth::Unknown)
        return asked;
    if (!target.asksSegment && !m_state.ruleId.empty()) {
        m_exposures.push_back({target.text, m_state.ruleId, target.gate, m_state.value});
        if (!areExposuresFew())
            return failed();
    }
    return truthOf(m_state.value == (condition.type == ConditionType::PassGate));
}

Truth EvaluationRun::askGate(const Condition &condition)
{
    const CompiledTarget &target = *condition.compiled;
    if (!beginNested())
        return failed();
    const qsizetype before = std::exchange(m_state.firstExposure, m_exposures.size());
    const Status status = evaluateEntity(
        {SpecTable::FeatureGates, EntityKind::Gate, target.text, target.gate, Trace::Role::NestedGate});
    if (status == Status::Failed)
        return failed();
    if (m_state.isUnsupported) { // what was exposed before is lost, as in CORE
        m_remembered.add({target.gateNumber, false, {}, {}, true, true, m_why});
        return Truth::Unknown;
    }
    const ExposureSpan own = exposuresSoFar();
    if (status == Status::Undetermined) { // what it exposed itself counts for nothing
        m_state.firstExposure = m_exposures.size();
        if (!recallExposures({before, own.begin}))
            return failed();
        m_remembered.add({target.gateNumber, false, {}, {}, true, false, m_why});
        return Truth::Unknown;
    }
    m_state.firstExposure = before;
    if (!areExposuresFew())
        return failed();
    m_remembered.add({target.gateNumber, m_state.value, m_state.ruleId, own});
    return truthOf(m_state.value);
}

/// A gate that cannot be determined is asked once as well: else each level that asks twice doubles the work.
Truth EvaluationRun::recallGate(const Condition &condition, const RememberedGate &gate)
{
    traceRecalledGate(condition, gate);
    if (gate.isUndetermined) {
        m_why = gate.why;
        m_state.isUnsupported = m_state.isUnsupported || gate.isUnsupported;
        return Truth::Unknown;
    }
    m_state.value = gate.value;
    m_state.ruleId = gate.ruleId;
    return recallExposures(gate.exposures) ? truthOf(gate.value) : failed();
}

void EvaluationRun::traceRecalledGate(const Condition &condition, const RememberedGate &gate)
{
    if (!m_trace)
        return;
    Trace::Node node;
    node.spec = condition.compiled->gate;
    node.role = Trace::Role::NestedGate;
    node.name = condition.compiled->text;
    node.isRemembered = true;
    node.ruleId = gate.ruleId;
    m_trace->close(m_trace->open(std::move(node)),
        gate.isUnsupported        ? Trace::Outcome::Unsupported
            : gate.isUndetermined ? Trace::Outcome::Undetermined
                                  : outcomeOf(truthOf(gate.value)));
}

bool EvaluationRun::recallExposures(const ExposureSpan &span)
{
    for (qsizetype i = span.begin; i < span.end; ++i) {
        const SeenExposure exposure = m_exposures[i]; // the list may move as it grows
        m_exposures.push_back(exposure);
    }
    return areExposuresFew();
}

ExposureSpan EvaluationRun::exposuresSoFar() const
{
    return {m_state.firstExposure, m_exposures.size()};
}

/// Gates that ask each other twice double the list at every level: it is limited.
bool EvaluationRun::areExposuresFew()
{
    if (exposuresSoFar().size() <= mostExposures && m_exposures.size() - m_firstExposure <= mostSeen)
        return true;
    m_why = "more nested gates than can be listed";
    return false;
}

} // namespace Gatescope
