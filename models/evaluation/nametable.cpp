// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "nametable.h"

#include <bit>
#include <cstring>
#include <utility>

namespace Gatescope {

namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t bytes)
{
    hash = (hash ^ bytes) * 0x9e3779b97f4a7c15U;
    return hash ^ hash >> 29;
}

/// Eight bytes at a time: names are looked up by the million, each once.
std::uint32_t hashOfName(std::string_view name)
{
    std::uint64_t hash = name.size();
    std::uint64_t bytes = 0;
    for (; name.size() >= sizeof bytes; name.remove_prefix(sizeof bytes)) {
        std::memcpy(&bytes, name.data(), sizeof bytes);
        hash = mixed(hash, bytes);
    }
    bytes = 0;
    for (const char c : name)
        bytes = bytes << 8 | static_cast<unsigned char>(c);
    return std::uint32_t(mixed(hash, bytes) >> 16);
}

} // namespace

void NameTable::reserve(std::size_t names)
{
    if (names * 4 > m_slots.size() * 3)
        resize(std::bit_ceil(names * 4 / 3 + 1));
}

void NameTable::assign(std::string_view name, std::uint32_t number)
{
    reserve(m_size + 1);
    const std::uint32_t hash = hashOfName(name);
    Slot &slot = m_slots[place(name, hash)];
    if (slot.length == free) {
        slot = {hash, std::uint32_t(name.size()), std::uint32_t(m_texts.size()), number};
        m_texts += name;
        ++m_size;
    }
    slot.number = number;
}

std::optional<std::uint32_t> NameTable::find(std::string_view name) const
{
    if (m_size == 0)
        return std::nullopt;
    const Slot &slot = m_slots[place(name, hashOfName(name))];
    return slot.length == free ? std::nullopt : std::optional(slot.number);
}

/// The slot that has the name or would get it.
std::size_t NameTable::place(std::string_view name, std::uint32_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    for (; m_slots[at].length != free; at = (at + 1) & mask) {
        const Slot &slot = m_slots[at];
        if (slot.hash == hash && std::string_view(m_texts).substr(slot.begin, slot.length) == name)
            break;
    }
    return at;
}

void NameTable::resize(std::size_t slots)
{
    std::vector<Slot> old = std::exchange(m_slots, std::vector<Slot>(slots));
    const std::size_t mask = slots - 1;
    for (const Slot &slot : old) {
        if (slot.length == free)
            continue;
        std::size_t at = slot.hash & mask;
        while (m_slots[at].length != free)
            at = (at + 1) & mask;
        m_slots[at] = slot;
    }
}

} // namespace Gatescope
