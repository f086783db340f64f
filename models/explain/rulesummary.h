// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "traceview.h"

namespace Gatescope {

/// Which rule of the entity that was asked for decided, and which were not reached: "Fourth of 6 rules
/// decided. Rules 5 and 6 were not reached."
QString ruleSummary(const TraceView &view);

} // namespace Gatescope
