// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "paramstores.h"

namespace Gatescope {

/// Where a parameter's value comes from: "label of layer checkout_flow", ""EUR" for everyone".
Phrases sourceWords(const Project &project, const StoreParameter &parameter);

} // namespace Gatescope
