// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "knownrules.h"
#include "bucketranges.h"
#include "conditionfact.h"

#include <models/json/utf8text.h>
#include <models/evaluation/compiledtarget.h>
#include <models/evaluation/targetwords.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

using Cause = Explanation::Cause;
using Outcome = Trace::Outcome;
using KnownReason = std::optional<DecisionReason>;

constexpr int bucketsOfLayer = 1000;

Phrases numberWords(qint64 number)
{
    return {plainPhrase(QLocale().toString(number))};
}

class KnownRuleSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::KnownRules)
public:
    KnownRuleSpeaker(const TraceView &view, std::uint32_t entity, std::uint32_t ruleNode)
        : m_view(view)
        , m_entity(entity)
        , m_node(ruleNode)
        , m_spec(view.spec(entity))
        , m_rule(view.rule(ruleNode))
        , m_passed(view.conditions(ruleNode, Outcome::Passed))
    { }

    KnownReason reason() const;
    Phrases layerWords() const;

private:
    KnownReason byId() const;
    KnownReason notStarted() const;
    KnownReason shipped() const;
    KnownReason stopped() const;
    KnownReason outsideShare() const;
    KnownReason notTargeted() const;
    KnownReason idOverride() const;
    KnownReason gateOverride() const;
    KnownReason listed() const;
    KnownReason lostExperiment() const;
    KnownReason heldOut() const;
    KnownReason group() const;
    Phrases throughLayer(const Phrases &reason) const;
    bool isDelegate() const { return m_view.node(m_entity).role == Trace::Role::Delegate; }
    Phrases facts() const;

    const TraceView &m_view;
    std::uint32_t m_entity;
    std::uint32_t m_node;
    const Spec &m_spec;
    const Rule &m_rule;
    std::vector<std::uint32_t> m_passed;
};

KnownReason KnownRuleSpeaker::reason() const
{
    if (KnownReason known = byId())
        return known;
    if (KnownReason holdout = heldOut())
        return holdout;
    return group();
}

KnownReason KnownRuleSpeaker::byId() const
{
    struct Known
    {
        std::string_view end; ///< of the ID, or all of it
        bool isWhole;
        KnownReason (KnownRuleSpeaker::*speak)() const;
    };
    static constexpr std::array known {
        Known {"prestart", true, &KnownRuleSpeaker::notStarted},
        Known {"launchedGroup", true, &KnownRuleSpeaker::shipped},
        Known {"abandoned", true, &KnownRuleSpeaker::stopped},
        Known {"layerAssignment", true, &KnownRuleSpeaker::outsideShare},
        Known {"targetingGate", true, &KnownRuleSpeaker::notTargeted},
        Known {"inlineTargetingRules", true, &KnownRuleSpeaker::notTargeted},
        Known {"experimentAssignment", true, &KnownRuleSpeaker::lostExperiment},
        Known {"id_list", true, &KnownRuleSpeaker::listed},
        Known {":id_override", false, &KnownRuleSpeaker::idOverride},
        Known {":override", false, &KnownRuleSpeaker::gateOverride},
    };
    const std::string_view id = m_rule.id;
    const auto *found = std::ranges::find_if(
        known, [&](const Known &entry) { return entry.isWhole ? id == entry.end : id.ends_with(entry.end); });
    return found == known.end() ? std::nullopt : (this->*found->speak)();
}

Phrases KnownRuleSpeaker::facts() const
{
    QList<Phrases> facts;
    for (const std::uint32_t condition : m_passed)
        facts.append(conditionFact(m_view, condition));
    return joinedPhrases(facts);
}

KnownReason KnownRuleSpeaker::notStarted() const
{
    return DecisionReason {Cause::NotStarted,
        {plainPhrase(m_spec.kind == EntityKind::Autotune ? tr("it has not started")
                                                         : tr("the experiment has not started"))}};
}

KnownReason KnownRuleSpeaker::shipped() const
{
    return DecisionReason {
        Cause::Shipped, {plainPhrase(tr("the experiment has ended, and this was shipped to everyone"))}};
}

KnownReason KnownRuleSpeaker::stopped() const
{
    return DecisionReason {Cause::Stopped, {plainPhrase(tr("the experiment was stopped"))}};
}

/// The share of an experiment that lives in no layer is one too.
KnownReason KnownRuleSpeaker::outsideShare() const
{
    const Condition *condition = bucketConditionOf(m_view.project(), m_rule);
    if (!condition || !condition->compiled->buckets)
        return std::nullopt;
    const auto listed = qint64(condition->compiled->buckets->count());
    const bool isTakenOut = condition->op == Operator::Any || condition->op == Operator::AnyCaseSensitive;
    const int bucket = conditionBucket(m_view, *condition, Trace::none).bucket;
    const bool isOfLayer = isLayerBucket(m_view.project(), m_spec, *condition);
    return DecisionReason {Cause::OutsideLayerShare,
        fillPhrases(isOfLayer ? tr("%1 is outside its share of %3 (%2 of 1,000)")
                              : tr("%1 is outside its share (%2 of 1,000)"),
            {bucketSubject(m_view, m_spec, *condition, bucket),
                numberWords(isTakenOut ? bucketsOfLayer - listed : listed),
                {entityPhrase(m_view.project(), SpecTable::LayerConfigs, m_spec.layer)}})};
}

/// The rule takes out whom the targeting does not want: it passes because the targeting failed.
KnownReason KnownRuleSpeaker::notTargeted() const
{
    const std::uint32_t asked = m_passed.size() == 1 ? m_view.asked(m_passed.front()) : Trace::none;
    if (asked == Trace::none)
        return DecisionReason {
            Cause::NotTargeted, fillPhrases(tr("its targeting leaves this user out, because %1"), {facts()})};
    const Phrases why = decisionReason(m_view, asked, ReasonStyle::Bare).words;
    if (m_rule.id == "inlineTargetingRules")
        return DecisionReason {
            Cause::NotTargeted, fillPhrases(tr("its targeting leaves this user out, because %1"), {why})};
    return DecisionReason {Cause::NotTargeted,
        fillPhrases(tr("its targeting gate %1 is %2 for this user, because %3"),
            {{entityPhrase(m_view.project(), SpecTable::FeatureGates, m_view.node(asked).name)},
                {plainPhrase(m_view.node(asked).outcome == Outcome::Passed ? tr("on") : tr("off"))}, why})};
}

/// The condition's own words would repeat the list; the ID is what matters.
KnownReason KnownRuleSpeaker::idOverride() const
{
    if (m_passed.size() != 1)
        return gateOverride();
    const Condition &condition = m_view.condition(m_passed.front());
    const UserValue value = userValueOf(m_view, condition, m_passed.front());
    if (!value.isSet())
        return gateOverride();
    const std::string_view field =
        condition.type == ConditionType::UnitId ? condition.idType : condition.field;
    return DecisionReason {Cause::Override,
        fillPhrases(tr("an override names %1 %2"), {{codePhrase(utf8Text(field))}, valueWords(value, 60)})};
}

KnownReason KnownRuleSpeaker::gateOverride() const
{
    if (m_passed.empty())
        return DecisionReason {Cause::Override, {plainPhrase(tr("an override is for everyone"))}};
    return DecisionReason {Cause::Override, fillPhrases(tr("an override applies, because %1"), {facts()})};
}

KnownReason KnownRuleSpeaker::listed() const
{
    return m_passed.empty() ? std::nullopt : KnownReason({Cause::RuleMatched, facts()});
}

KnownReason KnownRuleSpeaker::lostExperiment() const
{
    if (m_rule.configDelegate.empty())
        return std::nullopt;
    return DecisionReason {Cause::RuleMatched,
        fillPhrases(tr("the layer gave this user to %1, which is not in these specs"),
            {{codePhrase(utf8Text(m_rule.configDelegate))}})};
}

/// A rule whose one condition is that a holdout holds the user out.
KnownReason KnownRuleSpeaker::heldOut() const
{
    const std::uint32_t asked = m_passed.size() == 1 ? m_view.asked(m_passed.front()) : Trace::none;
    if (asked == Trace::none || m_view.spec(asked).kind != EntityKind::Holdout
        || m_view.condition(m_passed.front()).type != ConditionType::PassGate
        || m_spec.kind == EntityKind::Holdout)
        return std::nullopt;
    return DecisionReason {Cause::HeldOut,
        fillPhrases(tr("%1 holds this user out, because %2"),
            {{entityPhrase(m_view.project(), SpecTable::FeatureGates, m_view.node(asked).name)},
                decisionReason(m_view, asked, ReasonStyle::Bare).words})};
}

KnownReason KnownRuleSpeaker::group() const
{
    const Condition *range = rangeCondition(m_view.project(), m_rule);
    const bool dividesUsers = m_spec.kind == EntityKind::Experiment || m_spec.kind == EntityKind::Autotune;
    if (!range || !dividesUsers || m_passed.size() != 1 || m_view.node(m_node).isMapping)
        return std::nullopt;
    const int bucket = conditionBucket(m_view, *range, Trace::none).bucket;
    const auto start = groupStart(m_view.project(), m_spec, m_view.node(m_node).index);
    if (!start || bucket < *start)
        return std::nullopt;
    const auto end = qint64(std::min(*range->compiled->number, double(bucketsOfLayer)));
    const Phrases words = fillPhrases(tr("%1 is in %2 to %3 of 1,000"),
        {bucketSubject(m_view, m_spec, *range, bucket), numberWords(*start), numberWords(end - 1)});
    return DecisionReason {Cause::Group, isDelegate() ? words : throughLayer(words)};
}

/// What the experiment's own rule about its layer saw.
Phrases KnownRuleSpeaker::throughLayer(const Phrases &reason) const
{
    for (const std::uint32_t ruleNode : m_view.rules(m_entity)) {
        const Rule &rule = m_view.rule(ruleNode);
        const Condition *condition =
            rule.id == "layerAssignment" ? bucketConditionOf(m_view.project(), rule) : nullptr;
        if (!condition || !isLayerBucket(m_view.project(), m_spec, *condition))
            continue;
        const int bucket = conditionBucket(m_view, *condition, Trace::none).bucket;
        return fillPhrases(tr("%1, after %2 gave this user to the experiment (%3)"),
            {reason, {entityPhrase(m_view.project(), SpecTable::LayerConfigs, m_spec.layer)},
                bucketSubject(m_view, m_spec, *condition, bucket)});
    }
    return reason;
}

Phrases KnownRuleSpeaker::layerWords() const
{
    const Condition *condition = bucketConditionOf(m_view.project(), m_rule);
    if (m_rule.id.ends_with("override"))
        return (m_rule.id.ends_with(":id_override") ? idOverride() : gateOverride())->words;
    if (!condition || !condition->compiled->buckets || m_passed.size() != 1)
        return m_passed.empty() ? Phrases {plainPhrase(tr("the layer gives everyone to it"))} : facts();
    const int bucket = conditionBucket(m_view, *condition, Trace::none).bucket;
    return fillPhrases(tr("%1 is one of the experiment's %2 of 1,000"),
        {bucketSubject(m_view, m_spec, *condition, bucket),
            numberWords(qint64(condition->compiled->buckets->count()))});
}

} // namespace

KnownReason knownRuleReason(const TraceView &view, std::uint32_t entity, std::uint32_t ruleNode)
{
    return KnownRuleSpeaker(view, entity, ruleNode).reason();
}

Phrases layerRuleWords(const TraceView &view, std::uint32_t ruleNode)
{
    return KnownRuleSpeaker(view, view.entityOf(ruleNode), ruleNode).layerWords();
}

} // namespace Gatescope
