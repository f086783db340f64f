// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace Gatescope {

/// \name How many bytes of UTF-8 text are white space to Unicode, at its start and at its end
/// @{
std::size_t leadingSpaces(std::string_view utf8);
std::size_t trailingSpaces(std::string_view utf8);
/// @}

} // namespace Gatescope
