// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationrun.h"

#include "speccompiler.h"

#include <unordered_set>

namespace Gatescope {

namespace {

/// Parameters from several objects: the first that names one gives it.
class MergedParameters
{
public:
    bool hasAnyOf(const JsonValue &object) const
    {
        for (quint32 i = 0; i < object.size(); ++i) {
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

void moveAll(auto &from, auto &to)
{
    to.insert(to.end(), from.begin(), from.end());
    from.clear();
}

} // namespace

/// useNewLayerEval: every rule is looked at, and each may give parameters (facts §3.6).
EvaluationRun::Status EvaluationRun::evaluateLayerByParameter(const Spec &spec)
{
    MergedParameters parameters;
    State outcome;
    outcome.ruleId = "default";
    bool hasPassedRule = false;
    for (const Rule &rule : spec.rules) {
        const std::optional<Truth> passes = evaluateRule(rule);
        moveAll(m_state.exposures, outcome.exposures);
        if (!passes)
            return Status::Failed;
        if (m_state.isUnsupported)
            return Status::Recognized;
        if (*passes == Truth::Unknown)
            return Status::Undetermined;
        if (*passes == Truth::False || !passesPercentage(rule, spec.salt))
            continue;
        bool wasDelegated = false;
        const Status delegated = evaluateDelegate(rule, wasDelegated);
        if (delegated != Status::Recognized)
            return delegated;
        if (!wasDelegated) {
            parameters.add(rule.returnValue, rule.id);
            hasPassedRule = true;
            continue;
        }
        if (hasPassedRule || !m_state.jsonValue.isObject() || parameters.hasAnyOf(m_state.jsonValue))
            continue;
        parameters.add(m_state.jsonValue, rule.id);
        moveAll(m_state.exposures, outcome.exposures);
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
    outcome.json = &m_composedJson;
    outcome.isUnsupported = m_state.isUnsupported;
    outcome.idType = m_state.idType;
    outcome.isInLayer = m_state.isInLayer;
    outcome.isExperimentActive = spec.isActive.value_or(false);
    outcome.hasUndelegated = true;
    outcome.parameterRuleIds = parameters.takeRuleIds();
    m_state = std::move(outcome);
    finish();
    return Status::Recognized;
}

} // namespace Gatescope
