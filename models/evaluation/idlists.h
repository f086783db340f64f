// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace Gatescope {

/// Big ID lists by name: sets of the first eight characters of base64(SHA-256(unit ID)) (facts §1.10).
class IdLists
{
public:
    /// {"LIST":["hash8",…]}; the error names the list and the element.
    static Result<IdLists> fromJson(const JsonValue &value);

    bool isLoaded(std::string_view list) const;
    bool contains(std::string_view list, std::string_view hash8) const;
    /// Begins the list if it is not there.
    void add(std::string_view list, std::string hash8)
    {
        m_lists[std::string(list)].insert(std::move(hash8));
    }
    /// An empty list stays.
    void remove(std::string_view list, const std::string &hash8);
    /// Every list's name with its set of hashes.
    const auto &lists() const { return m_lists; }

private:
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };
    using Set = std::unordered_set<std::string, TextHash, std::equal_to<>>;
    std::unordered_map<std::string, Set, TextHash, std::equal_to<>> m_lists;
};

} // namespace Gatescope
