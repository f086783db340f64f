// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "versiontext.h"

#include "spaces.h"

#include <algorithm>

namespace Gatescope {

namespace {

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(leadingSpaces(text));
    text.remove_suffix(trailingSpaces(text));
    return text;
}

/// The digits of a part without a sign or leading zeros, if it is a number within 128 bit: longer ones are
/// larger.
std::optional<std::string_view> digitsOfPart(std::string_view part)
{
    constexpr std::string_view largest = "170141183460469231731687303715884105727";
    if (part.starts_with('+'))
        part.remove_prefix(1);
    if (part.empty() || part.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    part.remove_prefix(std::min(part.find_first_not_of('0'), part.size()));
    if (part.size() > largest.size() || (part.size() == largest.size() && part > largest))
        return std::nullopt;
    return part;
}

std::strong_ordering compareDigits(std::string_view left, std::string_view right)
{
    return left.size() != right.size() ? left.size() <=> right.size() : left.compare(right) <=> 0;
}

/// The dot-separated parts of what stands before the first "-".
class VersionParts
{
public:
    explicit VersionParts(std::string_view version)
        : m_rest(version.substr(0, version.find('-')))
    { }

    bool atEnd() const { return m_atEnd; }

    /// No digits, which is 0, when there is no part left.
    std::optional<std::string_view> next()
    {
        if (m_atEnd)
            return std::string_view();
        const std::size_t dot = m_rest.find('.');
        const std::string_view part = trimmed(m_rest.substr(0, dot));
        m_atEnd = dot == std::string_view::npos;
        m_rest = m_atEnd ? std::string_view() : m_rest.substr(dot + 1);
        return digitsOfPart(part);
    }

private:
    std::string_view m_rest;
    bool m_atEnd = false;
};

} // namespace

std::optional<std::strong_ordering> compareVersions(std::string_view left, std::string_view right)
{
    VersionParts leftParts(left);
    VersionParts rightParts(right);
    while (!leftParts.atEnd() || !rightParts.atEnd()) {
        const std::optional<std::string_view> leftPart = leftParts.next();
        const std::optional<std::string_view> rightPart = rightParts.next();
        if (!leftPart || !rightPart)
            return std::nullopt;
        if (const auto order = compareDigits(*leftPart, *rightPart); order != 0)
            return order;
    }
    return std::strong_ordering::equal;
}

} // namespace Gatescope
