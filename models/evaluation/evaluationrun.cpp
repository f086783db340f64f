// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationrun.h"

#include <chrono>
#include <utility>

namespace Gatescope {

namespace {

constexpr int deepestNesting = 300;
constexpr int mostMappingSteps = 10'000;
constexpr std::string_view defaultRuleId = "default";
constexpr std::string_view disabledRuleId = "disabled";
constexpr std::string_view circleWhy =
    "gates or configs ask each other in a circle, or deeper than 300 levels";

/// `json`: the value's text; "{}" of all that are no objects, which alone are looked up.
std::string_view plainJsonOf(const JsonValue &value, std::string_view json)
{
    if (json != "{}")
        return {};
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    return value.isValid() && value.isNull() ? "null" : "";
}

} // namespace

EvaluationRun::EvaluationRun(const Project &project, const EvaluationContext &context,
    const EvaluationUser &user, Trace *trace, RememberedGates *remembered)
    : m_project(project)
    , m_context(context)
    , m_user(user)
    , m_trace(trace)
    , m_remembered(remembered ? *remembered : m_ownRemembered)
    , m_exposures(m_remembered.exposures())
{ }

const Answer &EvaluationRun::answer(SpecTable table, std::string_view name, EntityKind kind)
{
    const auto role = m_groups ? Trace::Role::ExperimentGroup : Trace::Role::Asked;
    return answerAbout(entityNamed(table, name, kind, role));
}

const Answer &EvaluationRun::answer(std::uint32_t spec)
{
    const Spec &asked = m_project.specs()[spec];
    return answerAbout({asked.table, asked.kind, asked.name, asked.named, Trace::Role::Asked});
}

const Answer &EvaluationRun::config(std::string_view name)
{
    Entity entity = entityNamed(SpecTable::DynamicConfigs, name, EntityKind::Experiment, Trace::Role::Asked);
    if (entity.spec != Spec::none)
        entity.kind = m_project.specs()[entity.spec].kind;
    return answerAbout(entity);
}

Truth EvaluationRun::passesGate(std::string_view name)
{
    begin();
    const Status status =
        evaluateEntity(entityNamed(SpecTable::FeatureGates, name, EntityKind::Gate, Trace::Role::Asked));
    if (reasonOf(status) == Reason::Undetermined)
        return Truth::Unknown;
    return truthOf(m_state.value && status == Status::Recognized);
}

/// As State() does, which compilers make of one instruction that takes as long as the look-up of a name.
void EvaluationRun::State::clear()
{
    value = isUnsupported = isExperimentGroup = isExperimentActive = isInLayer = hasUndelegated = false;
    json = {};
    jsonValue = {};
    ruleId = {};
    ruleIdSuffix = {};
    idType.reset();
    groupName.reset();
    explicitParameters = nullptr;
    delegate = {};
    firstExposure = 0;
    undelegated = {};
    parameterRuleIds = nullptr;
}

/// What an evaluation before has left behind is gone, but the user's buckets.
void EvaluationRun::begin()
{
    if (std::exchange(m_isUsed, true)) {
        if (&m_remembered == &m_ownRemembered)
            m_remembered.clear();
        else
            m_remembered.dropLooseExposures();
        m_state.clear();
        m_hasFailed = false;
        m_why.clear();
        m_now.reset();
        m_nested = 0;
        m_depth = 0;
        m_mappingSteps = 0;
        m_askedAgain = 0;
        m_groups.reset();
    }
    m_firstExposure = m_exposures.size();
    m_state.firstExposure = m_firstExposure;
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
    if (outcome == Trace::Outcome::Undetermined)
        m_trace->node(index).note = m_why;
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
    if (!m_state.idType)
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
        TracedRule traced(m_trace, i, rule.id);
        const Truth passes = evaluateRule(rule);
        std::optional<Status> decided;
        if (m_hasFailed)
            decided = Status::Failed;
        else if (m_state.isUnsupported)
            decided = Status::Recognized;
        else if (passes == Truth::Unknown)
            decided = Status::Undetermined;
        else if (passes == Truth::True)
            decided = decide(spec, rule, traced);
        if (m_trace)
            traced.setOutcome(ruleOutcome(passes));
        if (decided)
            return *decided;
    }
    return fallThrough(spec);
}

Trace::Outcome EvaluationRun::ruleOutcome(Truth passes) const
{
    return m_state.isUnsupported ? Trace::Outcome::Unsupported : outcomeOf(passes);
}

EvaluationRun::Status EvaluationRun::decide(const Spec &spec, const Rule &rule, TracedRule &traced)
{
    traced.setDecides();
    bool wasDelegated = false;
    const Status delegated = evaluateDelegate(rule, wasDelegated);
    if (delegated != Status::Recognized)
        return delegated;
    if (wasDelegated) {
        finish();
        return Status::Recognized;
    }
    const bool passes = passesPercentage(rule, spec.salt);
    traced.setPercentage(passes);
    const bool isV1 = m_project.format() == Project::Format::V1;
    if (passes)
        m_state.value = isV1 || !rule.returnsFalse;
    else
        m_state.value = !isV1 && spec.defaultsToTrue;
    m_state.json = passes ? rule.returnJson : spec.defaultJson;
    m_state.jsonValue = passes ? rule.returnValue : spec.defaultValue;
    m_state.ruleId = rule.id;
    m_state.groupName = rule.hasGroupName ? std::optional(rule.groupName) : std::nullopt;
    m_state.isExperimentGroup = rule.isExperimentGroup;
    m_state.isExperimentActive = spec.isActive.value_or(false);
    finish();
    return Status::Recognized;
}

EvaluationRun::Status EvaluationRun::fallThrough(const Spec &spec)
{
    m_state.value = m_project.format() == Project::Format::V2 && spec.defaultsToTrue;
    m_state.json = spec.defaultJson;
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
    m_state.undelegated = exposuresSoFar();
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
        m_state.firstExposure = m_exposures.size();
        m_nested = 0;
    };
    for (const ConfigMapping &mapping : mappings) {
        for (const ConfigMapping::Step &step : mapping.steps) {
            if (step.startTime > now())
                continue;
            if (++m_mappingSteps > mostMappingSteps) { // names without a spec can be mapped without an end
                m_why = "configs are mapped to each other more often than can be followed";
                return Status::Failed;
            }
            const Rule &rule = m_project.overrideRules()[step.rule];
            TracedRule traced(m_trace, step.rule, rule.id, true);
            const Truth passes = evaluateRule(rule);
            if (m_trace)
                traced.setOutcome(ruleOutcome(passes));
            if (m_hasFailed)
                return Status::Failed;
            if (!m_state.isUnsupported && passes == Truth::Unknown)
                return Status::Undetermined;
            const bool applies = !m_state.isUnsupported && passes == Truth::True;
            forget();
            if (!applies)
                continue;
            const bool passesShare = passesPercentage(rule, salt);
            traced.setPercentage(passesShare);
            if (!passesShare)
                continue;
            const Status status = evaluateEntity(
                entityNamed(entity.table, mapping.newConfigName, entity.kind, Trace::Role::Mapping));
            if (status != Status::Unrecognized) {
                traced.setDecides();
                return status;
            }
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
    if (exposuresSoFar().size() == 0 || m_state.hasUndelegated)
        return;
    m_state.undelegated = exposuresSoFar();
    m_state.hasUndelegated = true;
}

bool EvaluationRun::beginNested()
{
    ++m_nested;
    m_state.value = false;
    m_state.json = {};
    m_state.jsonValue = {};
    if (m_nested <= deepestNesting)
        return true;
    m_why = circleWhy;
    return false;
}

/// As in CORE every condition is looked at, also beside one that is unsupported, and what one leaves behind
/// is what the next one finds; only a condition that is missing ends the rule.
Truth EvaluationRun::evaluateRule(const Rule &rule)
{
    Truth all = Truth::True;
    bool allHold = true;
    for (const std::uint32_t index : rule.conditions) {
        const Condition &condition = m_project.conditions()[index];
        std::uint32_t node = Trace::none;
        if (m_trace) {
            Trace::Node traced;
            traced.kind = Trace::Kind::Condition;
            traced.index = index;
            node = m_trace->open(std::move(traced));
        }
        const Truth passes = evaluateOnce(index, condition);
        const bool isKnown = passes != Truth::Unknown;
        if (m_trace) {
            if (!isKnown)
                m_trace->node(node).note = m_why;
            m_trace->close(
                node, !isKnown && m_state.isUnsupported ? Trace::Outcome::Unsupported : outcomeOf(passes));
        }
        if (!isKnown && (m_hasFailed || !condition.source.isValid()))
            return Truth::Unknown;
        if (isKnown)
            m_state.value = passes == Truth::True;
        allHold = allHold && m_state.value;
        // A mapping that a later condition leads to forgets what was unsupported, and then this counts.
        all = bothOf(all, m_state.isUnsupported && !isKnown ? truthOf(m_state.value) : passes);
    }
    m_state.value = allHold;
    return m_state.isUnsupported ? Truth::Unknown : all;
}

bool EvaluationRun::passesPercentage(const Rule &rule, std::string_view specSalt)
{
    if (rule.passesAll())
        return true;
    if (rule.passesNone())
        return false;
    return bucketOf(rule, specSalt) < rule.passPercentage * 100;
}

/// A trace is told what was hashed, so there nothing is known before.
int EvaluationRun::bucketOf(const Rule &rule, std::string_view specSalt)
{
    const bool isPlaced = rule.placing != Rule::noPlacing;
    if (isPlaced && !m_trace) {
        if (const int known = m_knownBuckets.find(rule.placing); known != KnownBuckets::unknown)
            return known;
    }
    const std::string_view unitId = m_user.unitIdText(*rule.idTypeName);
    const std::uint64_t hash = isPlaced ? m_project.placings()[rule.placing].of(unitId)
                                        : SaltedHash({specSalt, rule.salt}).of(unitId);
    const int bucket = int(hash % 10'000);
    if (isPlaced)
        m_knownBuckets.add(rule.placing, bucket);
    tellHashed({specSalt, rule.salt, unitId});
    if (Trace::Node *node = m_trace ? m_trace->current() : nullptr)
        node->bucket = Trace::Bucket {m_hashed, hash, bucket, 10'000, rule.passPercentage * 100};
    return bucket;
}

void EvaluationRun::tellHashed(std::initializer_list<std::string_view> parts)
{
    if (m_trace)
        m_hashed = bucketText(parts);
}

EvaluationRun::Status EvaluationRun::undetermined(std::string why)
{
    m_why = std::move(why);
    return Status::Undetermined;
}

Truth EvaluationRun::unknown(std::string why)
{
    if (!m_state.isUnsupported)
        m_why = std::move(why);
    return Truth::Unknown;
}

Truth EvaluationRun::failed()
{
    m_hasFailed = true;
    return Truth::Unknown;
}

void EvaluationRun::setUnsupported(std::string_view why)
{
    if (!m_state.isUnsupported)
        m_why = why;
    m_state.isUnsupported = true;
}

qint64 EvaluationRun::now()
{
    if (!m_now) {
        const auto time = std::chrono::system_clock::now().time_since_epoch();
        m_now = m_context.now.value_or(std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
    }
    return *m_now;
}

Reason EvaluationRun::reasonOf(Status status) const
{
    const bool isUnsupported = m_state.isUnsupported && status == Status::Recognized;
    if (status == Status::Undetermined
        || ((isUnsupported || status == Status::Failed) && !m_context.sdkCompatible))
        return Reason::Undetermined;
    if (isUnsupported || status == Status::Failed)
        return Reason::Unsupported;
    return status == Status::Unrecognized ? Reason::Unrecognized : Reason::Recognized;
}

const Answer &EvaluationRun::answerAbout(const Entity &entity)
{
    begin();
    const Status status = evaluateEntity(entity);
    m_hasFailed = status == Status::Failed;
    m_answer = {};
    m_answer.reason = reasonOf(status);
    if (!m_answer.isDetermined())
        m_answer.undetermined = m_why;
    else if (status == Status::Recognized)
        takeAnswer();
    return m_answer;
}

void EvaluationRun::takeAnswer()
{
    m_answer.value = m_state.value;
    m_answer.json = m_state.json;
    m_answer.plainJson = m_state.json.empty() ? "null" : plainJsonOf(m_state.jsonValue, m_state.json);
    m_answer.ruleId = m_state.ruleId;
    if (!m_state.ruleIdSuffix.empty()) {
        m_composedRuleId.assign(m_state.ruleId).append(":").append(m_state.ruleIdSuffix);
        m_answer.ruleId = m_composedRuleId;
    }
    m_answer.groupName = m_state.groupName;
    m_answer.allocatedExperiment = m_state.delegate;
    m_answer.explicitParameters = m_state.explicitParameters;
    m_answer.parameterRuleIds = m_state.parameterRuleIds;
    m_answer.idType = m_state.idType.value_or(std::string_view());
    m_answer.isInLayer = m_state.isInLayer;
    m_answer.isExperimentGroup = m_state.isExperimentGroup;
    m_answer.isExperimentActive = m_state.isExperimentActive;
    m_answer.secondaryExposures = exposuresIn(exposuresSoFar());
    m_answer.undelegatedExposures = exposuresIn(m_state.undelegated);
}

std::span<const SeenExposure> EvaluationRun::exposuresIn(const ExposureSpan &span) const
{
    return {m_exposures.constData() + span.begin, std::size_t(span.size())};
}

} // namespace Gatescope
