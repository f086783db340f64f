// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fuzztargets.h"

#include <models/evaluation/evaluator.h>
#include <models/evaluation/trace.h>

namespace Gatescope::Fuzz {

/// Every part of two verdicts alike.
bool areEqual(const Verdict &left, const Verdict &right);
/// The same answer: value and rule.
bool answerAlike(const Verdict &left, const Verdict &right);
std::string textOf(const Verdict &verdict);

/// A verdict that can be shown: its value is JSON, what is missing is named.
Complaint checkVerdict(const Verdict &verdict);
/// A tree that can be drawn: parents before their children, everything closed, indexes in range.
Complaint checkTrace(Trace &trace, const Project &project);

} // namespace Gatescope::Fuzz
