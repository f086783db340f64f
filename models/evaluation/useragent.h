// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace Gatescope {

/// What a user agent says of its system and browser, in CORE's names (facts §6.1). Versions are "0.0.0" and
/// names "Other" when it does not say.
struct UserAgent
{
    std::string osName;
    std::string osVersion;
    std::string browserName;
    std::string browserVersion;
};

/// A longer one is not looked at.
inline constexpr std::size_t longestUserAgent = 1000;

UserAgent parseUserAgent(std::string_view text);

} // namespace Gatescope
