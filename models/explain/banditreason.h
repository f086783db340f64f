// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "decisionreason.h"

namespace Gatescope {

/// How an autotune came to its answer (facts §3.9).
DecisionReason banditReason(const TraceView &view, std::uint32_t entity);

} // namespace Gatescope
