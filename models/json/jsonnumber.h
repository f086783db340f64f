// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace Gatescope {

/// Whether the whole text is one number of RFC 8259.
bool isJsonNumber(std::string_view text);
/// The double nearest to a JSON number; too large ones are infinite, too small ones zero.
double jsonNumberToDouble(std::string_view number);
/// The number as an integer if its exact value is one and fits, whatever way it is written (1e3, 10.0).
std::optional<qint64> jsonNumberToInt64(std::string_view number);

} // namespace Gatescope
