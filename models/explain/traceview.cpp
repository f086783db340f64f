// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "traceview.h"

#include <models/evaluation/rulewords.h>

#include <algorithm>

namespace Gatescope {

namespace {

using NodeKind = Trace::Kind;
using Outcome = Trace::Outcome;

constexpr bool answers(Trace::Role role)
{
    return role == Trace::Role::Delegate || role == Trace::Role::Mapping;
}

} // namespace

TraceView::TraceView(const Evaluator &evaluator, const EvaluationUser &user, const Trace &trace)
    : m_evaluator(evaluator)
    , m_user(user)
    , m_trace(trace)
{ }

std::uint32_t TraceView::entityOf(std::uint32_t index) const
{
    while (node(index).kind != NodeKind::Entity)
        index = node(index).parent;
    return index;
}

const Spec &TraceView::spec(std::uint32_t index) const
{
    static const Spec noSpec;
    const std::uint32_t found = node(entityOf(index)).spec;
    return found == Trace::none ? noSpec : project().specs()[found];
}

const Rule &TraceView::rule(std::uint32_t ruleNode) const
{
    const Trace::Node &traced = node(ruleNode);
    return traced.isMapping ? project().overrideRules()[traced.index] : spec(ruleNode).rules[traced.index];
}

const Condition &TraceView::condition(std::uint32_t conditionNode) const
{
    return project().conditions()[node(conditionNode).index];
}

std::vector<std::uint32_t> TraceView::rules(std::uint32_t entity) const
{
    std::vector<std::uint32_t> found;
    std::ranges::copy_if(node(entity).children, std::back_inserter(found),
        [this](std::uint32_t child) { return node(child).kind == NodeKind::Rule && !node(child).isMapping; });
    return found;
}

std::vector<std::uint32_t> TraceView::conditions(std::uint32_t rule, Trace::Outcome outcome) const
{
    std::vector<std::uint32_t> found;
    std::ranges::copy_if(node(rule).children, std::back_inserter(found), [&](std::uint32_t child) {
        return node(child).kind == NodeKind::Condition && node(child).outcome == outcome
            && condition(child).type != ConditionType::Public;
    });
    return found;
}

std::uint32_t TraceView::childEntity(std::uint32_t index) const
{
    const auto &children = node(index).children;
    const auto found = std::ranges::find(
        children, NodeKind::Entity, [this](std::uint32_t child) { return node(child).kind; });
    return found == children.end() ? Trace::none : *found;
}

std::uint32_t TraceView::asked(std::uint32_t index) const
{
    const std::uint32_t child = childEntity(index);
    return child == Trace::none ? Trace::none : original(child);
}

std::uint32_t TraceView::original(std::uint32_t entity) const
{
    if (!node(entity).isRemembered)
        return entity;
    for (std::uint32_t i = entity; i-- > 0;) {
        const Trace::Node &earlier = node(i);
        if (earlier.kind == NodeKind::Entity && !earlier.isRemembered && earlier.role == node(entity).role
            && earlier.spec == node(entity).spec && earlier.name == node(entity).name)
            return i;
    }
    return entity;
}

bool TraceView::isTitleShared(const Spec &spec, const Rule &rule) const
{
    const auto [found, isNew] = m_sharedTitles.try_emplace(&spec);
    if (isNew) {
        QSet<QString> seen;
        for (const Rule &other : spec.rules) {
            const QString title = ruleTitle(other);
            (seen.contains(title) ? found->second : seen).insert(title);
        }
    }
    return found->second.contains(ruleTitle(rule));
}

Decision TraceView::decision(std::uint32_t entity) const
{
    const Trace::Node &traced = node(entity);
    if (traced.outcome == Outcome::Unrecognized)
        return {Decision::How::Unrecognized, Trace::none, Trace::none};
    if (isUndecided(traced.outcome))
        return {Decision::How::CannotTell,
            lastRule(entity,
                [this](std::uint32_t rule) { return node(rule).decides || isUndecided(node(rule).outcome); }),
            Trace::none};
    if (traced.choice)
        return {Decision::How::Bandit, Trace::none, Trace::none};
    const auto decides = [this](std::uint32_t rule) { return node(rule).decides; };
    const auto delegates = [&](std::uint32_t rule) { return decides(rule) && answerOf(rule) != Trace::none; };
    std::uint32_t rule = lastRule(entity, delegates);
    if (rule == Trace::none)
        rule = lastRule(entity, decides);
    return rule == Trace::none ? Decision() : ruleDecision(entity, rule);
}

std::uint32_t TraceView::lastRule(
    std::uint32_t entity, const std::function<bool(std::uint32_t)> &matches) const
{
    const auto &children = node(entity).children;
    const auto found = std::find_if(children.rbegin(), children.rend(),
        [&](std::uint32_t child) { return node(child).kind == NodeKind::Rule && matches(child); });
    return found == children.rend() ? Trace::none : *found;
}

/// The entity that answers for a rule; none if the rule answers itself.
std::uint32_t TraceView::answerOf(std::uint32_t ruleNode) const
{
    const std::uint32_t child = childEntity(ruleNode);
    return child != Trace::none && answers(node(child).role) ? child : Trace::none;
}

Decision TraceView::ruleDecision(std::uint32_t entity, std::uint32_t ruleNode) const
{
    Decision decision {Decision::How::Rule, ruleNode, answerOf(ruleNode)};
    if (node(ruleNode).isMapping)
        decision.how = Decision::How::Mapping;
    else if (spec(entity).useNewLayerEval && spec(entity).table == SpecTable::LayerConfigs)
        decision.how = Decision::How::ByParameter;
    else if (decision.answer != Trace::none)
        decision.how = Decision::How::Delegate;
    return decision;
}

std::uint32_t TraceView::undecided(std::uint32_t entity) const
{
    std::uint32_t at = entity;
    while (true) {
        const auto &children = node(at).children;
        const auto next = std::find_if(children.rbegin(), children.rend(), [this](std::uint32_t child) {
            const std::uint32_t answer =
                node(child).kind == NodeKind::Rule ? childEntity(child) : Trace::none;
            return isUndecided(node(child).outcome)
                || (answer != Trace::none && isUndecided(node(answer).outcome));
        });
        if (next == children.rend())
            return at;
        at = *next;
    }
}

} // namespace Gatescope
