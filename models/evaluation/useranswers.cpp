// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "useranswers.h"

#include "evaluationrun.h"

namespace Gatescope {

UserAnswers::UserAnswers(const Evaluator &evaluator, const EvaluationUser &user, RememberedGates *remembered)
    : m_run(std::make_unique<EvaluationRun>(
          *evaluator.project(), evaluator.context(), user, nullptr, remembered))
{
    m_run->expectMany();
}

UserAnswers::~UserAnswers() = default;

const Answer &UserAnswers::gate(std::string_view name)
{
    return m_run->answer(SpecTable::FeatureGates, name, EntityKind::Gate);
}

Truth UserAnswers::passesGate(std::string_view name)
{
    return m_run->passesGate(name);
}

const Answer &UserAnswers::config(std::string_view name)
{
    return m_run->config(name);
}

const Answer &UserAnswers::experiment(std::string_view name)
{
    return m_run->answer(SpecTable::DynamicConfigs, name, EntityKind::Experiment);
}

const Answer &UserAnswers::layer(std::string_view name)
{
    return m_run->answer(SpecTable::LayerConfigs, name, EntityKind::Layer);
}

const Answer &UserAnswers::entity(std::uint32_t spec)
{
    return m_run->answer(spec);
}

} // namespace Gatescope
