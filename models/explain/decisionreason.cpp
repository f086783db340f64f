// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "decisionreason.h"
#include "banditreason.h"
#include "bucketranges.h"
#include "closestrule.h"
#include "conditionfact.h"
#include "knownrules.h"
#include "missingwords.h"

#include <models/json/utf8text.h>
#include <models/evaluation/rulewords.h>
#include <models/evaluation/targetwords.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Gatescope {

namespace {

using Cause = Explanation::Cause;
using Outcome = Trace::Outcome;
using How = Decision::How;

constexpr std::size_t mostFacts = 2;

Phrases countWords(std::size_t count)
{
    return {plainPhrase(QLocale().toString(qulonglong(count)))};
}

/// A rule that lets nobody pass is there for whom it matches, not for a share of them.
bool takesOut(Cause cause)
{
    switch (cause) {
    case Cause::Override:
    case Cause::HeldOut:
    case Cause::NotStarted:
    case Cause::Stopped:
    case Cause::OutsideLayerShare:
    case Cause::NotTargeted:
        return true;
    default:
        return false;
    }
}

class ReasonSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::DecisionReason)
public:
    ReasonSpeaker(const TraceView &view, std::uint32_t entity, ReasonStyle style)
        : m_view(view)
        , m_project(view.project())
        , m_entity(entity)
        , m_spec(view.spec(entity))
        , m_style(style)
        , m_decision(view.decision(entity))
    { }

    DecisionReason reason() const;

private:
    DecisionReason ruleReason() const;
    DecisionReason percentageReason() const;
    DecisionReason noRuleReason() const;
    DecisionReason answerReason() const;
    Phrases matchedWords() const;
    Phrases factsOf(const std::vector<std::uint32_t> &conditions) const;
    Phrases noMatchWords() const;
    Phrases withNearMiss(const Phrases &words) const;
    Phrases withClosest(const Phrases &words) const;
    Phrases onlyRuleWords(std::uint32_t rule) const;
    std::optional<Phrases> groupBucketWords() const;
    Phrases withValueNote(const Phrases &reason, bool positive) const;

    const TraceView &m_view;
    const Project &m_project;
    std::uint32_t m_entity;
    const Spec &m_spec;
    ReasonStyle m_style;
    Decision m_decision;
};

DecisionReason ReasonSpeaker::reason() const
{
    switch (m_decision.how) {
    case How::Unrecognized:
        return {Cause::Unrecognized,
            fillPhrases(tr("%1 is not in these specs"),
                {{codePhrase(QString::fromStdString(m_view.node(m_entity).name))}})};
    case How::CannotTell:
        return {Cause::CannotTell, missingFactOf(m_view, m_entity).words};
    case How::Rule:
        return ruleReason();
    case How::Delegate:
    case How::ByParameter:
        return answerReason();
    case How::Mapping:
        return decisionReason(m_view, m_decision.answer, m_style);
    case How::Bandit:
        return banditReason(m_view, m_entity);
    case How::NoRule:
        break;
    }
    return noRuleReason();
}

/// What the answer of a gate adds that its rules do not say.
Phrases ReasonSpeaker::withValueNote(const Phrases &reason, bool positive) const
{
    const bool isOn = m_view.node(m_entity).outcome == Outcome::Passed;
    if (m_spec.table != SpecTable::FeatureGates || isOn == positive)
        return reason;
    return fillPhrases(
        positive ? tr("%1, and the value of that rule is off") : tr("%1, and its default is on"), {reason});
}

DecisionReason ReasonSpeaker::ruleReason() const
{
    const Rule &rule = m_view.rule(m_decision.rule);
    const auto known = knownRuleReason(m_view, m_entity, m_decision.rule);
    if (m_view.node(m_decision.rule).passedPercentage == false)
        return known && rule.passPercentage <= 0 && takesOut(known->cause) ? *known : percentageReason();
    if (known)
        return *known;
    DecisionReason reason {Cause::RuleMatched, matchedWords()};
    const bool isOff =
        m_spec.table == SpecTable::FeatureGates && m_view.node(m_entity).outcome == Outcome::Failed;
    if (isOff)
        reason.cause = Cause::RuleTurnsOff;
    reason.words = withValueNote(reason.words, true);
    if (!m_spec.enabled && rule.delegate == Rule::noDelegate)
        reason.words = fillPhrases(tr("%1, although it is switched off in the project"), {reason.words});
    return reason;
}

/// The conditions of the rule passed, its share of the buckets leaves the user out.
DecisionReason ReasonSpeaker::percentageReason() const
{
    const Rule &rule = m_view.rule(m_decision.rule);
    const Phrases name = ruleWordsOf(m_view, m_decision.rule);
    const Phrases percent {plainPhrase(percentWords(rule.passPercentage))};
    const auto &bucket = m_view.node(m_decision.rule).bucket;
    Phrases words = fillPhrases(tr("%1 matched, but lets nobody pass (%2)"), {name, percent});
    if (bucket)
        words = fillPhrases(tr("%1 matched, but %2 is not below %3 (%4)"),
            {name, bucketSubject(bucket->bucket), {plainPhrase(limitText(bucket->limit.value_or(0)))},
                percent});
    else if (endsTheRules(m_view, m_decision.rule))
        words = withNearMiss(words);
    return {Cause::Percentage, withValueNote(words, false)};
}

/// A rule that matched and let the user pass.
Phrases ReasonSpeaker::matchedWords() const
{
    const Rule &rule = m_view.rule(m_decision.rule);
    const bool isBare = m_style == ReasonStyle::Bare;
    const Phrases name = ruleWordsOf(m_view, m_decision.rule);
    if (const auto &bucket = m_view.node(m_decision.rule).bucket) {
        const Phrases limit {plainPhrase(limitText(bucket->limit.value_or(0)))};
        const Phrases percent {plainPhrase(percentWords(rule.passPercentage))};
        return fillPhrases(isBare ? tr("%2 is below %3 (%4)") : tr("%1 matched, and %2 is below %3 (%4)"),
            {name, bucketSubject(bucket->bucket), limit, percent});
    }
    const auto passed = m_view.conditions(m_decision.rule, Outcome::Passed);
    if (passed.empty())
        return isBare ? Phrases {plainPhrase(tr("that rule applies to everyone"))}
                      : fillPhrases(tr("%1 applies to everyone"), {name});
    if (passed.size() > mostFacts)
        return fillPhrases(isBare ? tr("all %2 conditions of that rule pass")
                                  : tr("%1 matched: all %2 of its conditions pass"),
            {name, countWords(passed.size())});
    const Phrases facts = factsOf(passed);
    return isBare ? facts : fillPhrases(tr("%1 matched because %2"), {name, facts});
}

Phrases ReasonSpeaker::factsOf(const std::vector<std::uint32_t> &conditions) const
{
    QList<Phrases> facts;
    for (const std::uint32_t condition : conditions)
        facts.append(conditionFact(m_view, condition));
    return joinedPhrases(facts);
}

DecisionReason ReasonSpeaker::noRuleReason() const
{
    const bool isV1Off = m_project.format() == Project::Format::V1 && !m_spec.enabled;
    if (!m_spec.enabled && (isV1Off || m_spec.rules.empty()))
        return {
            Cause::Disabled, withValueNote({plainPhrase(tr("it is switched off in the project"))}, false)};
    Phrases words = noMatchWords();
    if (!m_spec.enabled)
        words = fillPhrases(tr("it is switched off in the project, and %1"), {words});
    return {m_spec.enabled ? Cause::NoRuleMatched : Cause::Disabled, withValueNote(words, false)};
}

Phrases ReasonSpeaker::noMatchWords() const
{
    const auto rules = m_view.rules(m_entity);
    if (rules.empty())
        return {plainPhrase(tr("it has no rules"))};
    if (const auto bucket = groupBucketWords())
        return *bucket;
    if (rules.size() == 1)
        return onlyRuleWords(rules.front());
    const Phrases none = fillPhrases(tr("none of its %1 rules matched"), {countWords(rules.size())});
    if (const std::uint32_t unset = commonUnset(m_view, m_entity); unset != Trace::none)
        return fillPhrases(tr("%1, as %2"), {none, conditionFact(m_view, unset)});
    return withClosest(none);
}

/// What kept the user from the rules before the one that ends them: that one matches everybody.
Phrases ReasonSpeaker::withNearMiss(const Phrases &words) const
{
    const std::uint32_t unset = commonUnset(m_view, m_entity);
    const auto before = m_view.rules(m_entity).size() - 1;
    if (unset != Trace::none && before > 1)
        return fillPhrases(tr("%1. None of the %2 rules before it matched, as %3"),
            {words, countWords(before), conditionFact(m_view, unset)});
    return withClosest(words);
}

Phrases ReasonSpeaker::withClosest(const Phrases &words) const
{
    const auto closest = closestRule(m_view, m_entity);
    if (!closest || m_style == ReasonStyle::Bare)
        return words;
    return fillPhrases(tr("%1. Closest was %2, which failed only because %3"),
        {words, ruleWordsOf(m_view, closest->rule), conditionFact(m_view, closest->condition)});
}

/// A segment or holdout is as good as its one rule; of others the rule is named.
Phrases ReasonSpeaker::onlyRuleWords(std::uint32_t rule) const
{
    const auto failed = m_view.conditions(rule, Outcome::Failed);
    const bool isPlainList = m_spec.kind == EntityKind::Segment || m_spec.kind == EntityKind::Holdout
        || m_style == ReasonStyle::Bare;
    const Phrases name = ruleNameOf(m_view, rule);
    if (failed.empty())
        return fillPhrases(tr("its only rule, %1, did not match"), {name});
    if (failed.size() > mostFacts)
        return fillPhrases(tr("its only rule, %1, did not match: %2 of its conditions fail"),
            {name, countWords(failed.size())});
    const Phrases facts = factsOf(failed);
    return isPlainList ? facts
                       : fillPhrases(tr("its only rule, %1, did not match because %2"), {name, facts});
}

/// Nobody's bucket of an experiment or a layer: every rule that gives buckets away failed by its bucket.
std::optional<Phrases> ReasonSpeaker::groupBucketWords() const
{
    const Condition *dividing = nullptr;
    for (const std::uint32_t ruleNode : m_view.rules(m_entity)) {
        const Rule &rule = m_view.rule(ruleNode);
        const Condition *condition = bucketConditionOf(m_project, rule);
        const bool givesAway = rule.isExperimentGroup || rule.delegate != Rule::noDelegate;
        if (!condition || !givesAway)
            continue;
        const auto failed = m_view.conditions(ruleNode, Outcome::Failed);
        if (failed.size() != 1 || &m_view.condition(failed.front()) != condition
            || (dividing && dividing->salt != condition->salt))
            return std::nullopt;
        dividing = condition;
    }
    if (!dividing)
        return std::nullopt;
    const int bucket = conditionBucket(m_view, *dividing, Trace::none).bucket;
    return fillPhrases(m_spec.kind == EntityKind::Layer ? tr("%1 of 1,000 belongs to none of its experiments")
                                                        : tr("%1 of 1,000 belongs to none of its groups"),
        {bucketSubject(m_view, m_spec, *dividing, bucket)});
}

/// A layer's rule and what its experiment made of the user.
DecisionReason ReasonSpeaker::answerReason() const
{
    if (m_decision.answer == Trace::none) {
        DecisionReason reason = ruleReason();
        if (m_decision.how == How::ByParameter)
            reason.words = fillPhrases(tr("%1; other rules and the defaults give the rest"), {reason.words});
        return reason;
    }
    const DecisionReason inner = decisionReason(m_view, m_decision.answer, ReasonStyle::Bare);
    const Phrases outer = layerRuleWords(m_view, m_decision.rule);
    const bool agrees = inner.cause == Cause::Group || inner.cause == Cause::Override
        || inner.cause == Cause::RuleMatched || inner.cause == Cause::Bandit;
    if (inner.cause == Cause::Override && plainText(inner.words) == plainText(outer))
        return inner;
    return {inner.cause, fillPhrases(agrees ? tr("%1, and %2") : tr("%1, but %2"), {outer, inner.words})};
}

} // namespace

DecisionReason decisionReason(const TraceView &view, std::uint32_t entity, ReasonStyle style)
{
    return ReasonSpeaker(view, entity, style).reason();
}

Phrases ruleNameOf(const TraceView &view, std::uint32_t ruleNode)
{
    const Rule &rule = view.rule(ruleNode);
    const QString title = ruleTitle(rule);
    return {title == utf8Text(rule.id) ? codePhrase(title) : strongPhrase(title)};
}

Phrases ruleWordsOf(const TraceView &view, std::uint32_t ruleNode)
{
    struct RuleNaming
    {
        Q_DECLARE_TR_FUNCTIONS(Gatescope::DecisionReason)
    };
    const Rule &rule = view.rule(ruleNode);
    const QString title = ruleTitle(rule);
    const QString id = utf8Text(rule.id);
    const bool isOwn = !view.node(ruleNode).isMapping;
    if (isOwn && title != id && view.isTitleShared(view.spec(ruleNode), rule))
        return fillPhrases(RuleNaming::tr("rule %1 (%2)"), {{strongPhrase(title)}, {codePhrase(id)}});
    if (title != id || !isOwn)
        return fillPhrases(RuleNaming::tr("rule %1"), {{strongPhrase(title)}});
    return fillPhrases(RuleNaming::tr("rule %1 (%2)"),
        {{plainPhrase(QLocale().toString(view.node(ruleNode).index + 1))}, {codePhrase(id)}});
}

} // namespace Gatescope
