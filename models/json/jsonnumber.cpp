// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonnumber.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

namespace Gatescope {

namespace {

size_t skipDigits(std::string_view text, size_t at)
{
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    return at;
}

/// A number as ±0.DIGITS × 10^point, without leading and trailing zeros; no digits: zero.
struct Decimal
{
    bool negative = false;
    std::string digits;
    qint64 point = 0;
};

/// Exponents beyond any double are as good as each other.
qint64 saturatedExponent(std::string_view text)
{
    constexpr qint64 most = 1'000'000'000'000;
    const bool negative = text.starts_with('-');
    qint64 value = 0;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            value = std::min(most, value * 10 + (c - '0'));
    }
    return negative ? -value : value;
}

Decimal decimalOf(std::string_view number)
{
    Decimal decimal;
    decimal.negative = number.starts_with('-');
    if (decimal.negative)
        number.remove_prefix(1);
    const size_t mark = number.find_first_of("eE");
    const std::string_view mantissa = number.substr(0, mark);
    const size_t dot = mantissa.find('.');
    decimal.digits = mantissa.substr(0, dot);
    decimal.point = qint64(decimal.digits.size());
    if (dot != std::string_view::npos)
        decimal.digits += mantissa.substr(dot + 1);
    if (mark != std::string_view::npos)
        decimal.point += saturatedExponent(number.substr(mark + 1));

    const size_t first = std::min(decimal.digits.find_first_not_of('0'), decimal.digits.size());
    decimal.digits.erase(0, first);
    decimal.point -= qint64(first);
    decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
    return decimal;
}

} // namespace

bool isJsonNumber(std::string_view text)
{
    size_t at = text.starts_with('-') ? 1 : 0;
    const size_t integer = at;
    at = skipDigits(text, at);
    if (at == integer || (text[integer] == '0' && at > integer + 1))
        return false;
    if (at < text.size() && text[at] == '.') {
        const size_t fraction = at + 1;
        at = skipDigits(text, fraction);
        if (at == fraction)
            return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const size_t exponent = at;
        at = skipDigits(text, exponent);
        if (at == exponent)
            return false;
    }
    return at == text.size();
}

double jsonNumberToDouble(std::string_view number)
{
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    if (read.ec != std::errc::result_out_of_range)
        return value;
    const Decimal decimal = decimalOf(number);
    value = decimal.point > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    return decimal.negative ? -value : value;
}

std::optional<qint64> jsonNumberToInt64(std::string_view number)
{
    const Decimal decimal = decimalOf(number);
    if (decimal.digits.empty())
        return 0;
    if (decimal.point > 19 || decimal.point < qint64(decimal.digits.size()))
        return {};
    std::string text = decimal.negative ? "-" : "";
    text += decimal.digits;
    text.append(size_t(decimal.point) - decimal.digits.size(), '0');
    qint64 value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

} // namespace Gatescope
