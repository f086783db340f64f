// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "numbertext.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace Gatescope {

namespace {

/// 0.d1d2d3… × 10^exponent
struct ShortestDecimal
{
    bool negative = false;
    std::string digits;
    int exponent = 0;
};

ShortestDecimal shortestDecimal(double value)
{
    std::array<char, 64> buffer {};
    const auto end = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::scientific)
                         .ptr;
    const std::string_view text(buffer.data(), std::size_t(end - buffer.data()));
    const std::size_t e = text.find('e');
    ShortestDecimal decimal;
    decimal.negative = std::signbit(value);
    decimal.digits.assign(1, text.front());
    if (e > 2)
        decimal.digits += text.substr(2, e - 2);
    const std::string_view exponent = text.substr(text[e + 1] == '+' ? e + 2 : e + 1);
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), decimal.exponent);
    ++decimal.exponent;
    return decimal;
}

std::string withPoint(const ShortestDecimal &decimal)
{
    const int count = int(decimal.digits.size());
    if (decimal.exponent <= 0)
        return "0." + std::string(std::size_t(-decimal.exponent), '0') + decimal.digits;
    if (decimal.exponent >= count)
        return decimal.digits + std::string(std::size_t(decimal.exponent - count), '0');
    return decimal.digits.substr(0, std::size_t(decimal.exponent)) + '.'
        + decimal.digits.substr(std::size_t(decimal.exponent));
}

std::string withExponent(const ShortestDecimal &decimal)
{
    std::string text = decimal.digits.substr(0, 1);
    if (decimal.digits.size() > 1)
        text += '.' + decimal.digits.substr(1);
    return text + 'e' + std::to_string(decimal.exponent - 1);
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t digitsFrom(std::string_view text, std::size_t position)
{
    while (position < text.size() && isDigit(text[position]))
        ++position;
    return position;
}

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    if (text.size() != lower.size())
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((text[i] | 0x20) != lower[i])
            return false;
    }
    return true;
}

/// digits [. digits] [e [sign] digits] with at least one digit in the mantissa
bool isDecimalNumber(std::string_view text)
{
    const std::size_t whole = digitsFrom(text, 0);
    std::size_t position = whole;
    std::size_t mantissa = whole;
    if (position < text.size() && text[position] == '.') {
        const std::size_t end = digitsFrom(text, position + 1);
        mantissa += end - position - 1;
        position = end;
    }
    if (mantissa == 0)
        return false;
    if (position == text.size())
        return true;
    if ((text[position] | 0x20) != 'e')
        return false;
    ++position;
    if (position < text.size() && (text[position] == '+' || text[position] == '-'))
        ++position;
    const std::size_t end = digitsFrom(text, position);
    return end == text.size() && end > position;
}

} // namespace

std::string plainDecimal(double value)
{
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value < 0 ? "-inf" : "inf";
    const std::string sign = std::signbit(value) ? "-" : "";
    return value == 0 ? sign + "0" : sign + withPoint(shortestDecimal(value));
}

std::string normalizedJsonNumber(std::string_view token)
{
    const bool isInteger = token.find_first_of(".eE") == std::string_view::npos && token != "-0";
    if (isInteger) {
        std::uint64_t unsignedValue = 0;
        const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), unsignedValue);
        if ((error == std::errc() && end == token.data() + token.size()) || strictInt64(token))
            return std::string(token);
    }
    return normalizedJsonFloat(strictDouble(token).value_or(0));
}

std::string normalizedJsonFloat(double value)
{
    if (!std::isfinite(value))
        return "null";
    const std::string sign = std::signbit(value) ? "-" : "";
    if (value == 0)
        return sign + "0.0";
    const ShortestDecimal decimal = shortestDecimal(value);
    if (decimal.exponent <= -5 || decimal.exponent > 16)
        return sign + withExponent(decimal);
    const bool isWhole = decimal.exponent >= int(decimal.digits.size());
    return sign + withPoint(decimal) + (isWhole ? ".0" : "");
}

std::optional<double> strictDouble(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text.empty())
        return std::nullopt;
    const double sign = negative ? -1 : 1;
    if (equalsIgnoringCase(text, "inf") || equalsIgnoringCase(text, "infinity"))
        return sign * std::numeric_limits<double>::infinity();
    if (equalsIgnoringCase(text, "nan"))
        return std::numeric_limits<double>::quiet_NaN();
    if (!isDecimalNumber(text))
        return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    Q_UNUSED(end)
    if (error == std::errc::result_out_of_range) {
        const std::size_t e = text.find_first_of("eE");
        const bool tiny =
            e != std::string_view::npos ? text[e + 1] == '-' : text.starts_with('0') || text.starts_with('.');
        value = tiny ? 0 : std::numeric_limits<double>::infinity();
    }
    return sign * value;
}

std::optional<qint64> strictInt64(std::string_view text)
{
    if (text.starts_with('+') && text.size() > 1 && isDigit(text[1]))
        text.remove_prefix(1);
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

qint64 saturatedInteger(double value)
{
    constexpr double end = 9223372036854775808.0;
    if (std::isnan(value))
        return 0;
    if (value >= end)
        return std::numeric_limits<qint64>::max();
    return value < -end ? std::numeric_limits<qint64>::min() : qint64(value);
}

std::optional<qint64> integralValue(double value)
{
    if (std::trunc(value) != value || std::abs(value) > 9223372036854775808.0)
        return std::nullopt;
    return saturatedInteger(value);
}

} // namespace Gatescope
