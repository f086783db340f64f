// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

namespace Gatescope {

/// Puts an exchange on the clipboard as a shell command, its key as a variable to fill in.
void copyAsCurl(const Exchange &exchange);

} // namespace Gatescope
