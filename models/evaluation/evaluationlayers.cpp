// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationrun.h"

#include <unordered_set>

namespace Gatescope {

namespace {

/// Parameters from several objects: the first that names one gives it.
class MergedParameters
{
public:
    bool hasAnyOf(const JsonValue &object) const
    {
        for (quint32 i = 0; i < object.size() && object.isObject(); ++i) {
            if (m_names.contains(object.at(i).keyUtf8()))
                return true;
        }
        return false;
    }

    void add(const JsonValue &object, std::string_view ruleId)
    {
        for (quint32 i = 0; i < object.size() && object.isObject(); ++i) {
            const JsonValue member = object.at(i);
            const std::string name = member.keyUtf8();
            if (!m_names.insert(name).second)
                continue;
            m_ruleIds.emplace_back(name, ruleId);
            m_json += (m_json.isEmpty() ? "{" : ",") + jsonQuoted(member.key()) + ':' + jsonCompact(member);
        }
    }

    QByteArray json() const { return m_json.isEmpty() ? QByteArrayLiteral("{}") : m_json + '}'; }
    std::vector<std::pair<std::string, std::string>> takeRuleIds() { return std::move(m_ruleIds); }

private:
    std::unordered_set<std::string> m_names;
    std::vector<std::pair<std::string, std::string>> m_ruleIds;
    QByteArray m_json;
};

} // namespace

/// useNewLayerEval: every rule is looked at, and each may give parameters (facts §3.6).
EvaluationRun::Status EvaluationRun::evaluateLayerByParameter(const Spec &spec)
{
    MergedParameters parameters;
    State outcome;
    SeenExposures given;
    const auto takeExposures = [&] {
        for (qsizetype i = m_state.firstExposure; i < m_exposures.size(); ++i)
            given.push_back(m_exposures[i]);
        m_state.firstExposure = m_exposures.size();
    };
    outcome.ruleId = "default";
    bool hasPassedRule = false;
    for (std::uint32_t i = 0; i < spec.rules.size(); ++i) {
        const Rule &rule = spec.rules[i];
        TracedRule traced(m_trace, i, rule.id);
        const Truth passes = evaluateRule(rule);
        if (m_trace)
            traced.setOutcome(ruleOutcome(passes));
        takeExposures();
        if (m_hasFailed)
            return Status::Failed;
        if (m_state.isUnsupported)
            return Status::Recognized;
        if (passes == Truth::Unknown)
            return Status::Undetermined;
        if (passes == Truth::False)
            continue;
        const bool passesShare = passesPercentage(rule, spec.salt);
        traced.setPercentage(passesShare);
        if (!passesShare)
            continue;
        bool wasDelegated = false;
        const Status delegated = evaluateDelegate(rule, wasDelegated);
        if (delegated != Status::Recognized)
            return delegated;
        if (!wasDelegated) {
            parameters.add(rule.returnValue, rule.id);
            traced.setDecides();
            hasPassedRule = true;
            continue;
        }
        if (hasPassedRule || m_state.json.empty() || parameters.hasAnyOf(m_state.jsonValue))
            continue;
        parameters.add(m_state.jsonValue, rule.id);
        traced.setDecides();
        takeExposures();
        hasPassedRule = true;
        outcome.value = m_state.value;
        outcome.delegate = m_state.delegate;
        outcome.groupName = m_state.groupName;
        outcome.ruleId = rule.id;
        outcome.isExperimentGroup = rule.isExperimentGroup;
        outcome.explicitParameters = m_state.explicitParameters;
    }
    parameters.add(spec.defaultValue, "default");
    m_composedJson = parameters.json();
    outcome.json = {m_composedJson.constData(), std::size_t(m_composedJson.size())};
    outcome.isUnsupported = m_state.isUnsupported;
    outcome.ruleIdSuffix = m_state.ruleIdSuffix; // a bandit's stays, as in CORE
    outcome.idType = m_state.idType;
    outcome.isInLayer = m_state.isInLayer;
    outcome.isExperimentActive = spec.isActive.value_or(false);
    outcome.hasUndelegated = true;
    m_parameterRuleIds = parameters.takeRuleIds();
    outcome.parameterRuleIds = &m_parameterRuleIds;
    outcome.firstExposure = m_exposures.size();
    for (const SeenExposure &exposure : given)
        m_exposures.push_back(exposure);
    m_state = outcome;
    finish();
    return Status::Recognized;
}

} // namespace Gatescope
