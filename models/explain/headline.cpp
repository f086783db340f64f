// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "headline.h"

#include <models/items/entitystatus.h>

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

namespace {

using Cause = Explanation::Cause;

class HeadlineSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Headline)
public:
    HeadlineSpeaker(const Explanation &explanation, const TraceView &view, const DecisionReason &reason)
        : m_explanation(explanation)
        , m_view(view)
        , m_reason(reason)
        , m_decision(view.decision(0))
        , m_name(codePhrase(explanation.name))
    { }

    Phrases headline() const;

private:
    Phrases claim(const Phrases &name, const Phrases &reason) const;
    QString cannotTellSentence() const;
    QString gateSentence() const;
    QString experimentSentence() const;
    QString layerSentence() const;
    QString configSentence() const;
    Phrases unrecognized() const;
    Phrases cannotTell() const;
    Phrases neededBy() const;
    Phrases ruleOrGroup() const;
    std::uint32_t decider() const;

    const Explanation &m_explanation;
    const TraceView &m_view;
    const DecisionReason &m_reason;
    Decision m_decision;
    Phrase m_name;
};

Phrases HeadlineSpeaker::headline() const
{
    if (m_reason.cause == Cause::Unrecognized)
        return unrecognized();
    if (m_reason.cause == Cause::CannotTell && m_explanation.missing)
        return cannotTell();
    if (m_decision.how != Decision::How::Mapping)
        return claim({m_name}, m_reason.words);
    const std::string &other = m_view.node(m_decision.answer).name;
    const Phrases link {entityPhrase(m_view.project(), m_explanation.ref.table, other)};
    return fillPhrases(tr("For this user %1 is replaced by %2: %3 matched. %4"),
        {{m_name}, link, ruleWordsOf(m_view, m_decision.rule), claim(link, m_reason.words)});
}

Phrases HeadlineSpeaker::claim(const Phrases &name, const Phrases &reason) const
{
    QString sentence;
    switch (m_explanation.kind) {
    case EntityKind::Gate:
    case EntityKind::Segment:
    case EntityKind::Holdout:
        sentence = gateSentence();
        break;
    case EntityKind::Experiment:
        sentence = experimentSentence();
        break;
    case EntityKind::Layer:
        sentence = layerSentence();
        break;
    case EntityKind::DynamicConfig:
    case EntityKind::Autotune:
        sentence = configSentence();
        break;
    }
    const Phrases allocated {entityPhrase(
        m_view.project(), SpecTable::DynamicConfigs, m_explanation.verdict.allocatedExperiment.value_or(""))};
    return fillPhrases(sentence, {name, reason, ruleOrGroup(), allocated});
}

QString HeadlineSpeaker::gateSentence() const
{
    switch (m_explanation.reading.verdict) {
    case CheckVerdict::On:
        return tr("%1 is on for this user: %2.");
    case CheckVerdict::HeldOut:
        return tr("This user is held out by %1: %2.");
    case CheckVerdict::NotHeldOut:
        return tr("This user is not held out by %1: %2.");
    case CheckVerdict::Member:
        return tr("This user is a member of %1: %2.");
    case CheckVerdict::NotMember:
        return tr("This user is not a member of %1: %2.");
    default:
        return tr("%1 is off for this user: %2.");
    }
}

QString HeadlineSpeaker::experimentSentence() const
{
    switch (m_explanation.reading.verdict) {
    case CheckVerdict::In:
        if (m_reason.cause == Cause::Percentage)
            return tr("%1 reports group %3 for this user, but gives its default value: %2.");
        return m_explanation.reading.group.isEmpty() ? tr("This user is in %1: %2.")
                                                     : tr("This user is in group %3 of %1: %2.");
    case CheckVerdict::RuleMatched:
        return tr("%1 gives this user the values of %3: %2.");
    default:
        return tr("This user is not in %1: %2.");
    }
}

QString HeadlineSpeaker::layerSentence() const
{
    if (!m_explanation.verdict.allocatedExperiment)
        return m_explanation.reading.verdict == CheckVerdict::In || m_reason.cause == Cause::RuleMatched
            ? tr("%1 gives this user the values of %3: %2.")
            : tr("%1 gives this user to no experiment: %2.");
    if (m_explanation.reading.verdict == CheckVerdict::In && m_reason.cause == Cause::Percentage)
        return tr("%1 gives this user to %4, which reports group %3 but gives its default value: %2.");
    if (m_explanation.reading.verdict == CheckVerdict::In && !m_explanation.reading.group.isEmpty())
        return tr("%1 gives this user to %4, group %3: %2.");
    return m_explanation.reading.verdict == CheckVerdict::NotIn
        ? tr("%1 gives this user to %4, but to none of its groups: %2.")
        : tr("%1 gives this user to %4: %2.");
}

QString HeadlineSpeaker::configSentence() const
{
    const bool givesDefault =
        m_explanation.reading.verdict == CheckVerdict::Default || m_reason.cause == Cause::Percentage;
    if (givesDefault)
        return tr("%1 gives this user its default value: %2.");
    return m_explanation.reading.group.isEmpty() ? tr("%1 gives this user the value of %3: %2.")
                                                 : tr("%1 gives this user the group %3: %2.");
}

/// The entity whose own rule gave the answer.
std::uint32_t HeadlineSpeaker::decider() const
{
    std::uint32_t entity = 0;
    while (true) {
        const Decision decision = m_view.decision(entity);
        if (decision.answer == Trace::none)
            return entity;
        entity = decision.answer;
    }
}

Phrases HeadlineSpeaker::ruleOrGroup() const
{
    if (!m_explanation.reading.group.isEmpty())
        return {strongPhrase(m_explanation.reading.group)};
    const Decision decision = m_view.decision(decider());
    return decision.rule == Trace::none ? Phrases() : ruleWordsOf(m_view, decision.rule);
}

Phrases HeadlineSpeaker::unrecognized() const
{
    switch (m_explanation.ref.table) {
    case SpecTable::FeatureGates:
        return fillPhrases(
            tr("These specs have no gate named %1. An SDK answers that it is off."), {{m_name}});
    case SpecTable::DynamicConfigs:
        return fillPhrases(
            tr("These specs have no config or experiment named %1. An SDK answers with an empty value."),
            {{m_name}});
    case SpecTable::LayerConfigs:
        break;
    }
    return fillPhrases(
        tr("These specs have no layer named %1. An SDK answers with an empty value."), {{m_name}});
}

QString HeadlineSpeaker::cannotTellSentence() const
{
    switch (m_explanation.kind) {
    case EntityKind::Gate:
        return tr("Cannot tell whether %1 is on for this user: %2. %3");
    case EntityKind::Segment:
        return tr("Cannot tell whether this user is a member of %1: %2. %3");
    case EntityKind::Holdout:
        return tr("Cannot tell whether %1 holds this user out: %2. %3");
    case EntityKind::DynamicConfig:
        return tr("Cannot tell which value %1 gives this user: %2. %3");
    case EntityKind::Experiment:
    case EntityKind::Autotune:
        return tr("Cannot tell which group of %1 this user is in: %2. %3");
    case EntityKind::Layer:
        break;
    }
    return tr("Cannot tell which values %1 gives this user: %2. %3");
}

Phrases HeadlineSpeaker::cannotTell() const
{
    const MissingFact &missing = *m_explanation.missing;
    if (m_explanation.verdict.isDetermined()) // as an SDK does, which answers all the same
        return claim(
            {m_name}, fillPhrases(tr("%1, and an SDK then answers with the default"), {missing.words}));
    return fillPhrases(cannotTellSentence(), {{m_name}, neededBy(), {plainPhrase(missing.advice)}});
}

/// What is missing, and who needs it if that is not plain from the name.
Phrases HeadlineSpeaker::neededBy() const
{
    const Phrases &missing = m_explanation.missing->words;
    const std::uint32_t innermost = m_view.entityOf(m_view.undecided(0));
    if (m_decision.rule == Trace::none || m_explanation.kind == EntityKind::Segment)
        return missing;
    const Phrases rule = ruleWordsOf(m_view, m_decision.rule);
    if (innermost == 0)
        return fillPhrases(tr("%1, and %2 depends on it"), {missing, rule});
    const Trace::Node &asked = m_view.node(innermost);
    const EntityKind kind = asked.spec == Trace::none ? EntityKind::Gate : m_view.spec(innermost).kind;
    return fillPhrases(tr("%1, and %2 depends on it through %3 %4"),
        {missing, rule, {plainPhrase(kindWords(kind))},
            {entityPhrase(m_view.project(), tableOf(kind), asked.name)}});
}

} // namespace

Phrases emptyIdWords(const BucketFacts &buckets)
{
    struct EmptyIdText
    {
        Q_DECLARE_TR_FUNCTIONS(Gatescope::Headline)
    };
    const auto empty = std::ranges::find_if(
        buckets, [](const BucketFact &fact) { return fact.decides && fact.unitId.isEmpty(); });
    return empty == buckets.end()
        ? Phrases()
        : fillPhrases(EmptyIdText::tr("This user has no %1: the bucket is that of the empty text."),
              {{codePhrase(empty->idType)}});
}

Phrases headlineWords(const Explanation &explanation, const TraceView &view, const DecisionReason &reason)
{
    return HeadlineSpeaker(explanation, view, reason).headline();
}

ReasonStyle reasonStyle(const CheckReading &reading, EntityKind kind)
{
    const bool isConfig =
        kind == EntityKind::DynamicConfig || kind == EntityKind::Autotune || kind == EntityKind::Experiment;
    return isConfig && reading.verdict == CheckVerdict::RuleMatched ? ReasonStyle::Bare : ReasonStyle::Whole;
}

} // namespace Gatescope
