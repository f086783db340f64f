// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "project.h"
#include "searchpattern.h"

#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace Gatescope {

/// The target value of a condition, parsed once for its operator (facts §4).
struct CompiledTarget
{
    enum class Kind { Null, Bool, Number, String, Array, Object };

    struct Element
    {
        std::string text;
        std::string lowerText;
        std::uint32_t index = 0; ///< in the array as written
    };
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };
    using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;

    static constexpr std::uint32_t noGate = std::numeric_limits<std::uint32_t>::max();

    Kind kind = Kind::Null;
    bool boolean = false;
    std::optional<double> number; ///< of numbers and numeric texts
    std::optional<qint64> time;
    std::string text; ///< of a string
    /// Of an array: one for each lower-case form, the last as written, as CORE keeps them.
    std::vector<Element> elements;
    std::vector<std::pair<std::string, std::optional<std::string>>> members; ///< of an object
    TextSet lowerTexts; ///< what any/none look in: lower-cased elements, or an object's keys
    TextSet exactTexts; ///< elements as written
    /// The elements are bucket numbers, so that user_bucket needs no text.
    std::optional<std::bitset<1000>> buckets;
    std::optional<SearchPattern> pattern; ///< str_matches
    std::uint32_t gate = noGate; ///< pass_gate and fail_gate: into Project::specs()
};

/// `condition` must have its type, operator and target.
std::shared_ptr<CompiledTarget> compileTarget(const Condition &condition);

} // namespace Gatescope
