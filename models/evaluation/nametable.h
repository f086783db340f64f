// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Gatescope {

/// Numbers by name, for names that are asked for often: hashes and places side by side, texts in one piece.
class NameTable
{
public:
    void reserve(std::size_t names);
    /// In place of the number the name had.
    void assign(std::string_view name, std::uint32_t number);
    std::optional<std::uint32_t> find(std::string_view name) const;

private:
    struct Slot
    {
        std::uint32_t hash = 0;
        std::uint32_t length = free;
        std::uint32_t begin = 0; ///< in m_texts
        std::uint32_t number = 0;
    };
    static constexpr std::uint32_t free = 0xffffffff;

    std::size_t place(std::string_view name, std::uint32_t hash) const;
    void resize(std::size_t slots);

    std::vector<Slot> m_slots; ///< a power of two, at least a quarter free
    std::size_t m_size = 0;
    std::string m_texts;
};

} // namespace Gatescope
