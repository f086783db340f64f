// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationrun.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace Gatescope {

EvaluationRun::Status EvaluationRun::evaluateBandit(const Bandit &bandit)
{
    if (Trace::Node *node = m_trace ? m_trace->current() : nullptr)
        node->choice.emplace();
    const bool isStarted = bandit.enabled && !bandit.groups.empty();
    const Truth passes = isStarted ? passesTargeting(bandit) : Truth::False;
    if (m_hasFailed)
        return Status::Failed;
    if (passes == Truth::Unknown)
        return Status::Undetermined;
    m_state.isExperimentActive = bandit.enabled;
    m_state.idType = bandit.idType.name;
    if (passes == Truth::True)
        return chooseGroup(bandit);
    m_state.value = false;
    m_state.ruleId = isStarted ? "inlineTargetingRules" : "prestart";
    m_state.json = bandit.defaultJson;
    m_state.jsonValue = bandit.defaultValue;
    return Status::Recognized;
}

Truth EvaluationRun::passesTargeting(const Bandit &bandit)
{
    if (!bandit.targetingGate)
        return Truth::True;
    if (!beginNested())
        return failed();
    const Entity gate = entityNamed(
        SpecTable::FeatureGates, *bandit.targetingGate, EntityKind::Gate, Trace::Role::TargetingGate);
    const Status status = evaluateEntity(gate);
    if (status == Status::Failed)
        return failed();
    if (status == Status::Undetermined)
        return Truth::Unknown;
    if (!bandit.targetingGate->starts_with("segment:"))
        m_exposures.push_back({*bandit.targetingGate, m_state.ruleId, gate.spec, m_state.value});
    return truthOf(m_state.value);
}

EvaluationRun::Status EvaluationRun::chooseGroup(const Bandit &bandit)
{
    const std::string_view unitId = m_user.unitIdText(bandit.idType);
    const std::uint64_t hash = SaltedHash({bandit.salt}).of(unitId);
    tellHashed({bandit.salt, unitId});
    const auto bucket = double(hash % 10'000);
    if (Trace::Node *node = m_trace ? m_trace->current() : nullptr) {
        node->bucket = Trace::Bucket {m_hashed, hash, int(bucket), 10'000, {}};
        if (bandit.hasModels)
            node->bucket->limit = bandit.sampleRate * 10'000;
    }
    if (!bandit.hasModels) {
        const double width = 10'000.0 / double(bandit.groups.size());
        takeGroup(bandit, std::min(std::size_t(bucket / width), bandit.groups.size() - 1), "explore");
        return Status::Recognized;
    }
    return bucket < bandit.sampleRate * 10'000 ? exploreGroup(bandit, hash) : bestGroup(bandit, hash);
}

/// The SDK draws a group at random, rarer ones more often; for a stand-in the unit's hash serves as the
/// number drawn.
EvaluationRun::Status EvaluationRun::exploreGroup(const Bandit &bandit, std::uint64_t hash)
{
    if (!m_context.sdkCompatible)
        return undetermined("the bandit \"" + bandit.name + "\" draws a group at random for this user");
    const auto weight = [&](std::size_t group) {
        return 1.0
            / (double(std::max<qint64>(bandit.models[group] ? bandit.models[group]->records : 0, 0)) + 1);
    };
    double total = 0;
    for (std::size_t i = 0; i < bandit.groups.size(); ++i)
        total += weight(i);
    double drawn = double(hash / 10'000 % 10'000) / 10'000 * total;
    std::size_t group = 0;
    while (group + 1 < bandit.groups.size() && drawn >= weight(group))
        drawn -= weight(group++);
    takeGroup(bandit, group, "explore");
    return Status::Recognized;
}

EvaluationRun::Status EvaluationRun::bestGroup(const Bandit &bandit, std::uint64_t hash)
{
    std::optional<std::size_t> best;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    double bestScore = bandit.higherIsBetter ? -infinity : infinity;
    for (std::size_t i = 0; i < bandit.groups.size(); ++i) {
        const std::optional<double> own = score(bandit, i);
        if (Trace::Choice *choice = tracedChoice())
            choice->scores.push_back(own);
        if (!own)
            continue;
        best = best.value_or(0); // who beats nobody, as NaN does not, leaves it to the first
        if (bandit.higherIsBetter ? *own > bestScore : *own < bestScore) {
            best = i;
            bestScore = *own;
        }
    }
    if (!best && !m_context.sdkCompatible)
        return undetermined("the bandit \"" + bandit.name + "\" has no score and draws a group at random");
    takeGroup(bandit, best.value_or(hash % bandit.groups.size()), {});
    return Status::Recognized;
}

std::optional<double> EvaluationRun::score(const Bandit &bandit, std::size_t group) const
{
    const std::optional<Bandit::Model> &model = bandit.models[group];
    if (!model || (model->numerical.empty() && model->categorical.empty()))
        return std::nullopt;
    double score = model->intercept + model->alpha;
    for (const auto &[field, weights] : model->categorical) {
        const AttributeValue *value = m_user.attribute(field).value;
        const auto weight = value && value->text ? weights.find(*value->text) : weights.end();
        score += weight == weights.end() ? 0 : weight->second;
    }
    for (const auto &[field, weight] : model->numerical) {
        const AttributeValue *value = m_user.attribute(field).value;
        score += value && value->number ? *value->number * weight : 0;
    }
    return score;
}

void EvaluationRun::takeGroup(const Bandit &bandit, std::size_t group, std::string_view suffix)
{
    if (Trace::Choice *choice = tracedChoice())
        choice->group = group;
    m_state.value = true;
    m_state.ruleId = bandit.groups[group].id;
    if (!suffix.empty()) // else that of a bandit before it stays
        m_state.ruleIdSuffix = suffix;
    m_state.groupName = bandit.groups[group].name;
    m_state.json = bandit.groups[group].json;
    m_state.jsonValue = bandit.groups[group].value;
}

/// Null where nobody traces.
Trace::Choice *EvaluationRun::tracedChoice()
{
    Trace::Node *node = m_trace ? m_trace->current() : nullptr;
    return node && node->choice ? &*node->choice : nullptr;
}

} // namespace Gatescope
