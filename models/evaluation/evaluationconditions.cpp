// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationrun.h"

#include "hashes.h"
#include "numbertext.h"
#include "operators.h"

namespace Gatescope {

namespace {

/// The address that CORE looks up a country for, in its usual form: four integers with dots between, which
/// need not be single bytes. Empty for anything else.
std::string addressOf(std::string_view ip)
{
    constexpr qint64 end = qint64(1) << 32;
    qint64 address = 0;
    for (int part = 0; part < 4; ++part) {
        const std::size_t dot = ip.find('.');
        const std::optional<qint64> number = strictInt64(ip.substr(0, dot));
        if (!number || *number <= -end || *number >= end || (dot == std::string_view::npos) != (part == 3))
            return {};
        address = address * 256 + *number;
        ip.remove_prefix(part == 3 ? ip.size() : dot + 1);
    }
    if (address < 0 || address >= end)
        return {};
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8)
        text.append(std::to_string(address >> shift & 0xff)).append(shift > 0 ? "." : "");
    return text;
}

constexpr bool isOnUserAlone(ConditionType type)
{
    switch (type) {
    case ConditionType::Public:
    case ConditionType::UserField:
    case ConditionType::UnitId:
    case ConditionType::IpBased:
    case ConditionType::UaBased:
    case ConditionType::EnvironmentField:
        return true;
    default:
        return false;
    }
}

} // namespace

struct EvaluationRun::ExperimentGroups
{
    struct Answer
    {
        bool isBeingAsked = true;
        bool isDetermined = false;
        bool hasFailed = false;
        std::string why;
        std::optional<std::string> group;
    };
    std::unordered_map<std::string, Answer> answers; ///< by experiment
};

Truth EvaluationRun::evaluateCondition(const Condition &condition)
{
    if (!condition.problem.empty()) {
        setUnsupported(condition.problem);
        return Truth::Unknown;
    }
    switch (condition.type) {
    case ConditionType::Public:
        return Truth::True;
    case ConditionType::PassGate:
    case ConditionType::FailGate:
        return evaluateNestedGate(condition);
    case ConditionType::UserBucket:
        return evaluateBucket(condition);
    default:
        return evaluateValue(condition);
    }
}

/// What only the user decides is the same wherever it is asked.
Truth EvaluationRun::evaluateOnce(std::uint32_t index, const Condition &condition)
{
    const bool isKept = index < m_knownConditions.size();
    if (isKept && m_knownConditions[index] != Truth::Unknown)
        return m_knownConditions[index];
    const Truth passes = evaluateCondition(condition);
    if (isKept && isOnUserAlone(condition.type))
        m_knownConditions[index] = passes;
    return passes;
}

Truth EvaluationRun::evaluateValue(const Condition &condition)
{
    static const AttributeValue absent;
    Operand operand = operandOf(condition);
    if (Trace::Node *node = m_trace ? m_trace->current() : nullptr) {
        node->source = operand.source;
        if (const AttributeValue *value = operand.value)
            node->userValue = value->text ? value->text
                : value->integer          ? std::to_string(*value->integer)
                                          : std::optional<std::string>();
    }
    if (operand.isUnknown)
        return Truth::Unknown;
    if (!operand.value)
        operand.value = &absent;
    if (condition.op == Operator::InSegmentList || condition.op == Operator::NotInSegmentList)
        return evaluateIdList(condition, operand);
    const Truth result = satisfies(condition.op, *operand.value, *condition.compiled);
    if (result != Truth::Unknown)
        return result;
    if (m_context.sdkCompatible)
        return Truth::False;
    return unknown("the regular expression \"" + condition.compiled->text + "\" took too many steps");
}

/// The usual bucket tests need no text of the bucket.
Truth EvaluationRun::evaluateBucket(const Condition &condition)
{
    const int bucket = bucketOf(condition);
    const CompiledTarget &target = *condition.compiled;
    if (Trace::Node *node = m_trace ? m_trace->current() : nullptr) {
        node->source = ValueSource::Bucket;
        node->userValue = std::to_string(bucket);
        if (target.kind == CompiledTarget::Kind::Number)
            node->bucket->limit = target.number;
    }
    if (target.buckets)
        return truthOf(target.buckets->test(std::size_t(bucket)) == (condition.op == Operator::Any));
    if (condition.op == Operator::Lt && target.number)
        return truthOf(bucket < *target.number);
    const AttributeValue value = AttributeValue::fromNumber(bucket);
    if (condition.op == Operator::InSegmentList || condition.op == Operator::NotInSegmentList)
        return evaluateIdList(condition, {&value, ValueSource::Bucket});
    const Truth result = satisfies(condition.op, value, target);
    return result == Truth::Unknown ? Truth::False : result;
}

/// A trace is told what was hashed, so there nothing is known before.
int EvaluationRun::bucketOf(const Condition &condition)
{
    if (const int known = m_knownBuckets.find(condition.placing); known != KnownBuckets::unknown && !m_trace)
        return known;
    const std::string_view unitId = m_user.unitIdText(*condition.idTypeName);
    const std::uint64_t hash = m_project.placings()[condition.placing].of(unitId);
    tellHashed({condition.salt, unitId});
    const int bucket = int(hash % 1000);
    if (Trace::Node *node = m_trace ? m_trace->current() : nullptr)
        node->bucket = Trace::Bucket {m_hashed, hash, bucket, 1000, {}};
    m_knownBuckets.add(condition.placing, bucket);
    return bucket;
}

Truth EvaluationRun::evaluateIdList(const Condition &condition, const Operand &operand)
{
    const bool wantsMember = condition.op == Operator::InSegmentList;
    const CompiledTarget &target = *condition.compiled;
    if (target.kind != CompiledTarget::Kind::String || !operand.value->text)
        return truthOf(!wantsMember);
    const IdLists *lists = m_context.idLists.get();
    if (!lists || !lists->isLoaded(target.text)) {
        if (!m_context.sdkCompatible && (!lists || m_project.declaresIdList(target.text)))
            return unknown("the ID list \"" + target.text + "\" is not loaded");
        return truthOf(!wantsMember);
    }
    const std::string hash = sha256Base64(*operand.value->text).substr(0, 8);
    return truthOf(lists->contains(target.text, hash) == wantsMember);
}

EvaluationRun::Operand EvaluationRun::operandOf(const Condition &condition)
{
    const auto found = [](const FoundValue &value) { return Operand {value.value, value.source}; };
    switch (condition.type) {
    case ConditionType::UserField:
        if (!condition.hasField)
            return Operand {};
        return found(m_user.attribute(*condition.fieldName));
    case ConditionType::UnitId:
        return found(m_user.unitId(*condition.idTypeName));
    case ConditionType::UaBased: {
        if (!condition.hasField)
            return Operand {};
        const FoundValue own = m_user.attribute(*condition.fieldName);
        if (own.value || !condition.fieldName->agentField)
            return found(own);
        return Operand {m_user.userAgent(*condition.fieldName->agentField), ValueSource::UserAgent};
    }
    case ConditionType::IpBased: {
        if (!condition.hasField)
            return Operand {};
        const FoundValue own = m_user.attribute(*condition.fieldName);
        return own.value ? found(own) : countryOf(*condition.fieldName);
    }
    case ConditionType::EnvironmentField: {
        if (!condition.hasField)
            return Operand {};
        const FoundValue own = m_user.environment(*condition.fieldName);
        if (own.value || condition.fieldName->lower != "tier")
            return found(own);
        return Operand {m_project.defaultEnvironment(), ValueSource::DefaultEnvironment};
    }
    case ConditionType::CurrentTime:
        return computed(AttributeValue::fromTime(now()), ValueSource::Clock);
    case ConditionType::TargetApp:
        if (m_context.withoutApp)
            return Operand {};
        if (!m_context.appId)
            return Operand {m_project.appId(), ValueSource::TargetApp};
        return computed(AttributeValue::fromText(*m_context.appId), ValueSource::TargetApp);
    case ConditionType::ExperimentGroup:
        return condition.hasField ? experimentGroup(condition.field) : Operand {};
    default:
        return Operand {};
    }
}

EvaluationRun::Operand EvaluationRun::computed(AttributeValue value, ValueSource source)
{
    return {&m_computed.emplace(std::move(value)), source};
}

EvaluationRun::Operand EvaluationRun::countryOf(const FieldName &field)
{
    const std::string ip = field.name == "country" ? addressOf(m_user.ip()) : std::string();
    if (ip.empty())
        return {};
    if (!m_context.countries) {
        if (m_context.sdkCompatible)
            return {};
        m_why = "the country of the IP address " + ip + " is not known here";
        return {nullptr, ValueSource::IpAddress, true};
    }
    const std::optional<std::string> country = m_context.countries->country(ip);
    if (!country)
        return {};
    return computed(AttributeValue::fromText(*country), ValueSource::IpAddress);
}

/// A whole evaluation of its own, as if somebody had asked for the experiment.
EvaluationRun::Operand EvaluationRun::experimentGroup(std::string_view experiment)
{
    if (m_context.forInitialize) {
        setUnsupported("unsupported: the group in \"" + std::string(experiment)
            + "\" is not known to an initialize response");
        return Operand {};
    }
    if (!m_groups)
        m_groups = std::make_shared<ExperimentGroups>();
    const auto [found, isNew] = m_groups->answers.try_emplace(std::string(experiment));
    ExperimentGroups::Answer &answer = found->second;
    if (isNew) {
        EvaluationRun run(m_project, m_context, m_user, m_trace);
        run.m_groups = m_groups;
        run.m_depth = m_depth; // the stack is one
        const Answer &own = run.answer(SpecTable::DynamicConfigs, experiment, EntityKind::Experiment);
        answer = {false, own.isDetermined(), run.m_hasFailed, std::string(own.undetermined),
            own.groupName ? std::optional(std::string(*own.groupName)) : std::nullopt};
    }
    if (answer.isBeingAsked) {
        m_why = "experiments ask for each other's groups in a circle";
        failed();
        return Operand {nullptr, ValueSource::Nowhere, true};
    }
    if (!isNew)
        recallExperiment(experiment, answer.isDetermined);
    if (!answer.isDetermined) {
        m_why = answer.why;
        if (answer.hasFailed) // nobody can tell what comes of it
            failed();
        return Operand {nullptr, ValueSource::ExperimentGroup, true};
    }
    if (!answer.group)
        return Operand {};
    return computed(AttributeValue::fromText(*answer.group), ValueSource::ExperimentGroup);
}

void EvaluationRun::recallExperiment(std::string_view experiment, bool isDetermined)
{
    if (!m_trace)
        return;
    const int spec = m_project.find(SpecTable::DynamicConfigs, experiment);
    Trace::Node node;
    node.spec = spec < 0 ? Spec::none : std::uint32_t(spec);
    node.role = Trace::Role::ExperimentGroup;
    node.name = experiment;
    node.isRemembered = true;
    m_trace->close(
        m_trace->open(std::move(node)), isDetermined ? Trace::Outcome::Passed : Trace::Outcome::Undetermined);
}

} // namespace Gatescope
