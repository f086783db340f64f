// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "timestamptext.h"

#include "numbertext.h"
#include "spaces.h"

#include <chrono>
#include <cstdlib>

namespace Gatescope {

namespace {

constexpr std::size_t longestYear = 6;
constexpr int latestYear = 262'142;

/// Reads a date and time from left to right; ok() stays false after the first thing that does not fit.
class TimeReader
{
public:
    explicit TimeReader(std::string_view text)
        : m_rest(text)
    { }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_rest.empty(); }
    char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }

    void expect(std::string_view anyOf)
    {
        if (m_rest.empty() || anyOf.find(m_rest.front()) == std::string_view::npos)
            m_ok = false;
        else
            m_rest.remove_prefix(1);
    }

    bool accept(char c)
    {
        if (peek() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    /// With spaces before it.
    int spacedNumber()
    {
        m_rest.remove_prefix(leadingSpaces(m_rest));
        return number(1, 2);
    }

    /// Four digits at most, or any number of them after a sign.
    int spacedYear()
    {
        m_rest.remove_prefix(leadingSpaces(m_rest));
        const bool isNegative = accept('-');
        const bool isSigned = isNegative || accept('+');
        const int year = number(1, isSigned ? longestYear : 4);
        return isNegative ? -year : year;
    }

    int number(std::size_t least, std::size_t most)
    {
        std::size_t count = 0;
        int value = 0;
        while (count < most && count < m_rest.size() && m_rest[count] >= '0' && m_rest[count] <= '9')
            value = value * 10 + (m_rest[count++] - '0');
        if (count < least)
            m_ok = false;
        m_rest.remove_prefix(count);
        return value;
    }

    /// Digits after the point in whole milliseconds.
    int milliseconds()
    {
        int value = 0;
        int digits = 0;
        for (; peek() >= '0' && peek() <= '9'; m_rest.remove_prefix(1)) {
            if (++digits <= 3)
                value = value * 10 + (peek() - '0');
        }
        m_ok = m_ok && digits > 0;
        for (; digits < 3; ++digits)
            value *= 10;
        return value;
    }

private:
    std::string_view m_rest;
    bool m_ok = true;
};

std::optional<qint64> epochMilliseconds(int year, int month, int day, int hour, int minute, int second)
{
    const int yearOfCycle = (year % 400 + 400) % 400; // the calendar repeats itself, std::chrono's ends
    const std::chrono::year_month_day date {
        std::chrono::year(yearOfCycle), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day))};
    if (!date.ok() || std::abs(year) > latestYear || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    constexpr int daysOfCycle = 146'097;
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count()
        + qint64((year - yearOfCycle) / 400) * daysOfCycle;
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000;
}

std::optional<qint64> fromRfc3339(std::string_view text)
{
    TimeReader reader(text);
    const int year = reader.number(4, 4);
    reader.expect("-");
    const int month = reader.number(2, 2);
    reader.expect("-");
    const int day = reader.number(2, 2);
    reader.expect("Tt ");
    const int hour = reader.number(2, 2);
    reader.expect(":");
    const int minute = reader.number(2, 2);
    reader.expect(":");
    const int second = reader.number(2, 2);
    const int fraction = reader.accept('.') ? reader.milliseconds() : 0;
    int offset = 0;
    if (!reader.accept('Z') && !reader.accept('z')) {
        const int sign = reader.peek() == '-' ? -1 : 1;
        reader.expect("+-");
        const int hours = reader.number(2, 2);
        reader.expect(":");
        const int minutes = reader.number(2, 2);
        if (hours > 23 || minutes > 59)
            return std::nullopt;
        offset = sign * (hours * 60 + minutes);
    }
    const auto time = epochMilliseconds(year, month, day, hour, minute, second);
    if (!reader.ok() || !reader.atEnd() || !time)
        return std::nullopt;
    return *time + fraction - qint64(offset) * 60'000;
}

std::optional<qint64> fromSpacedDate(std::string_view text)
{
    TimeReader reader(text);
    const int year = reader.spacedYear();
    reader.expect("-");
    const int month = reader.spacedNumber();
    reader.expect("-");
    const int day = reader.spacedNumber();
    const int hour = reader.spacedNumber();
    reader.expect(":");
    const int minute = reader.spacedNumber();
    reader.expect(":");
    const int second = reader.spacedNumber();
    if (!reader.ok() || !reader.atEnd())
        return std::nullopt;
    return epochMilliseconds(year, month, day, hour, minute, second);
}

} // namespace

std::optional<qint64> timestampOfTarget(std::string_view text)
{
    if (const auto number = strictInt64(text))
        return number;
    if (const auto time = fromRfc3339(text))
        return time;
    return fromSpacedDate(text);
}

std::optional<qint64> timestampOfText(std::string_view text)
{
    if (const auto number = strictInt64(text))
        return number;
    if (text.size() < 8 || text.size() > 20)
        return std::nullopt;
    return timestampOfTarget(text);
}

} // namespace Gatescope
