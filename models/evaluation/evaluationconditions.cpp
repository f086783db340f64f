// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationrun.h"

#include "hashes.h"
#include "numbertext.h"
#include "operators.h"

namespace Gatescope {

namespace {

constexpr int deepestExperimentGroups = 32;

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

} // namespace

struct EvaluationRun::ExperimentGroups
{
    std::unordered_map<std::string, std::optional<std::string>> found;
    int depth = 0;
};

std::optional<Truth> EvaluationRun::evaluateCondition(const Condition &condition)
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

std::optional<Truth> EvaluationRun::evaluateValue(const Condition &condition)
{
    static const AttributeValue absent;
    AttributeValue scratch;
    std::optional<Operand> operand = operandOf(condition, scratch);
    if (!operand)
        return std::nullopt;
    if (Trace::Node *node = m_trace ? m_trace->current() : nullptr) {
        node->source = operand->source;
        if (const AttributeValue *value = operand->value)
            node->userValue = value->text ? value->text
                : value->integer          ? std::to_string(*value->integer)
                                          : std::optional<std::string>();
    }
    if (operand->isUnknown)
        return Truth::Unknown;
    if (!operand->value)
        operand->value = &absent;
    if (condition.op == Operator::InSegmentList || condition.op == Operator::NotInSegmentList)
        return evaluateIdList(condition, *operand);
    const Truth result = satisfies(condition.op, *operand->value, *condition.compiled);
    if (result != Truth::Unknown)
        return result;
    if (m_context.sdkCompatible)
        return Truth::False;
    return unknown("the regular expression \"" + condition.compiled->text + "\" took too many steps");
}

/// The usual bucket tests need no text of the bucket.
Truth EvaluationRun::evaluateBucket(const Condition &condition)
{
    const std::uint64_t hash = hashOf({condition.salt, m_user.unitIdText(condition.idTypeName)});
    const int bucket = int(hash % 1000);
    const CompiledTarget &target = *condition.compiled;
    if (Trace::Node *node = m_trace ? m_trace->current() : nullptr) {
        node->source = ValueSource::Bucket;
        node->userValue = std::to_string(bucket);
        node->bucket = Trace::Bucket {m_hashed, hash, bucket, 1000, {}};
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

std::optional<EvaluationRun::Operand> EvaluationRun::operandOf(
    const Condition &condition, AttributeValue &scratch)
{
    const auto found = [](const FoundValue &value) { return Operand {value.value, value.source}; };
    switch (condition.type) {
    case ConditionType::UserField:
        return found(m_user.attribute(condition.fieldName));
    case ConditionType::UnitId:
        return found(m_user.unitId(condition.idTypeName));
    case ConditionType::UaBased: {
        const FoundValue own = m_user.attribute(condition.fieldName);
        if (own.value || !condition.fieldName.agentField)
            return found(own);
        return Operand {m_user.userAgent(*condition.fieldName.agentField), ValueSource::UserAgent};
    }
    case ConditionType::IpBased: {
        const FoundValue own = m_user.attribute(condition.fieldName);
        return own.value ? found(own) : countryOf(condition.fieldName, scratch);
    }
    case ConditionType::EnvironmentField: {
        const FoundValue own = m_user.environment(condition.fieldName);
        if (own.value || condition.fieldName.lower != "tier")
            return found(own);
        return Operand {m_project.defaultEnvironment(), ValueSource::DefaultEnvironment};
    }
    case ConditionType::CurrentTime:
        scratch = AttributeValue::fromTime(now());
        return Operand {&scratch, ValueSource::Clock};
    case ConditionType::TargetApp:
        if (m_context.appId.empty())
            return Operand {m_project.appId(), ValueSource::TargetApp};
        scratch = AttributeValue::fromText(m_context.appId);
        return Operand {&scratch, ValueSource::TargetApp};
    case ConditionType::ExperimentGroup:
        return experimentGroup(condition.field, scratch);
    default:
        return Operand {};
    }
}

EvaluationRun::Operand EvaluationRun::countryOf(const FieldName &field, AttributeValue &scratch)
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
    scratch = AttributeValue::fromText(*country);
    return {&scratch, ValueSource::IpAddress};
}

/// A whole evaluation of its own, as if somebody had asked for the experiment.
std::optional<EvaluationRun::Operand> EvaluationRun::experimentGroup(
    const std::string &experiment, AttributeValue &scratch)
{
    if (!m_groups)
        m_groups = std::make_shared<ExperimentGroups>();
    auto found = m_groups->found.find(experiment);
    if (found == m_groups->found.end()) {
        if (m_groups->depth >= deepestExperimentGroups) {
            m_why = "experiment groups ask for each other in a circle";
            return std::nullopt;
        }
        EvaluationRun run(m_project, m_context, m_user, m_trace);
        run.m_groups = m_groups;
        ++m_groups->depth;
        const Verdict verdict = run.evaluate(SpecTable::DynamicConfigs, experiment, EntityKind::Experiment);
        --m_groups->depth;
        if (!verdict.isDetermined()) {
            m_why = verdict.undetermined;
            return Operand {nullptr, ValueSource::ExperimentGroup, true};
        }
        found = m_groups->found.try_emplace(experiment, verdict.groupName).first;
    }
    if (!found->second)
        return Operand {};
    scratch = AttributeValue::fromText(*found->second);
    return Operand {&scratch, ValueSource::ExperimentGroup};
}

} // namespace Gatescope
