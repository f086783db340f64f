// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace Gatescope {

/// A target's time in ms: digits as they are, RFC 3339, or "YYYY-MM-DD HH:MM:SS" in UTC (facts §4.1).
std::optional<qint64> timestampOfTarget(std::string_view text);
/// A user's text as a time: the same forms, but only of 8 to 20 characters.
std::optional<qint64> timestampOfText(std::string_view text);

} // namespace Gatescope
