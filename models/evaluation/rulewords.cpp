// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "rulewords.h"
#include "conditionwords.h"

#include <models/json/utf8text.h>
#include <models/statsig/ruleids.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

constexpr size_t longestShownValue = 2000;
constexpr qsizetype longestValueText = 80;

class RuleSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::RuleWords)
public:
    RuleSpeaker(const Project &project, const Spec &spec, const Rule &rule)
        : m_project(project)
        , m_spec(spec)
        , m_rule(rule)
    { }

    Phrases conditions() const;
    Phrases outcome() const;

private:
    bool isSure() const { return m_rule.passPercentage >= 100; }
    bool isNever() const { return m_rule.passPercentage <= 0; }
    QString gateWord(bool value) const;
    Phrases gateOutcome() const;
    Phrases valueOutcome() const;
    Phrases shared(const Phrases &what) const;
    Phrases returnedValue() const;

    const Project &m_project;
    const Spec &m_spec;
    const Rule &m_rule;
};

QString lowerFirst(const QString &text)
{
    return text.left(1).toLower() + text.mid(1);
}

Phrases RuleSpeaker::conditions() const
{
    Phrases words;
    for (const std::uint32_t index : m_rule.conditions) {
        const Condition &condition = m_project.conditions()[index];
        if (condition.type == ConditionType::Public)
            continue;
        const Phrases clause = conditionWords(m_project, m_spec, condition);
        words = words.isEmpty() ? fillPhrases(tr("If %1"), {clause})
                                : fillPhrases(tr("%1 and %2"), {words, clause});
    }
    return words.isEmpty() ? Phrases {plainPhrase(tr("Everyone"))} : words;
}

QString RuleSpeaker::gateWord(bool value) const
{
    switch (m_spec.kind) {
    case EntityKind::Segment:
        return value ? tr("Member") : tr("Not a member");
    case EntityKind::Holdout:
        return value ? tr("Held out") : tr("Not held out");
    default:
        return value ? tr("On") : tr("Off");
    }
}

/// Facts §3.2: the rule's value where the percentage passes, else the default.
Phrases RuleSpeaker::gateOutcome() const
{
    const bool passed = m_rule.returnValue.kind() != JsonValue::Kind::False;
    const bool failed = m_spec.defaultValue.toBool();
    if (isSure() || passed == failed)
        return {plainPhrase(gateWord(passed))};
    if (isNever())
        return {plainPhrase(gateWord(failed))};
    return fillPhrases(tr("%1 for %2, else %3"),
        {{plainPhrase(gateWord(passed))}, {plainPhrase(percentWords(m_rule.passPercentage))},
            {plainPhrase(lowerFirst(gateWord(failed)))}});
}

Phrases RuleSpeaker::shared(const Phrases &what) const
{
    if (isSure())
        return what;
    return fillPhrases(
        tr("%1 for %2, else default values"), {what, {plainPhrase(percentWords(m_rule.passPercentage))}});
}

Phrases RuleSpeaker::returnedValue() const
{
    const std::string_view raw = m_rule.returnValue.rawText();
    const QByteArray text = raw.size() <= longestShownValue
        ? jsonCompact(m_rule.returnValue)
        : QByteArray(raw.data(), qsizetype(longestShownValue));
    QString shown = QString::fromUtf8(text);
    if (shown.size() > longestValueText)
        shown = shown.left(longestValueText - 1) + u'…';
    return {codePhrase(shown)};
}

Phrases RuleSpeaker::valueOutcome() const
{
    if (m_rule.delegate != Rule::noDelegate)
        return fillPhrases(
            tr("%1 decides"), {{entityPhrase(m_project, SpecTable::DynamicConfigs, m_rule.configDelegate)}});
    const bool isExperiment = m_spec.kind == EntityKind::Experiment;
    if (isNever() || jsonEquals(m_rule.returnValue, m_spec.defaultValue)) {
        const QString group = utf8Text(m_rule.groupName);
        if (!group.isEmpty() && !isNever())
            return shared(fillPhrases(tr("Group %1"), {{plainPhrase(group)}}));
        return {plainPhrase(isExperiment ? tr("Not in, default values") : tr("Default values"))};
    }
    if (!m_rule.groupName.empty())
        return shared(fillPhrases(tr("Group %1"), {{plainPhrase(utf8Text(m_rule.groupName))}}));
    return shared(isExperiment ? fillPhrases(tr("Not in, %1"), {returnedValue()}) : returnedValue());
}

Phrases RuleSpeaker::outcome() const
{
    return m_spec.table == SpecTable::FeatureGates ? gateOutcome() : valueOutcome();
}

} // namespace

Phrases ruleWords(const Project &project, const Spec &spec, const Rule &rule)
{
    return RuleSpeaker(project, spec, rule).conditions();
}

Phrases outcomeWords(const Project &project, const Spec &spec, const Rule &rule)
{
    return RuleSpeaker(project, spec, rule).outcome();
}

QString ruleTitle(const Rule &rule)
{
    const QString id = utf8Text(rule.id);
    const QString name = utf8Text(rule.name);
    if (!name.isEmpty() && name != id)
        return name;
    const QString words = ruleIdWords(id);
    if (!words.isEmpty())
        return words;
    return rule.groupName.empty() ? id : utf8Text(rule.groupName);
}

QString percentWords(double percent)
{
    QString number = QLocale().toString(percent, 'f', 2);
    const QString point = QLocale().decimalPoint();
    while (number.contains(point) && (number.endsWith(u'0') || number.endsWith(point)))
        number.chop(1);
    return number + QStringLiteral("\u00a0%");
}

} // namespace Gatescope
