// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace Gatescope {

/// Reads a pattern from left to right, byte by byte.
class PatternReader
{
public:
    explicit PatternReader(std::string_view text)
        : m_rest(text)
    { }

    bool atEnd() const { return m_rest.empty(); }
    char peek(std::size_t ahead = 0) const { return ahead < m_rest.size() ? m_rest[ahead] : '\0'; }
    std::string_view rest() const { return m_rest; }
    bool startsWith(std::string_view text) const { return m_rest.starts_with(text); }

    char take()
    {
        const char byte = peek();
        m_rest.remove_prefix(atEnd() ? 0 : 1);
        return byte;
    }

    bool accept(std::string_view text)
    {
        if (!m_rest.starts_with(text))
            return false;
        m_rest.remove_prefix(text.size());
        return true;
    }

    /// What stands before `end`, which is taken too; empty, and nothing taken, if it does not come.
    std::string_view takeUntil(char end)
    {
        const std::size_t size = m_rest.find(end);
        if (size == std::string_view::npos)
            return {};
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size + 1);
        return taken;
    }

private:
    std::string_view m_rest;
};

constexpr bool isDecimal(char byte)
{
    return byte >= '0' && byte <= '9';
}

constexpr bool isHexadecimal(char byte)
{
    return isDecimal(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

} // namespace Gatescope
