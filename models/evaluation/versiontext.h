// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace Gatescope {

/// Part by part up to the first "-", a missing part counting as 0. Nothing if a part that must be looked at
/// is no integer; what follows the first difference is not looked at (facts §4.2).
std::optional<std::strong_ordering> compareVersions(std::string_view left, std::string_view right);

} // namespace Gatescope
