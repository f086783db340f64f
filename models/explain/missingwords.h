// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "missingfact.h"
#include "traceview.h"

namespace Gatescope {

/// What an entity that could not be decided is missing, from the innermost thing it asked.
MissingFact missingFactOf(const TraceView &view, std::uint32_t entity);
/// What one node that could not be decided is missing itself.
MissingFact missingFactAt(const TraceView &view, std::uint32_t node);

} // namespace Gatescope
