// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "project.h"
#include "searchpattern.h"
#include "textset.h"

#include <bitset>
#include <memory>
#include <optional>
#include <string>
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
    static constexpr std::uint32_t noGate = std::numeric_limits<std::uint32_t>::max();

    Kind kind = Kind::Null;
    bool boolean = false;
    std::optional<double> number; ///< of numbers and numeric texts
    std::optional<qint64> time;
    std::string text; ///< of a string
    /// For operators that look at every element of an array: one for each lower-case form, the last as
    /// written, as CORE keeps them.
    std::vector<Element> elements;
    std::vector<std::pair<std::string, std::optional<std::string>>> members; ///< of an object, for eq and neq
    std::unique_ptr<const TextSet> texts; ///< for operators that look a text up: an array's or object's
    /// For any and none of user_bucket, in place of texts: the numbers listed.
    std::unique_ptr<const std::bitset<1000>> buckets;
    std::optional<SearchPattern> pattern; ///< str_matches
    std::uint32_t gate = noGate; ///< pass_gate and fail_gate: into Project::specs()
    /// pass_gate and fail_gate: the same for all that ask the same name, known or not; noGate without a name.
    std::uint32_t gateNumber = noGate;
    bool asksSegment = false; ///< pass_gate and fail_gate: a segment, which nobody is exposed to
};

/// `condition` must have its type, operator and target.
std::shared_ptr<CompiledTarget> compileTarget(const Condition &condition);

} // namespace Gatescope
