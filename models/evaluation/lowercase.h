// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace Gatescope {

/// Full Unicode lower-casing as CORE does it: one code point may become several ("İ" → "i̇") and a final sigma
/// is "ς".
std::string lowerCased(std::string_view utf8);
/// The same without a copy where nothing changes; else in scratch.
std::string_view lowerCased(std::string_view utf8, std::string &scratch);

} // namespace Gatescope
