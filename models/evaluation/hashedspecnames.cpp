// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "hashedspecnames.h"

#include "hashes.h"
#include "jsonwriter.h"
#include "project.h"

namespace Gatescope {

HashedSpecNames::HashedSpecNames(const Project &project, HashAlgorithm algorithm)
{
    m_places.reserve(project.specs().size());
    for (const Spec &spec : project.specs()) {
        JsonWriter token;
        token.text(hashedName(spec.name, algorithm));
        const std::string_view text(token.json().data(), std::size_t(token.json().size()));
        Place place;
        place.begin = m_text.size();
        place.tokenLength = std::uint32_t(text.size());
        m_text.append(text).append(":{\"name\":").append(text).append(",\"rule_id\":");
        place.length = std::uint32_t(m_text.size() - place.begin);
        m_places.push_back(place);
    }
}

std::string_view HashedSpecNames::token(std::uint32_t spec) const
{
    const Place &place = m_places[spec];
    return std::string_view(m_text).substr(place.begin, place.tokenLength);
}

std::string_view HashedSpecNames::beginning(std::uint32_t spec) const
{
    const Place &place = m_places[spec];
    return std::string_view(m_text).substr(place.begin, place.length);
}

} // namespace Gatescope
