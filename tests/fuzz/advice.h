// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fuzztargets.h"

#include <models/evaluation/evaluator.h>

namespace Gatescope::Fuzz {

/// The explanation has the evaluator's verdict, a sentence, and can be written in every form.
Complaint checkExplanation(const Evaluator &evaluator, const EvaluationUser &user, std::uint32_t spec);
/// What would flip the verdict does.
Complaint checkFlips(const Evaluator &evaluator, const EvaluationUser &user, std::uint32_t spec);
/// The linter says something of each thing it finds.
Complaint checkLint(const ProjectPtr &project, const EvaluationUser &user);

} // namespace Gatescope::Fuzz
