// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace Gatescope {

/// A regular expression of the SDK's (Rust's syntax with look-around and back-references, facts §11.10) as
/// PCRE2 understands it. Nothing for what only PCRE2 would take for one.
std::optional<std::string> translatedPattern(std::string_view pattern);

} // namespace Gatescope
