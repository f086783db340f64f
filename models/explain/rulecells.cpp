// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "rulecells.h"
#include "bucketranges.h"
#include "conditioncells.h"

#include <models/json/utf8text.h>
#include <models/evaluation/rulewords.h>
#include <models/items/checkreading.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Gatescope {

namespace {

using RowResult = ExplanationRow::Result;
using Outcome = Trace::Outcome;

struct RuleText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::RuleCells)
};

Phrases titleOfRule(const Rule &rule)
{
    const QString title = ruleTitle(rule);
    return {title == utf8Text(rule.id) ? codePhrase(title) : plainPhrase(title)};
}

/// What a rule that matched makes of its entity; a gate's is the answer itself.
bool isPositiveRule(const TraceView &view, const Spec &spec, std::uint32_t node)
{
    if (spec.table == SpecTable::FeatureGates)
        return view.node(view.entityOf(node)).outcome == Outcome::Passed;
    const Rule &rule = view.rule(node);
    const bool passedPercentage = view.node(node).passedPercentage.value_or(true);
    if (rule.delegate != Rule::noDelegate)
        return true;
    if (spec.kind == EntityKind::Experiment)
        return passedPercentage && (rule.isExperimentGroup || !rule.groupName.empty());
    return passedPercentage
        && (spec.kind != EntityKind::Layer || !jsonEquals(rule.returnValue, spec.defaultValue));
}

QString matchedText(const Spec &spec, bool isPositive)
{
    switch (spec.kind) {
    case EntityKind::Gate:
        return isPositive ? RuleText::tr("Matched, on") : RuleText::tr("Matched, off");
    case EntityKind::Segment:
        return isPositive ? RuleText::tr("Matched, member") : RuleText::tr("Matched, not a member");
    case EntityKind::Holdout:
        return isPositive ? RuleText::tr("Matched, held out") : RuleText::tr("Matched, not held out");
    case EntityKind::Experiment:
        return isPositive ? RuleText::tr("Matched, in") : RuleText::tr("Matched, not in");
    default:
        return isPositive ? RuleText::tr("Matched") : RuleText::tr("Matched, default");
    }
}

void setMatched(ExplanationRow &row, const Spec &spec, bool isPositive)
{
    row.result = isPositive ? RowResult::MatchedOn : RowResult::MatchedOff;
    row.resultText = matchedText(spec, isPositive);
}

void setResult(ExplanationRow &row, RowResult result)
{
    row.result = result;
    row.resultText = resultWords(result);
}

RowResult unmatchedResult(Outcome outcome)
{
    return isUndecided(outcome) ? RowResult::CannotTell : RowResult::NoMatch;
}

/// The config that a mapping rule of an entity hands over to.
QString mappingTarget(const TraceView &view, std::uint32_t node)
{
    const std::uint32_t rule = view.node(node).index;
    const auto *mappings = view.project().mappings(view.node(view.entityOf(node)).name);
    if (!mappings)
        return {};
    const auto hasRule = [&](const ConfigMapping &mapping) {
        return std::ranges::find(mapping.steps, rule, &ConfigMapping::Step::rule) != mapping.steps.end();
    };
    const auto found = std::ranges::find_if(*mappings, hasRule);
    return found == mappings->end() ? QString() : QString::fromStdString(found->newConfigName);
}

/// What a config or an experiment answered.
void fillConfigAnswer(ExplanationRow &row, const TraceView &view, std::uint32_t node, const QString &group)
{
    const bool hasRule = view.decision(node).how != Decision::How::NoRule;
    const bool isExperiment = row.asksKind == EntityKind::Experiment;
    const bool isPositive = isExperiment ? !group.isEmpty() : hasRule;
    row.user = {plainPhrase(hasRule ? RuleText::tr("a rule matched") : RuleText::tr("no rule matched"))};
    if (!group.isEmpty())
        row.user = fillPhrases(RuleText::tr("group %1"), {{strongPhrase(group)}});
    row.result = isPositive ? RowResult::MatchedOn : RowResult::MatchedOff;
    row.resultText = isExperiment
        ? verdictWords(isPositive ? CheckVerdict::In : CheckVerdict::NotIn)
        : verdictWords(isPositive ? CheckVerdict::RuleMatched : CheckVerdict::Default);
}

QString answerTitle(Trace::Role role)
{
    switch (role) {
    case Trace::Role::Delegate:
        return RuleText::tr("asks the experiment");
    case Trace::Role::Mapping:
        return RuleText::tr("is replaced by");
    default:
        return RuleText::tr("passes its targeting gate");
    }
}

} // namespace

void fillRuleRow(
    ExplanationRow &row, const TraceView &view, const Spec &spec, std::uint32_t index, std::uint32_t node)
{
    const Rule &rule = spec.rules[index];
    row.kind = ExplanationRow::Kind::Rule;
    row.number = int(index) + 1;
    row.id = utf8Text(rule.id);
    row.title = titleOfRule(rule);
    row.isTitleShared = view.isTitleShared(spec, rule);
    if (node == Trace::none) {
        setResult(row, RowResult::NotReached);
        return;
    }
    const Trace::Node &traced = view.node(node);
    row.decides = traced.decides;
    if (traced.outcome == Outcome::Passed)
        setMatched(row, spec, isPositiveRule(view, spec, node));
    else
        setResult(row, unmatchedResult(traced.outcome));
}

void fillMappingRow(ExplanationRow &row, const TraceView &view, std::uint32_t node)
{
    const Trace::Node &traced = view.node(node);
    const Rule &rule = view.rule(node);
    row.kind = ExplanationRow::Kind::Rule;
    row.id = utf8Text(rule.id);
    row.title = fillPhrases(RuleText::tr("%1, a replacement by %2"),
        {titleOfRule(rule),
            {entityPhrase(
                view.project(), SpecTable::DynamicConfigs, mappingTarget(view, node).toStdString())}});
    row.decides = traced.decides;
    const bool isMatch = traced.outcome == Outcome::Passed && traced.passedPercentage.value_or(true);
    if (isMatch)
        setMatched(row, Spec(), true);
    else
        setResult(row, unmatchedResult(traced.outcome));
    if (isMatch)
        row.resultText = RuleText::tr("Matched");
}

void fillAnswerRow(ExplanationRow &row, const TraceView &view, std::uint32_t node, const QString &group)
{
    const Trace::Node &traced = view.node(node);
    const bool isGate = traced.role == Trace::Role::TargetingGate
        || (traced.spec != Trace::none && view.spec(node).table == SpecTable::FeatureGates);
    const SpecTable table = isGate ? SpecTable::FeatureGates : SpecTable::DynamicConfigs;
    row.kind = ExplanationRow::Kind::Entity;
    row.title = {plainPhrase(answerTitle(traced.role))};
    row.target = {entityPhrase(view.project(), table, traced.name)};
    row.asks = EntityRef {table, QString::fromStdString(traced.name)};
    row.asksKind = traced.spec == Trace::none ? EntityKind::Gate : view.spec(node).kind;
    row.user = {plainPhrase(answerText(row.asksKind, traced))};
    if (isGate || isUndecided(traced.outcome))
        setResult(row, conditionResult(traced.outcome));
    else
        fillConfigAnswer(row, view, node, group);
}

void fillBanditGroupRow(
    ExplanationRow &row, const Bandit &bandit, const Trace::Node &entity, std::size_t group)
{
    const QLocale locale;
    const Trace::Choice &choice = *entity.choice;
    row.kind = ExplanationRow::Kind::Group;
    row.id = QString::fromStdString(bandit.groups[group].id);
    row.title = {plainPhrase(QString::fromStdString(bandit.groups[group].name))};
    if (group < choice.scores.size() && choice.scores[group])
        row.user = {
            plainPhrase(RuleText::tr("score %1").arg(locale.toString(*choice.scores[group], 'g', 4)))};
    if (entity.bucket && !bandit.hasModels) {
        const auto [first, last] = banditRange(bandit, group);
        row.user = {plainPhrase(locale.toString(entity.bucket->bucket))};
        row.target = {
            plainPhrase(RuleText::tr("%1 to %2").arg(locale.toString(first), locale.toString(last)))};
    }
    if (isUndecided(entity.outcome))
        setResult(row, RowResult::CannotTell);
    else if (!choice.group)
        setResult(row, RowResult::NotReached);
    else
        row.result = *choice.group == group ? RowResult::MatchedOn : RowResult::NoMatch;
    if (row.resultText.isEmpty())
        row.resultText =
            row.result == RowResult::MatchedOn ? RuleText::tr("Chosen") : RuleText::tr("Not chosen");
    row.decides = row.result == RowResult::MatchedOn;
}

RowResult conditionResult(Trace::Outcome outcome)
{
    if (isUndecided(outcome))
        return RowResult::CannotTell;
    return outcome == Outcome::Passed ? RowResult::Pass : RowResult::Fail;
}

QString resultWords(ExplanationRow::Result result)
{
    switch (result) {
    case RowResult::Pass:
        return RuleText::tr("Pass");
    case RowResult::Fail:
        return RuleText::tr("Fail");
    case RowResult::NoMatch:
        return RuleText::tr("No match");
    case RowResult::CannotTell:
        return RuleText::tr("Cannot tell");
    case RowResult::NotReached:
        return RuleText::tr("Not reached");
    case RowResult::MatchedOn:
    case RowResult::MatchedOff:
        break;
    }
    return {};
}

} // namespace Gatescope
