// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Gatescope {

/// The three values a condition or rule can have.
enum class Truth : unsigned char { False, True, Unknown };

constexpr Truth truthOf(bool value)
{
    return value ? Truth::True : Truth::False;
}

constexpr Truth negated(Truth truth)
{
    return truth == Truth::Unknown ? Truth::Unknown : truthOf(truth == Truth::False);
}

/// One false decides, whatever else is unknown.
constexpr Truth bothOf(Truth left, Truth right)
{
    if (left == Truth::False || right == Truth::False)
        return Truth::False;
    return left == Truth::Unknown || right == Truth::Unknown ? Truth::Unknown : Truth::True;
}

} // namespace Gatescope
