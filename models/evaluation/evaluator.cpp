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

Verdict Evaluator::gate(std::string_view name, const EvaluationUser &user, Trace *trace) const
{
    return EvaluationRun(*m_project, m_context, user, trace)
        .evaluate(SpecTable::FeatureGates, name, EntityKind::Gate);
}

Verdict Evaluator::config(std::string_view name, const EvaluationUser &user, Trace *trace) const
{
    const int spec = m_project->find(SpecTable::DynamicConfigs, name);
    const EntityKind kind = spec < 0 ? EntityKind::Experiment : m_project->specs()[std::size_t(spec)].kind;
    return EvaluationRun(*m_project, m_context, user, trace).evaluate(SpecTable::DynamicConfigs, name, kind);
}

Verdict Evaluator::layer(std::string_view name, const EvaluationUser &user, Trace *trace) const
{
    return EvaluationRun(*m_project, m_context, user, trace)
        .evaluate(SpecTable::LayerConfigs, name, EntityKind::Layer);
}

Verdict Evaluator::evaluate(std::uint32_t spec, const EvaluationUser &user, Trace *trace) const
{
    const Spec &asked = m_project->specs()[spec];
    return EvaluationRun(*m_project, m_context, user, trace).evaluate(asked.table, asked.name, asked.kind);
}

} // namespace Gatescope
