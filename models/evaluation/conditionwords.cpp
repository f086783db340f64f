// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "conditionwords.h"
#include "targetwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

/// Sentences with %1 for the field and %2 for the target; `one` where there is a single target.
struct ConditionSentence
{
    const char *many;
    const char *one;
};

class ConditionSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ConditionWords)
public:
    ConditionSpeaker(const Project &project, const Spec &spec, const Condition &condition)
        : m_project(project)
        , m_spec(spec)
        , m_condition(condition)
    { }

    Phrases words() const;

private:
    Phrases gateWords(bool passes) const;
    Phrases bucketWords() const;
    Phrases bucketSetWords(bool inside) const;
    Phrases appWords() const;
    Phrases unknownWords() const;
    Phrases comparison(const Phrases &field) const;
    Phrases equality(const Phrases &field, bool equal) const;
    Phrases fieldWords() const;
    Phrases targetOfOperator() const;
    Phrases saltWords() const;
    Phrases bucketLimit() const;

    const Project &m_project;
    const Spec &m_spec;
    const Condition &m_condition;
};

QString conditionText(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

ConditionSentence orderSentence(Operator op)
{
    using enum Operator;
    const auto same = [](const char *text) { return ConditionSentence {text, text}; };
    switch (op) {
    case Gt:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is more than %2"));
    case Lt:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is less than %2"));
    case Gte:
    case VersionGte:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is at least %2"));
    case Lte:
    case VersionLte:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is at most %2"));
    case VersionGt:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is newer than %2"));
    case VersionLt:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is older than %2"));
    case VersionEq:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is version %2"));
    case VersionNeq:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is not version %2"));
    case Before:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is before %2"));
    case After:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is after %2"));
    case On:
        return same(QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is on the day (UTC) of %2"));
    default:
        return {nullptr, nullptr};
    }
}

ConditionSentence textSentence(Operator op)
{
    using enum Operator;
    switch (op) {
    case Any:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is one of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is %2")};
    case NoneOf:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is none of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is not %2")};
    case AnyCaseSensitive:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is exactly one of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is exactly %2")};
    case NoneCaseSensitive:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is not exactly one of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is not exactly %2")};
    case StrStartsWithAny:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 starts with one of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 starts with %2")};
    case StrEndsWithAny:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 ends with one of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 ends with %2")};
    case StrContainsAny:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 contains one of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 contains %2")};
    case StrContainsNone:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 contains none of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 does not contain %2")};
    case StrMatches:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 matches one of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 matches the pattern %2")};
    default:
        return {nullptr, nullptr};
    }
}

ConditionSentence listSentence(Operator op)
{
    using enum Operator;
    switch (op) {
    case InSegmentList:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is in the ID lists %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is in the ID list %2")};
    case NotInSegmentList:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is not in the ID lists %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 is not in the ID list %2")};
    case ArrayContainsAny:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 has one of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 has %2")};
    case ArrayContainsNone:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 has none of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 does not have %2")};
    case ArrayContainsAll:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 has all of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 has %2")};
    case NotArrayContainsAll:
        return {QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 does not have all of %2"),
            QT_TRANSLATE_NOOP("Gatescope::ConditionWords", "%1 does not have %2")};
    default:
        return {nullptr, nullptr};
    }
}

ConditionSentence sentenceOf(Operator op)
{
    for (const auto &find : {orderSentence, textSentence, listSentence})
        if (const ConditionSentence sentence = find(op); sentence.many)
            return sentence;
    return {nullptr, nullptr};
}

Phrases ConditionSpeaker::words() const
{
    switch (m_condition.type) {
    case ConditionType::Public:
        return {plainPhrase(tr("everyone"))};
    case ConditionType::PassGate:
        return gateWords(true);
    case ConditionType::FailGate:
        return gateWords(false);
    case ConditionType::UserBucket:
        return bucketWords();
    case ConditionType::TargetApp:
        return appWords();
    case ConditionType::Other:
        return unknownWords();
    default:
        return comparison(fieldWords());
    }
}

/// The same test in the words of what is tested: a gate, a segment or a holdout.
Phrases ConditionSpeaker::gateWords(bool passes) const
{
    const std::string name = m_condition.target.toUtf8();
    const Phrases link {entityPhrase(m_project, SpecTable::FeatureGates, name)};
    const int index = m_project.find(SpecTable::FeatureGates, name);
    if (index < 0)
        return fillPhrases(
            passes ? tr("%1 (not in these specs) is on") : tr("%1 (not in these specs) is off"), {link});
    switch (m_project.specs()[size_t(index)].kind) {
    case EntityKind::Segment:
        return fillPhrases(
            passes ? tr("the user is a member of %1") : tr("the user is not a member of %1"), {link});
    case EntityKind::Holdout:
        return fillPhrases(
            passes ? tr("the user is held out by %1") : tr("the user is not held out by %1"), {link});
    default:
        return fillPhrases(passes ? tr("%1 is on") : tr("%1 is off"), {link});
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

Phrases ConditionSpeaker::bucketWords() const
{
    switch (m_condition.op) {
    case Operator::Lt:
        return fillPhrases(tr("%1 is below %2"), {saltWords(), bucketLimit()});
    case Operator::Any:
    case Operator::AnyCaseSensitive:
        return bucketSetWords(true);
    case Operator::NoneOf:
    case Operator::NoneCaseSensitive:
        return bucketSetWords(false);
    default:
        return comparison(saltWords());
    }
}

Phrases ConditionSpeaker::bucketSetWords(bool inside) const
{
    const int count = bucketCount(m_condition.target);
    if (count == 0)
        return {
            plainPhrase(inside ? tr("nobody (no bucket is listed)") : tr("everyone (no bucket is listed)"))};
    const Phrases number {plainPhrase(QLocale().toString(count))};
    return fillPhrases(inside ? tr("%1 is one of its %2 of 1,000") : tr("%1 is outside its %2 of 1,000"),
        {saltWords(), number});
}

Phrases ConditionSpeaker::appWords() const
{
    return comparison({plainPhrase(tr("the target app"))});
}

Phrases ConditionSpeaker::unknownWords() const
{
    return fillPhrases(
        tr("a condition of the unknown type %1 holds"), {{codePhrase(conditionText(m_condition.typeName))}});
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

Phrases ConditionSpeaker::equality(const Phrases &field, bool equal) const
{
    if (!m_condition.target.isValid() || m_condition.target.isNull())
        return fillPhrases(equal ? tr("%1 is not set") : tr("%1 is set"), {field});
    return fillPhrases(equal ? tr("%1 is %2") : tr("%1 is not %2"), {field, targetOfOperator()});
}

Phrases ConditionSpeaker::comparison(const Phrases &field) const
{
    const Operator op = m_condition.op;
    if (op == Operator::Eq || op == Operator::Neq)
        return equality(field, op == Operator::Eq);
    const ConditionSentence sentence = sentenceOf(op);
    if (!sentence.many && op == Operator::None)
        return fillPhrases(tr("%1 is compared with %2 without an operator"), {field, targetOfOperator()});
    if (!sentence.many)
        return fillPhrases(tr("%1 compares with %2 by the unknown operator %3"),
            {field, targetOfOperator(), {codePhrase(conditionText(m_condition.operatorName))}});
    const bool one = targetCount(m_condition.target) == 1;
    return fillPhrases(tr(one ? sentence.one : sentence.many), {field, targetOfOperator()});
}

} // namespace

Phrases conditionWords(const Project &project, const Spec &spec, const Condition &condition)
{
    return ConditionSpeaker(project, spec, condition).words();
}

} // namespace Gatescope
