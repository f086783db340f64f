// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "checkreading.h"

#include <models/evaluation/evaluator.h>
#include <models/evaluation/trace.h>
#include <models/explain/missingfact.h>
#include <models/statsig/statsiguser.h>

#include <QHash>

namespace Gatescope {

/// What this machine answers about one item, in the form of a server's answer.
struct LocalAnswer
{
    CheckReading reading; ///< Undetermined and NotInSpecs are among its verdicts
    CheckAnswer::Content content; ///< nothing where it cannot be told or is not in the specs
    JsonDocumentPtr value; ///< of configs and layers
    std::optional<MissingFact> missing; ///< why it cannot be told
    std::chrono::nanoseconds time {0};
};
using LocalAnswerPtr = std::shared_ptr<const LocalAnswer>;
/// "ID list not loaded", for a cell.
QString missingText(const MissingFact &missing);
/// "The ID list vip is not loaded. Ask the server, or load the list."
QString missingSentence(const MissingFact &missing);

using LocalAnswers = QHash<CheckItem, LocalAnswerPtr>;

/// Specs, user and data at one time, and what follows from them. Immutable, any thread.
class LocalWitness
{
public:
    /// `user` as it is sent: sentUser().
    LocalWitness(ProjectPtr project, EvaluationContext context, const StatsigUser &user);

    LocalAnswerPtr answer(const CheckItem &item) const;
    /// Every step of the same evaluation.
    Trace trace(const CheckItem &item) const;

    const ProjectPtr &project() const { return m_evaluator.project(); }
    const EvaluationContext &context() const { return m_evaluator.context(); }
    const EvaluationUser &user() const { return m_user; }
    const Evaluator &evaluator() const { return m_evaluator; }

private:
    Verdict verdict(const CheckItem &item, Trace *trace) const;

    Evaluator m_evaluator;
    EvaluationUser m_user;
};
using LocalWitnessPtr = std::shared_ptr<const LocalWitness>;

} // namespace Gatescope
