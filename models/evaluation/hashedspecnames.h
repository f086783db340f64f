// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "madeonce.h"

#include <models/statsig/requests.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Gatescope {

class Project;

/// The names of a project's specs as an initialize response has them. Immutable.
class HashedSpecNames
{
public:
    HashedSpecNames(const Project &project, HashAlgorithm algorithm);

    /// As a JSON token, with its quotes.
    std::string_view token(std::uint32_t spec) const;
    /// How an entity begins where it says its name: "name":{"name":"name","rule_id":
    std::string_view beginning(std::uint32_t spec) const;

private:
    struct Place
    {
        std::size_t begin = 0;
        std::uint32_t tokenLength = 0;
        std::uint32_t length = 0;
    };
    std::string m_text;
    std::vector<Place> m_places; ///< in m_text, by spec
};

/// Those of each algorithm, made when they are first asked for.
using LazySpecNames = std::array<MadeOnce<HashedSpecNames>, 3>;

} // namespace Gatescope
