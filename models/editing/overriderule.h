// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>

#include <optional>

namespace Gatescope {

/// A rule that gives the unit IDs it lists one group whatever the other rules say (facts §3.6):
/// "GROUP:userID:id_override", "GROUP:id_override", "pass:all:id_override", in layers "EXPERIMENT
/// GROUP:id_override".
struct OverrideRule
{
    std::size_t rule = 0;
    std::string idType; ///< "userID" written so
    std::string group; ///< what its ID begins with
    JsonValue ids; ///< the list
    bool anyCase = false; ///< IDs that differ in case alone are one

    /// Where an ID stands in the list: as the SDK would find it.
    std::vector<JsonValue> places(const QString &id) const;
};

/// None for rules of any other form.
std::optional<OverrideRule> overrideRule(const Project &project, const Spec &spec, std::size_t rule);
/// Those of a spec in order.
std::vector<OverrideRule> overrideRules(const Project &project, const Spec &spec);

/// "userid" is "userID" in any case (facts §3.7).
bool isSameIdType(std::string_view left, std::string_view right);

} // namespace Gatescope
