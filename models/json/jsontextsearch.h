// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsonsearch.h"

namespace Gatescope {

/// A text of ASCII characters, looked for in the bytes: of the tree only what holds a hit is looked at.
JsonFindings findAsciiText(const JsonValue &root, const JsonQuery &query, const std::stop_token &stop);

} // namespace Gatescope
