// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "exchange.h"

namespace Gatescope {

/// The exchange's request as a command for sh, its key read from $STATSIG_API_KEY: nothing secret is in it.
QString curlCommand(const Exchange &exchange);

} // namespace Gatescope
