// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "impact.h"

#include <stop_token>

namespace Gatescope {

/// Evaluates each line of a JSONL text for a run; empty lines are passed over. Errors: BadInput with a
/// sentence that names the line (from 1), Cancelled.
Result<> addUserLines(ImpactRun &run, const QByteArray &text, const std::stop_token &stop = {});

} // namespace Gatescope
