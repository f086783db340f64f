// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "attributevalue.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Gatescope {

/// What attributes are found by.
std::uint32_t attributeHash(std::string_view key);

/// The members of an object of a user, found by their keys. Immutable once made.
class AttributeList
{
public:
    AttributeList() = default;
    /// Of members with the same key the last counts. Anything but an object gives an empty table.
    explicit AttributeList(const JsonValue &object);

    /// `hash` is the key's. Null if there is none.
    const AttributeValue *find(std::string_view key, std::uint32_t hash) const;
    bool isEmpty() const { return m_hashes.empty(); }
    void removeIf(bool (*isUnwanted)(const AttributeValue &));

private:
    struct Entry
    {
        std::string key;
        AttributeValue value;
    };

    std::vector<std::uint32_t> m_hashes; ///< sorted
    std::vector<Entry> m_entries; ///< in the same order
};

// What conditions ask for is inline.

/// From behind: of members with the same key the last counts.
inline const AttributeValue *AttributeList::find(std::string_view key, std::uint32_t hash) const
{
    constexpr std::size_t few = 16;
    std::size_t at = m_hashes.size();
    if (at > few)
        at = std::size_t(std::ranges::upper_bound(m_hashes, hash) - m_hashes.begin());
    for (; at > 0 && m_hashes[at - 1] >= hash; --at) {
        if (m_hashes[at - 1] == hash && m_entries[at - 1].key == key)
            return &m_entries[at - 1].value;
    }
    return nullptr;
}

} // namespace Gatescope
