// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationrun.h"

#include "hashes.h"

#include <chrono>

namespace Gatescope {

namespace {

constexpr int deepestNesting = 300;
constexpr std::string_view defaultRuleId = "default";
constexpr std::string_view disabledRuleId = "disabled";
constexpr std::string_view circleWhy =
    "gates or configs ask each other in a circle, or deeper than 300 levels";

} // namespace

EvaluationRun::EvaluationRun(
    const Project &project, const EvaluationContext &context, const EvaluationUser &user, Trace *trace)
    : m_project(project)
    , m_context(context)
    , m_user(user)
    , m_trace(trace)
{ }

Verdict EvaluationRun::evaluate(SpecTable table, std::string_view name, EntityKind kind)
{
    const auto role = m_groups ? Trace::Role::ExperimentGroup : Trace::Role::Asked;
    return verdict(evaluateEntity(entityNamed(table, name, kind, role)));
}

EvaluationRun::Entity EvaluationRun::entityNamed(
    SpecTable table, std::string_view name, EntityKind kind, Trace::Role role) const
{
    const int spec = m_project.find(table, name);
    return {table, kind, name, spec < 0 ? Spec::none : std::uint32_t(spec), role};
}

EvaluationRun::Status EvaluationRun::evaluateEntity(const Entity &entity)
{
    if (!m_trace)
        return evaluateUntraced(entity);
    Trace::Node node;
    node.kind = Trace::Kind::Entity;
    node.spec = entity.spec;
    node.role = entity.role;
    node.name = entity.name;
    const std::uint32_t index = m_trace->open(std::move(node));
    const Status status = evaluateUntraced(entity);
    Trace::Outcome outcome = outcomeOf(truthOf(m_state.value));
    if (status == Status::Unrecognized)
        outcome = Trace::Outcome::Unrecognized;
    else if (status == Status::Undetermined || status == Status::Failed)
        outcome = Trace::Outcome::Undetermined;
    else if (m_state.isUnsupported)
        outcome = Trace::Outcome::Unsupported;
    else
        m_trace->node(index).ruleId = m_state.ruleId;
    m_trace->close(index, outcome);
    return status;
}

EvaluationRun::Status EvaluationRun::evaluateUntraced(const Entity &entity)
{
    if (++m_depth > deepestNesting + 1) {
        m_why = circleWhy;
        return Status::Failed;
    }
    std::optional<Status> status;
    if (const std::vector<ConfigMapping> *mappings = m_project.mappings(entity.name))
        status = evaluateMappings(entity, *mappings);
    const bool mayBeBandit =
        entity.table == SpecTable::DynamicConfigs && entity.kind != EntityKind::DynamicConfig;
    if (const Bandit *bandit = !status && mayBeBandit ? m_project.bandit(entity.name) : nullptr)
        status = evaluateBandit(*bandit);
    if (!status)
        status =
            entity.spec == Spec::none ? Status::Unrecognized : evaluateSpec(m_project.specs()[entity.spec]);
    --m_depth;
    return *status;
}

EvaluationRun::Status EvaluationRun::evaluateSpec(const Spec &spec)
{
    if (m_state.idType.empty())
        m_state.idType = spec.idType;
    if (spec.isActive)
        m_state.isExperimentActive = *spec.isActive;
    if (spec.hasSharedParams)
        m_state.isInLayer = *spec.hasSharedParams;
    if (spec.hasExplicitParameters)
        m_state.explicitParameters = &spec.explicitParameters;
    if (m_project.format() == Project::Format::V1 && !spec.enabled)
        return fallThrough(spec);
    if (spec.useNewLayerEval && spec.table == SpecTable::LayerConfigs)
        return evaluateLayerByParameter(spec);
    return evaluateRules(spec);
}

EvaluationRun::Status EvaluationRun::evaluateRules(const Spec &spec)
{
    for (std::uint32_t i = 0; i < spec.rules.size(); ++i) {
        const Rule &rule = spec.rules[i];
        std::uint32_t node = Trace::none;
        if (m_trace) {
            Trace::Node traced;
            traced.kind = Trace::Kind::Rule;
            traced.index = i;
            traced.name = rule.id;
            node = m_trace->open(std::move(traced));
        }
        const std::optional<Truth> passes = evaluateRule(rule);
        std::optional<Status> decided;
        if (!passes)
            decided = Status::Failed;
        else if (m_state.isUnsupported)
            decided = Status::Recognized;
        else if (*passes == Truth::Unknown)
            decided = Status::Undetermined;
        else if (*passes == Truth::True)
            decided = decide(spec, rule, node);
        if (m_trace)
            m_trace->close(node,
                m_state.isUnsupported ? Trace::Outcome::Unsupported
                                      : outcomeOf(passes.value_or(Truth::Unknown)));
        if (decided)
            return *decided;
    }
    return fallThrough(spec);
}

EvaluationRun::Status EvaluationRun::decide(const Spec &spec, const Rule &rule, std::uint32_t ruleNode)
{
    bool wasDelegated = false;
    const Status delegated = evaluateDelegate(rule, wasDelegated);
    if (delegated != Status::Recognized)
        return delegated;
    if (wasDelegated) {
        finish();
        return Status::Recognized;
    }
    const bool passes = passesPercentage(rule, spec.salt);
    if (m_trace)
        m_trace->node(ruleNode).passedPercentage = passes;
    const bool isV1 = m_project.format() == Project::Format::V1;
    if (passes)
        m_state.value = isV1 || rule.returnValue.kind() != JsonValue::Kind::False;
    else
        m_state.value = !isV1 && spec.defaultValue.kind() == JsonValue::Kind::True;
    m_state.json = passes ? &rule.returnJson : &spec.defaultJson;
    m_state.jsonValue = passes ? rule.returnValue : spec.defaultValue;
    m_state.ruleId = rule.id;
    m_state.groupName = rule.hasGroupName ? &rule.groupName : nullptr;
    m_state.isExperimentGroup = rule.isExperimentGroup;
    m_state.isExperimentActive = spec.isActive.value_or(false);
    finish();
    return Status::Recognized;
}

EvaluationRun::Status EvaluationRun::fallThrough(const Spec &spec)
{
    m_state.value =
        m_project.format() == Project::Format::V2 && spec.defaultValue.kind() == JsonValue::Kind::True;
    m_state.json = &spec.defaultJson;
    m_state.jsonValue = spec.defaultValue;
    m_state.ruleId = spec.enabled ? defaultRuleId : disabledRuleId;
    finish();
    return Status::Recognized;
}

EvaluationRun::Status EvaluationRun::evaluateDelegate(const Rule &rule, bool &wasDelegated)
{
    wasDelegated = false;
    if (rule.delegate == Rule::noDelegate)
        return Status::Recognized;
    m_state.undelegated = m_state.exposures;
    m_state.hasUndelegated = true;
    if (!beginNested())
        return Status::Failed;
    const Spec &delegate = m_project.specs()[rule.delegate];
    const Status status = evaluateEntity({SpecTable::DynamicConfigs, EntityKind::Experiment,
        rule.configDelegate, rule.delegate, Trace::Role::Delegate});
    if (status != Status::Recognized)
        return status;
    m_state.explicitParameters = delegate.hasExplicitParameters ? &delegate.explicitParameters : nullptr;
    m_state.delegate = rule.configDelegate;
    wasDelegated = true;
    return Status::Recognized;
}

/// Another config in place of this one, or nothing if no mapping applies. As in CORE everything seen so far
/// is forgotten with each step.
std::optional<EvaluationRun::Status> EvaluationRun::evaluateMappings(
    const Entity &entity, const std::vector<ConfigMapping> &mappings)
{
    const std::string_view salt = entity.spec == Spec::none
        ? std::string_view()
        : std::string_view(m_project.specs()[entity.spec].salt);
    const auto forget = [this] {
        m_state = {};
        m_nested = 0;
    };
    for (const ConfigMapping &mapping : mappings) {
        for (const ConfigMapping::Step &step : mapping.steps) {
            if (step.startTime > now())
                continue;
            const Rule &rule = m_project.overrideRules()[step.rule];
            const std::optional<Truth> passes = evaluateRule(rule);
            if (!passes)
                return Status::Failed;
            if (!m_state.isUnsupported && *passes == Truth::Unknown)
                return Status::Undetermined;
            const bool applies = !m_state.isUnsupported && *passes == Truth::True;
            forget();
            if (!applies || !passesPercentage(rule, salt))
                continue;
            const Status status = evaluateEntity(
                entityNamed(entity.table, mapping.newConfigName, entity.kind, Trace::Role::Mapping));
            if (status != Status::Unrecognized)
                return status;
            forget();
            break;
        }
    }
    return std::nullopt;
}

void EvaluationRun::finish()
{
    if (m_nested > 0) {
        --m_nested;
        return;
    }
    if (m_state.exposures.empty() || m_state.hasUndelegated)
        return;
    m_state.undelegated = m_state.exposures;
    m_state.hasUndelegated = true;
}

bool EvaluationRun::beginNested()
{
    ++m_nested;
    m_state.value = false;
    m_state.json = nullptr;
    m_state.jsonValue = {};
    if (m_nested <= deepestNesting)
        return true;
    m_why = circleWhy;
    return false;
}

std::optional<Truth> EvaluationRun::evaluateRule(const Rule &rule)
{
    Truth all = Truth::True;
    for (const std::uint32_t index : rule.conditions) {
        const Condition &condition = m_project.conditions()[index];
        std::uint32_t node = Trace::none;
        if (m_trace) {
            Trace::Node traced;
            traced.kind = Trace::Kind::Condition;
            traced.index = index;
            node = m_trace->open(std::move(traced));
        }
        const std::optional<Truth> passes = evaluateCondition(condition);
        if (m_trace) {
            const bool isKnown = passes && *passes != Truth::Unknown;
            if (!isKnown || m_state.isUnsupported)
                m_trace->node(node).note = m_why;
            m_trace->close(node,
                m_state.isUnsupported ? Trace::Outcome::Unsupported
                                      : outcomeOf(passes.value_or(Truth::Unknown)));
        }
        if (!passes)
            return std::nullopt;
        if (m_state.isUnsupported)
            return Truth::Unknown;
        all = bothOf(all, *passes);
    }
    m_state.value = all == Truth::True;
    return all;
}

bool EvaluationRun::passesPercentage(const Rule &rule, std::string_view specSalt)
{
    if (rule.passPercentage == 100)
        return true;
    if (rule.passPercentage == 0)
        return false;
    const std::uint64_t hash = hashOf({specSalt, rule.salt, m_user.unitIdText(rule.idTypeName)});
    const int bucket = int(hash % 10'000);
    const double limit = rule.passPercentage * 100;
    if (Trace::Node *node = m_trace ? m_trace->current() : nullptr)
        node->bucket = Trace::Bucket {m_hashed, hash, bucket, 10'000, limit};
    return bucket < limit;
}

std::uint64_t EvaluationRun::hashOf(std::initializer_list<std::string_view> parts)
{
    m_hashed.clear();
    for (const std::string_view part : parts)
        m_hashed.append(part).append(1, '.');
    m_hashed.pop_back();
    return bucketHash(m_hashed);
}

EvaluationRun::Status EvaluationRun::undetermined(std::string why)
{
    m_why = std::move(why);
    return Status::Undetermined;
}

Truth EvaluationRun::unknown(std::string why)
{
    m_why = std::move(why);
    return Truth::Unknown;
}

void EvaluationRun::setUnsupported(const std::string &why)
{
    m_state.isUnsupported = true;
    m_why = why;
}

qint64 EvaluationRun::now()
{
    if (!m_now) {
        const auto time = std::chrono::system_clock::now().time_since_epoch();
        m_now = m_context.now.value_or(std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
    }
    return *m_now;
}

Verdict EvaluationRun::verdict(Status status)
{
    Verdict verdict;
    verdict.json = QByteArrayLiteral("{}");
    const bool isUnsupported = m_state.isUnsupported && status == Status::Recognized;
    if (status == Status::Undetermined
        || ((isUnsupported || status == Status::Failed) && !m_context.sdkCompatible)) {
        verdict.reason = Reason::Undetermined;
        verdict.undetermined = m_why;
        return verdict;
    }
    if (isUnsupported || status == Status::Failed) {
        verdict.reason = Reason::Unsupported;
        return verdict;
    }
    if (status == Status::Unrecognized)
        return verdict;
    verdict.reason = Reason::Recognized;
    verdict.value = m_state.value;
    if (m_state.json && !m_state.json->isEmpty())
        verdict.json = *m_state.json;
    verdict.ruleId = m_state.ruleId;
    if (!m_state.ruleIdSuffix.empty())
        verdict.ruleId.append(":").append(m_state.ruleIdSuffix);
    if (m_state.groupName)
        verdict.groupName = *m_state.groupName;
    if (!m_state.delegate.empty())
        verdict.allocatedExperiment = m_state.delegate;
    if (m_state.explicitParameters)
        verdict.explicitParameters = *m_state.explicitParameters;
    verdict.parameterRuleIds = std::move(m_state.parameterRuleIds);
    verdict.idType = m_state.idType;
    verdict.isInLayer = m_state.isInLayer;
    verdict.isExperimentGroup = m_state.isExperimentGroup;
    verdict.isExperimentActive = m_state.isExperimentActive;
    verdict.secondaryExposures = exposuresOf(m_state.exposures);
    verdict.undelegatedExposures = exposuresOf(m_state.undelegated);
    return verdict;
}

Exposures EvaluationRun::exposuresOf(const SeenExposures &seen)
{
    Exposures exposures;
    exposures.reserve(seen.size());
    for (const SeenExposure &exposure : seen)
        exposures.push_back({std::string(exposure.gate), exposure.value, std::string(exposure.ruleId)});
    return exposures;
}

} // namespace Gatescope
