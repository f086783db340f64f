// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "answer.h"
#include "evaluator.h"

namespace Gatescope {

class EvaluationRun;

/// The answers about one user, one after the other, each the same as the Evaluator's but read in place: for
/// who asks about many entities. Of the user nothing is known beforehand but the buckets asked for already.
/// The evaluator and the user must outlive it; for one thread.
class UserAnswers
{
public:
    /// With `remembered` as the Evaluator has it.
    UserAnswers(
        const Evaluator &evaluator, const EvaluationUser &user, RememberedGates *remembered = nullptr);
    ~UserAnswers();
    UserAnswers(const UserAnswers &) = delete;
    UserAnswers &operator=(const UserAnswers &) = delete;

    /// Each valid until the next.
    const Answer &gate(std::string_view name);
    /// The value alone of gate().
    Truth passesGate(std::string_view name);
    const Answer &config(std::string_view name);
    const Answer &experiment(std::string_view name);
    const Answer &layer(std::string_view name);
    /// By index into Project::specs().
    const Answer &entity(std::uint32_t spec);

private:
    std::unique_ptr<EvaluationRun> m_run;
};

} // namespace Gatescope
