// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "conditionfact.h"
#include "bucketranges.h"

#include <models/json/utf8text.h>
#include <models/evaluation/compiledtarget.h>
#include <models/evaluation/conditionsentences.h>
#include <models/evaluation/targetwords.h>
#include <models/evaluation/versiontext.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

constexpr qsizetype longestValueInFact = 60;

class FactSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ConditionFact)
public:
    FactSpeaker(const TraceView &view, std::uint32_t node)
        : m_view(view)
        , m_node(node)
        , m_spec(view.spec(node))
        , m_condition(view.condition(node))
        , m_parts(conditionParts(view.project(), m_spec, m_condition))
    { }

    Phrases fact() const;

private:
    bool holds() const { return m_view.node(m_node).outcome == Trace::Outcome::Passed; }
    Phrases filled(const Phrases &subject) const;
    Phrases gateFact() const;
    Phrases bucketFact() const;
    Phrases valueFact() const;
    Phrases unsetFact() const;
    Phrases subjectWith(const UserValue &value) const;
    bool isTheTarget() const;
    QString mismatch(const UserValue &value) const;

    const TraceView &m_view;
    std::uint32_t m_node;
    const Spec &m_spec;
    const Condition &m_condition;
    ConditionParts m_parts;
};

Phrases FactSpeaker::fact() const
{
    switch (m_condition.type) {
    case ConditionType::Public:
        return {plainPhrase(m_parts.holds)};
    case ConditionType::PassGate:
    case ConditionType::FailGate:
        return gateFact();
    case ConditionType::UserBucket:
        return bucketFact();
    default:
        return valueFact();
    }
}

Phrases FactSpeaker::filled(const Phrases &subject) const
{
    return fillPhrases(
        holds() ? m_parts.holds : m_parts.fails, {subject, m_parts.target, m_parts.operatorName});
}

Phrases FactSpeaker::gateFact() const
{
    const std::string name = m_condition.target.toUtf8();
    if (m_view.project().find(SpecTable::FeatureGates, name) >= 0)
        return filled({});
    if (name.empty())
        return {plainPhrase(tr("a condition names no gate, which counts as off"))};
    return fillPhrases(tr("%1 is not in these specs and counts as off"), {m_parts.target});
}

Phrases FactSpeaker::bucketFact() const
{
    const Trace::Bucket bucket = conditionBucket(m_view, m_condition, m_node);
    return filled(bucketSubject(m_view, m_spec, m_condition, bucket.bucket));
}

Phrases FactSpeaker::valueFact() const
{
    const UserValue value = userValueOf(m_view, m_condition, m_node);
    if (!value.isSet())
        return unsetFact();
    const QString wrong = holds() ? QString() : mismatch(value);
    const Phrases subject = subjectWith(value);
    return wrong.isEmpty() ? filled(subject) : fillPhrases(wrong, {subject, m_parts.target});
}

Phrases FactSpeaker::unsetFact() const
{
    if (m_condition.type == ConditionType::ExperimentGroup)
        return fillPhrases(tr("the user is in no group of %1"),
            {{entityPhrase(m_view.project(), SpecTable::DynamicConfigs, m_condition.field)}});
    return fillPhrases(tr("%1 is not set"), {bareField(m_condition, m_parts)});
}

/// A value that equals the one target is named by it.
bool FactSpeaker::isTheTarget() const
{
    const Operator op = m_condition.op;
    const bool isEquality = op == Operator::Any || op == Operator::AnyCaseSensitive || op == Operator::Eq
        || op == Operator::VersionEq;
    return holds() && isEquality && targetCount(m_condition.target) == 1;
}

Phrases FactSpeaker::subjectWith(const UserValue &value) const
{
    const QString remark = valueRemark(value, m_condition);
    const Phrases field = bareField(m_condition, m_parts);
    if (isTheTarget() && m_condition.type != ConditionType::ExperimentGroup)
        return remark.isEmpty() ? field
                                : fillPhrases(QStringLiteral("%1 (%2)"), {field, {plainPhrase(remark)}});
    const Phrases words = valueWords(value, longestValueInFact);
    if (m_condition.type == ConditionType::ExperimentGroup)
        return fillPhrases(tr("the group %1 in %2"),
            {words, {entityPhrase(m_view.project(), SpecTable::DynamicConfigs, m_condition.field)}});
    return remark.isEmpty()
        ? fillPhrases(QStringLiteral("%1 %2"), {field, words})
        : fillPhrases(QStringLiteral("%1 %2 (%3)"), {field, words, {plainPhrase(remark)}});
}

bool isVersionOperator(Operator op)
{
    return op >= Operator::VersionGt && op <= Operator::VersionNeq;
}

/// A sentence for values that cannot satisfy the operator whatever the target; empty for those that could.
/// The opposite of the test would then be no true thing to say.
QString FactSpeaker::mismatch(const UserValue &value) const
{
    const Operator op = m_condition.op;
    const CompiledTarget &target = *m_condition.compiled;
    const AttributeValue computed = AttributeValue::fromText(value.derived.toStdString());
    const AttributeValue &compared = value.value ? *value.value : computed;
    if (isVersionOperator(op))
        return compared.text && compareVersions(*compared.text, target.text)
            ? QString()
            : tr("%1 cannot be compared as a version with %2");
    if (op >= Operator::Gt && op <= Operator::Lte)
        return compared.number ? QString() : tr("%1 is not a number");
    if (op == Operator::Before || op == Operator::After || op == Operator::On)
        return compared.time || compared.integer || m_condition.type == ConditionType::CurrentTime
            ? QString()
            : tr("%1 is not a time");
    if (op >= Operator::ArrayContainsAny && op <= Operator::NotArrayContainsAll)
        return compared.elements ? QString() : tr("%1 is not a list");
    return {};
}

} // namespace

Phrases conditionFact(const TraceView &view, std::uint32_t node)
{
    return FactSpeaker(view, node).fact();
}

Phrases bareField(const Condition &condition, const ConditionParts &parts)
{
    if (condition.type == ConditionType::IpBased || condition.type == ConditionType::UaBased)
        return {codePhrase(utf8Text(condition.field))};
    return parts.field;
}

Phrases joinedPhrases(const QList<Phrases> &clauses)
{
    struct Join
    {
        Q_DECLARE_TR_FUNCTIONS(Gatescope::ConditionFact)
    };
    Phrases joined;
    for (qsizetype i = 0; i < clauses.size(); ++i) {
        if (i == 0)
            joined = clauses[i];
        else
            joined = fillPhrases(
                i + 1 == clauses.size() ? Join::tr("%1 and %2") : Join::tr("%1, %2"), {joined, clauses[i]});
    }
    return joined;
}

namespace {

struct BucketSubjectText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ConditionFact)
};

} // namespace

Phrases bucketSubject(const TraceView &view, const Spec &spec, const Condition &condition, int bucket)
{
    const QString sentence = isLayerBucket(view.project(), spec, condition)
        ? BucketSubjectText::tr("layer bucket %1")
        : BucketSubjectText::tr("bucket %1");
    return {plainPhrase(sentence.arg(QLocale().toString(bucket)))};
}

Phrases bucketSubject(int bucket)
{
    return {plainPhrase(BucketSubjectText::tr("bucket %1").arg(QLocale().toString(bucket)))};
}

QString limitText(double limit)
{
    const QLocale locale;
    QString text = locale.toString(limit, 'f', 2);
    const QString point = locale.decimalPoint();
    while (text.contains(point) && (text.endsWith(u'0') || text.endsWith(point)))
        text.chop(1);
    return text;
}

} // namespace Gatescope
