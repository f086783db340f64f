// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "spaces.h"

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

using namespace std::string_view_literals;

constexpr std::array unicodeSpaces {"\t"sv, "\n"sv, "\v"sv, "\f"sv, "\r"sv, " "sv, "\u0085"sv, "\u00a0"sv,
    "\u1680"sv, "\u2000"sv, "\u2001"sv, "\u2002"sv, "\u2003"sv, "\u2004"sv, "\u2005"sv, "\u2006"sv,
    "\u2007"sv, "\u2008"sv, "\u2009"sv, "\u200a"sv, "\u2028"sv, "\u2029"sv, "\u202f"sv, "\u205f"sv,
    "\u3000"sv};

/// All other bytes of UTF-8 are no part of a space.
constexpr bool mayBeOfSpace(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r') || static_cast<unsigned char>(byte) >= 0x80;
}

template<class Fits>
std::size_t spaceWhere(const Fits &fits)
{
    const auto found = std::ranges::find_if(unicodeSpaces, fits);
    return found == unicodeSpaces.end() ? 0 : found->size();
}

} // namespace

std::size_t leadingSpaces(std::string_view utf8)
{
    std::size_t size = 0;
    if (utf8.empty() || !mayBeOfSpace(utf8.front()))
        return size;
    while (const std::size_t next =
               spaceWhere([&](std::string_view space) { return utf8.substr(size).starts_with(space); }))
        size += next;
    return size;
}

std::size_t trailingSpaces(std::string_view utf8)
{
    std::size_t size = 0;
    if (utf8.empty() || !mayBeOfSpace(utf8.back()))
        return size;
    while (const std::size_t next = spaceWhere(
               [&](std::string_view space) { return utf8.substr(0, utf8.size() - size).ends_with(space); }))
        size += next;
    return size;
}

} // namespace Gatescope
