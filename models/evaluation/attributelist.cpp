// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "attributelist.h"

#include <algorithm>
#include <functional>

namespace Gatescope {

std::uint32_t attributeHash(std::string_view key)
{
    return std::uint32_t(std::hash<std::string_view> {}(key));
}

AttributeList::AttributeList(const JsonValue &object)
{
    if (!object.isObject() || object.size() == 0)
        return;
    struct Place
    {
        std::uint32_t hash;
        quint32 position;
    };
    std::vector<Place> places;
    places.reserve(object.size());
    std::string scratch;
    for (quint32 i = 0; i < object.size(); ++i)
        places.push_back({attributeHash(object.at(i).keyUtf8(scratch)), i});
    std::ranges::stable_sort(places, {}, &Place::hash);
    m_hashes.reserve(places.size());
    m_entries.reserve(places.size());
    for (const Place &place : places) {
        const JsonValue member = object.at(place.position);
        m_hashes.push_back(place.hash);
        m_entries.push_back({member.keyUtf8(), AttributeValue::fromJson(member)});
    }
}

void AttributeList::removeIf(bool (*isUnwanted)(const AttributeValue &))
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (isUnwanted(m_entries[i].value))
            continue;
        if (kept != i) {
            m_hashes[kept] = m_hashes[i];
            m_entries[kept] = std::move(m_entries[i]);
        }
        ++kept;
    }
    m_hashes.resize(kept);
    m_entries.resize(kept);
}

} // namespace Gatescope
