// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "patternreader.h"

#include <optional>

namespace Gatescope {

inline constexpr std::string_view noWord = R"([^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\x{200c}\x{200d}])"; ///< \W

/// \name Escapes of the SDK's regular expressions in PCRE2's way, read after their backslash
/// Nothing if it is none, and then no expression at all.
/// @{
std::optional<std::string> translatedEscape(PatternReader &reader);
/// Within a class, as members of one.
std::optional<std::string> translatedClassEscape(PatternReader &reader);
/// @}

} // namespace Gatescope
