// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <optional>
#include <string>
#include <string_view>

namespace Gatescope {

/// Shortest decimal that reads back as the same double, never with an exponent: 5.0 → "5", 1e21 →
/// "1000000000000000000000".
std::string plainDecimal(double value);
/// A JSON number as the SDK writes it back: integers as they are, others shortest with ".0" or an exponent.
std::string normalizedJsonNumber(std::string_view token);
/// The same for a number that is no integer to the SDK, whatever its value: 5 → "5.0".
std::string normalizedJsonFloat(double value);
/// Strict: no surrounding spaces, decimal or exponent form, also "inf" and "nan".
std::optional<double> strictDouble(std::string_view text);
/// Strict: an optional sign and digits within signed 64 bit.
std::optional<qint64> strictInt64(std::string_view text);
/// The whole part, or the nearest that signed 64 bit hold; NaN is 0.
qint64 saturatedInteger(double value);
/// The integer a double is, if it is one within signed 64 bit.
std::optional<qint64> integralValue(double value);

} // namespace Gatescope
