// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "conditionwords.h"
#include "conditionsentences.h"
#include "targetwords.h"

#include <models/json/utf8text.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

class ConditionSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ConditionWords)
public:
    ConditionSpeaker(const Project &project, const Spec &spec, const Condition &condition)
        : m_project(project)
        , m_spec(spec)
        , m_condition(condition)
    { }

    ConditionParts parts() const;

private:
    ConditionParts gateParts() const;
    ConditionParts bucketParts() const;
    ConditionParts bucketSetParts() const;
    ConditionParts comparison(const Phrases &field) const;
    ConditionParts equality(const Phrases &field, bool equal) const;
    ConditionParts unknownComparison(const Phrases &field) const;
    Phrases fieldWords() const;
    Phrases targetOfOperator() const;
    Phrases saltWords() const;
    Phrases bucketLimit() const;

    const Project &m_project;
    const Spec &m_spec;
    const Condition &m_condition;
};

QString conditionText(std::string_view utf8)
{
    return utf8Text(utf8);
}

ConditionParts swappedParts(ConditionParts parts)
{
    std::swap(parts.holds, parts.fails);
    return parts;
}

ConditionParts ConditionSpeaker::parts() const
{
    switch (m_condition.type) {
    case ConditionType::Public:
        return {tr("everyone"), tr("nobody"), {}, {}, {}};
    case ConditionType::PassGate:
        return gateParts();
    case ConditionType::FailGate:
        return swappedParts(gateParts());
    case ConditionType::UserBucket:
        return bucketParts();
    case ConditionType::Other:
        return {tr("a condition of the unknown type %2 holds"),
            tr("a condition of the unknown type %2 does not hold"), {},
            {codePhrase(conditionText(m_condition.typeName))}, {}};
    default:
        return comparison(fieldWords());
    }
}

/// The same test in the words of what is tested: a gate, a segment or a holdout.
ConditionParts ConditionSpeaker::gateParts() const
{
    const std::string name = m_condition.target.toUtf8();
    const Phrases link {entityPhrase(m_project, SpecTable::FeatureGates, name)};
    const int index = m_project.find(SpecTable::FeatureGates, name);
    if (index < 0)
        return {tr("%2 (not in these specs) is on"), tr("%2 (not in these specs) is off"), {}, link, {}};
    switch (m_project.specs()[size_t(index)].kind) {
    case EntityKind::Segment:
        return {tr("the user is a member of %2"), tr("the user is not a member of %2"), {}, link, {}};
    case EntityKind::Holdout:
        return {tr("the user is held out by %2"), tr("the user is not held out by %2"), {}, link, {}};
    default:
        return {tr("%2 is on"), tr("%2 is off"), {}, link, {}};
    }
}

/// The layer whose salt the bucket is taken with, if it is not the entity's own.
Phrases ConditionSpeaker::saltWords() const
{
    const int layer = m_spec.layer.empty() ? -1 : m_project.find(SpecTable::LayerConfigs, m_spec.layer);
    const bool ofLayer = layer >= 0 && m_condition.salt == m_project.specs()[size_t(layer)].salt
        && m_condition.salt != m_spec.salt;
    return ofLayer ? fillPhrases(tr("the bucket in %1"),
                         {{entityPhrase(m_project, SpecTable::LayerConfigs, m_spec.layer)}})
                   : Phrases {plainPhrase(tr("the bucket"))};
}

Phrases ConditionSpeaker::bucketLimit() const
{
    const auto limit = m_condition.target.toInt64();
    return limit ? Phrases {plainPhrase(QLocale().toString(*limit))} : targetWords(m_condition.target);
}

ConditionParts ConditionSpeaker::bucketParts() const
{
    switch (m_condition.op) {
    case Operator::Lt:
        return {tr("%1 is below %2"), tr("%1 is not below %2"), saltWords(), bucketLimit(), {}};
    case Operator::Any:
    case Operator::AnyCaseSensitive:
        return bucketSetParts();
    case Operator::NoneOf:
    case Operator::NoneCaseSensitive:
        return swappedParts(bucketSetParts());
    default:
        return comparison(saltWords());
    }
}

ConditionParts ConditionSpeaker::bucketSetParts() const
{
    const int count = bucketCount(m_condition.target);
    if (count == 0)
        return {tr("nobody (no bucket is listed)"), tr("everyone (no bucket is listed)"), {}, {}, {}};
    return {tr("%1 is one of its %2 of 1,000"), tr("%1 is outside its %2 of 1,000"), saltWords(),
        {plainPhrase(QLocale().toString(count))}, {}};
}

Phrases ConditionSpeaker::fieldWords() const
{
    const Phrase field = codePhrase(conditionText(m_condition.field));
    switch (m_condition.type) {
    case ConditionType::UnitId:
        return {codePhrase(conditionText(m_condition.idType))};
    case ConditionType::IpBased:
        return fillPhrases(tr("%1 (from the IP address)"), {{field}});
    case ConditionType::UaBased:
        return fillPhrases(tr("%1 (from the user agent)"), {{field}});
    case ConditionType::EnvironmentField:
        return fillPhrases(tr("the environment's %1"), {{field}});
    case ConditionType::CurrentTime:
        return {plainPhrase(tr("the time"))};
    case ConditionType::TargetApp:
        return {plainPhrase(tr("the target app"))};
    case ConditionType::ExperimentGroup:
        return fillPhrases(
            tr("the group in %1"), {{entityPhrase(m_project, SpecTable::DynamicConfigs, m_condition.field)}});
    default:
        return {field};
    }
}

Phrases ConditionSpeaker::targetOfOperator() const
{
    const Operator op = m_condition.op;
    const bool isTime = op == Operator::Before || op == Operator::After || op == Operator::On
        || m_condition.type == ConditionType::CurrentTime;
    return isTime ? timeWords(m_condition.target) : targetWords(m_condition.target);
}

ConditionParts ConditionSpeaker::equality(const Phrases &field, bool equal) const
{
    ConditionParts parts {tr("%1 is not set"), tr("%1 is set"), field, {}, {}};
    if (m_condition.target.isValid() && !m_condition.target.isNull())
        parts = {tr("%1 is %2"), tr("%1 is not %2"), field, targetOfOperator(), {}};
    return equal ? parts : swappedParts(parts);
}

ConditionParts ConditionSpeaker::comparison(const Phrases &field) const
{
    const Operator op = m_condition.op;
    if (op == Operator::Eq || op == Operator::Neq)
        return equality(field, op == Operator::Eq);
    const OperatorWords words = operatorWords(op, targetCount(m_condition.target) == 1);
    return words.holds.isEmpty() ? unknownComparison(field)
                                 : ConditionParts {words.holds, words.fails, field, targetOfOperator(), {}};
}

ConditionParts ConditionSpeaker::unknownComparison(const Phrases &field) const
{
    const QString sentence = m_condition.op == Operator::None
        ? tr("%1 is compared with %2 without an operator")
        : tr("%1 compares with %2 by the unknown operator %3");
    return {
        sentence, sentence, field, targetOfOperator(), {codePhrase(conditionText(m_condition.operatorName))}};
}

} // namespace

ConditionParts conditionParts(const Project &project, const Spec &spec, const Condition &condition)
{
    return ConditionSpeaker(project, spec, condition).parts();
}

Phrases conditionWords(const Project &project, const Spec &spec, const Condition &condition)
{
    const ConditionParts parts = conditionParts(project, spec, condition);
    return fillPhrases(parts.holds, {parts.field, parts.target, parts.operatorName});
}

} // namespace Gatescope
