// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluator.h"

#include "evaluationrun.h"

namespace Gatescope {

Evaluator::Evaluator(ProjectPtr project, EvaluationContext context)
    : m_project(std::move(project))
    , m_context(std::move(context))
{ }

const ProjectPtr &Evaluator::project() const
{
    return m_project;
}

const EvaluationContext &Evaluator::context() const
{
    return m_context;
}

Verdict Evaluator::gate(
    std::string_view name, const EvaluationUser &user, Trace *trace, RememberedGates *remembered) const
{
    return verdictOf(EvaluationRun(*m_project, m_context, user, trace, remembered)
            .answer(SpecTable::FeatureGates, name, EntityKind::Gate));
}

Verdict Evaluator::config(std::string_view name, const EvaluationUser &user, Trace *trace) const
{
    return verdictOf(EvaluationRun(*m_project, m_context, user, trace).config(name));
}

Verdict Evaluator::experiment(
    std::string_view name, const EvaluationUser &user, Trace *trace, RememberedGates *remembered) const
{
    return verdictOf(EvaluationRun(*m_project, m_context, user, trace, remembered)
            .answer(SpecTable::DynamicConfigs, name, EntityKind::Experiment));
}

Verdict Evaluator::layer(std::string_view name, const EvaluationUser &user, Trace *trace) const
{
    return verdictOf(EvaluationRun(*m_project, m_context, user, trace)
            .answer(SpecTable::LayerConfigs, name, EntityKind::Layer));
}

Verdict Evaluator::evaluate(
    std::uint32_t spec, const EvaluationUser &user, Trace *trace, RememberedGates *remembered) const
{
    return verdictOf(EvaluationRun(*m_project, m_context, user, trace, remembered).answer(spec));
}

Truth Evaluator::passesGate(
    std::string_view name, const EvaluationUser &user, RememberedGates *remembered) const
{
    return EvaluationRun(*m_project, m_context, user, nullptr, remembered).passesGate(name);
}

} // namespace Gatescope
