// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "conditioncells.h"
#include "bucketranges.h"
#include "conditionfact.h"
#include "uservalue.h"

#include <models/json/utf8text.h>
#include <models/evaluation/conditionsentences.h>
#include <models/evaluation/rulewords.h>
#include <models/evaluation/targetwords.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

constexpr qsizetype longestValueInCell = 300;

class CellSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ConditionCells)
public:
    CellSpeaker(const TraceView &view, const Spec &spec, const Condition &condition, std::uint32_t node)
        : m_view(view)
        , m_spec(spec)
        , m_condition(condition)
        , m_node(node)
        , m_parts(conditionParts(view.project(), spec, condition))
    { }

    void fill(ExplanationRow &row) const;

private:
    void fillGate(ExplanationRow &row) const;
    void fillBucket(ExplanationRow &row) const;
    void fillUnknown(ExplanationRow &row) const;
    void fillValue(ExplanationRow &row) const;
    QString gateTitle(EntityKind kind) const;
    Phrases titleOf(const Phrases &field) const;
    Phrases bucketTitle() const;
    bool isBucketSet() const;

    const TraceView &m_view;
    const Spec &m_spec;
    const Condition &m_condition;
    std::uint32_t m_node;
    ConditionParts m_parts;
};

void CellSpeaker::fill(ExplanationRow &row) const
{
    switch (m_condition.type) {
    case ConditionType::Public:
        row.title = {plainPhrase(m_parts.holds)};
        break;
    case ConditionType::PassGate:
    case ConditionType::FailGate:
        fillGate(row);
        break;
    case ConditionType::UserBucket:
        fillBucket(row);
        break;
    case ConditionType::Other:
        fillUnknown(row);
        break;
    default:
        fillValue(row);
    }
}

/// The sentence up to its target, which has a column of its own.
Phrases CellSpeaker::titleOf(const Phrases &field) const
{
    const QString target = QStringLiteral("%2");
    QString sentence = m_parts.holds;
    if (sentence.endsWith(target))
        sentence.chop(target.size());
    return fillPhrases(sentence.trimmed(), {field, {plainPhrase(QStringLiteral("…"))}, m_parts.operatorName});
}

QString CellSpeaker::gateTitle(EntityKind kind) const
{
    const bool passes = m_condition.type == ConditionType::PassGate;
    switch (kind) {
    case EntityKind::Segment:
        return passes ? tr("is a member of") : tr("is not a member of");
    case EntityKind::Holdout:
        return passes ? tr("is held out by") : tr("is not held out by");
    default:
        return passes ? tr("passes gate") : tr("does not pass gate");
    }
}

void CellSpeaker::fillGate(ExplanationRow &row) const
{
    const std::string name = m_condition.target.toUtf8();
    const int found = m_view.project().find(SpecTable::FeatureGates, name);
    const EntityKind kind = found < 0 ? EntityKind::Gate : m_view.project().specs()[size_t(found)].kind;
    row.title = {plainPhrase(gateTitle(kind))};
    row.target = {entityPhrase(m_view.project(), SpecTable::FeatureGates, name)};
    row.asks = EntityRef {SpecTable::FeatureGates, QString::fromStdString(name)};
    row.asksKind = kind;
    const std::uint32_t asked = m_node == Trace::none ? Trace::none : m_view.asked(m_node);
    if (found < 0)
        row.user = {mutedPhrase(tr("not in these specs"))};
    else if (asked != Trace::none)
        row.user = {plainPhrase(answerText(kind, m_view.node(asked)))};
}

bool CellSpeaker::isBucketSet() const
{
    return m_condition.target.isContainer() && bucketCount(m_condition.target) > 0;
}

Phrases CellSpeaker::bucketTitle() const
{
    const bool inLayer = isLayerBucket(m_view.project(), m_spec, m_condition);
    const Phrases subject = fillPhrases(inLayer ? tr("layer bucket of %1") : tr("bucket of %1"),
        {{codePhrase(utf8Text(m_condition.idType))}});
    if (!isBucketSet())
        return titleOf(subject);
    const bool inside = m_condition.op == Operator::Any || m_condition.op == Operator::AnyCaseSensitive;
    return fillPhrases(inside ? tr("%1 is one of") : tr("%1 is outside"), {subject});
}

void CellSpeaker::fillBucket(ExplanationRow &row) const
{
    const Trace::Bucket bucket = conditionBucket(m_view, m_condition, m_node);
    const QString count = QLocale().toString(bucketCount(m_condition.target));
    row.title = bucketTitle();
    row.user = {plainPhrase(QLocale().toString(bucket.bucket))};
    row.target = isBucketSet() ? Phrases {plainPhrase(tr("%1 of 1,000").arg(count))} : m_parts.target;
    row.source = ValueSource::Bucket;
    row.where = whereWords(ValueSource::Bucket);
    row.derived = QString::number(bucket.bucket);
}

void CellSpeaker::fillUnknown(ExplanationRow &row) const
{
    const bool isLost = m_condition.typeName.empty();
    row.title = {plainPhrase(
        isLost ? tr("a condition that is not in these specs") : tr("a condition of the unknown type"))};
    if (!isLost)
        row.target = m_parts.target;
}

void CellSpeaker::fillValue(ExplanationRow &row) const
{
    const UserValue value = userValueOf(m_view, m_condition, m_node);
    const QString remark = valueRemark(value, m_condition);
    row.title = titleOf(bareField(m_condition, m_parts));
    row.user = valueWords(value, longestValueInCell);
    if (!remark.isEmpty())
        row.user.append(mutedPhrase(u' ' + remark));
    row.target = m_parts.target;
    row.source = value.isSet() ? value.source : ValueSource::Nowhere;
    row.where = whereWords(row.source);
    row.written = value.written;
    row.derived = value.derived;
    row.isPrivate = value.isPrivate;
    if (m_condition.type == ConditionType::ExperimentGroup) {
        row.asks = EntityRef {SpecTable::DynamicConfigs, utf8Text(m_condition.field)};
        row.asksKind = EntityKind::Experiment;
    }
}

} // namespace

void fillConditionRow(ExplanationRow &row, const TraceView &view, const Spec &spec,
    const Condition &condition, std::uint32_t node)
{
    CellSpeaker(view, spec, condition, node).fill(row);
}

void fillPercentageRow(ExplanationRow &row, const Rule &rule, const Trace::Bucket &bucket)
{
    struct PercentageText
    {
        Q_DECLARE_TR_FUNCTIONS(Gatescope::ConditionCells)
    };
    row.title =
        fillPhrases(PercentageText::tr("bucket of %1 is below"), {{codePhrase(utf8Text(rule.idType))}});
    row.user = {plainPhrase(QLocale().toString(bucket.bucket))};
    row.target = {plainPhrase(limitText(bucket.limit.value_or(0))),
        mutedPhrase(u' ' + percentWords(rule.passPercentage))};
    row.source = ValueSource::Bucket;
    row.where = whereWords(ValueSource::Bucket);
    row.derived = QString::number(bucket.bucket);
}

QString answerText(EntityKind kind, const Trace::Node &entity)
{
    struct Answer
    {
        Q_DECLARE_TR_FUNCTIONS(Gatescope::ConditionCells)
    };
    const bool isOn = entity.outcome == Trace::Outcome::Passed;
    if (isUndecided(entity.outcome))
        return Answer::tr("cannot tell");
    switch (kind) {
    case EntityKind::Segment:
        return isOn ? Answer::tr("member") : Answer::tr("not a member");
    case EntityKind::Holdout:
        return isOn ? Answer::tr("held out") : Answer::tr("not held out");
    default:
        return isOn ? Answer::tr("on") : Answer::tr("off");
    }
}

} // namespace Gatescope
