// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/evaluator.h>
#include <models/evaluation/trace.h>

#include <QSet>
#include <QString>

#include <functional>
#include <unordered_map>

namespace Gatescope {

/// How the answer of one entity in a trace came about.
struct Decision
{
    enum class How {
        Unrecognized,
        CannotTell,
        Rule, ///< a rule matched and gave the answer, or let the percentage decide
        Delegate, ///< a layer's rule left it to an experiment
        ByParameter, ///< a layer put its values together from several rules
        Mapping, ///< another config answered
        Bandit,
        NoRule,
    };

    How how = How::NoRule;
    std::uint32_t rule = Trace::none; ///< the node of the rule that decided, or at which it cannot be told
    std::uint32_t answer = Trace::none; ///< Delegate, ByParameter, Mapping: the node of who answered
};

/// A trace with all that its numbers point to. Valid as long as those are.
class TraceView
{
public:
    TraceView(const Evaluator &evaluator, const EvaluationUser &user, const Trace &trace);

    const Project &project() const { return *m_evaluator.project(); }
    const EvaluationContext &context() const { return m_evaluator.context(); }
    const EvaluationUser &user() const { return m_user; }
    const std::vector<Trace::Node> &nodes() const { return m_trace.nodes(); }
    const Trace::Node &node(std::uint32_t index) const { return m_trace.nodes()[index]; }

    /// The entity a node belongs to: itself if it is one.
    std::uint32_t entityOf(std::uint32_t node) const;
    /// The spec of the entity a node belongs to; an empty one if the specs lack it.
    const Spec &spec(std::uint32_t node) const;
    const Rule &rule(std::uint32_t ruleNode) const;
    const Condition &condition(std::uint32_t conditionNode) const;

    /// Children that are rules of the entity itself, in order; those of mappings are left out.
    std::vector<std::uint32_t> rules(std::uint32_t entity) const;
    /// A rule's conditions of one outcome, without those that are for everyone.
    std::vector<std::uint32_t> conditions(std::uint32_t rule, Trace::Outcome outcome) const;
    /// The entity that a condition or rule asked; none if it asked nobody. An entity that was asked before
    /// is found where its rules are.
    std::uint32_t asked(std::uint32_t node) const;
    std::uint32_t original(std::uint32_t entity) const;

    /// Whether another rule of the spec bears the same title, so that the ID has to tell them apart.
    bool isTitleShared(const Spec &spec, const Rule &rule) const;

    Decision decision(std::uint32_t entity) const;
    /// The innermost node that could not be decided, from an entity that could not.
    std::uint32_t undecided(std::uint32_t entity) const;

private:
    Decision ruleDecision(std::uint32_t entity, std::uint32_t ruleNode) const;
    std::uint32_t lastRule(std::uint32_t entity, const std::function<bool(std::uint32_t)> &matches) const;
    std::uint32_t answerOf(std::uint32_t ruleNode) const;
    std::uint32_t childEntity(std::uint32_t node) const;

    const Evaluator &m_evaluator;
    const EvaluationUser &m_user;
    const Trace &m_trace;
    mutable std::unordered_map<const Spec *, QSet<QString>> m_sharedTitles; ///< of those asked about
};

constexpr bool isUndecided(Trace::Outcome outcome)
{
    return outcome == Trace::Outcome::Undetermined || outcome == Trace::Outcome::Unsupported;
}

} // namespace Gatescope
