// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Gatescope {

/// IP address → two-letter country (facts §6.2). Any thread.
class CountryLookup
{
public:
    virtual ~CountryLookup() = default;
    virtual std::optional<std::string> country(std::string_view ip) const = 0;
};

} // namespace Gatescope
