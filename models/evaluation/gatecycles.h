// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "project.h"

namespace Gatescope {

/// Circles of gates that ask each other through pass_gate or fail_gate: each as indexes into
/// Project::specs(), the first repeated at the end. At least one for every group of gates that is caught in
/// circles.
std::vector<std::vector<std::uint32_t>> gateCycles(const Project &project);

} // namespace Gatescope
