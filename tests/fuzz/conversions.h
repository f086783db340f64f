// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fuzztargets.h"

#include <models/evaluation/evaluator.h>

#include <QList>

namespace Gatescope::Fuzz {

/// The payload in the other format, and back: always a payload again, and where both formats can say what it
/// says, with the same answers for these users.
Complaint checkConversions(const ProjectPtr &project, const QList<EvaluationUser> &users);

} // namespace Gatescope::Fuzz
