// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkreading.h>
#include <ui/widgets/mark.h>

namespace Gatescope {

/// How a verdict looks.
Mark markOf(CheckVerdict verdict);

} // namespace Gatescope
