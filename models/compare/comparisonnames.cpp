// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparisonnames.h"

namespace Gatescope {

std::string_view jsonName(ComparedType value)
{
    static constexpr std::array<std::string_view, 3> names {"initialize", "specs", "json"};
    return names[std::size_t(value)];
}

std::string_view jsonName(ComparedKind value)
{
    static constexpr std::array<std::string_view, comparedKinds.size()> names {"gate", "segment", "holdout",
        "dynamic_config", "experiment", "autotune", "layer", "param_store", "bandit", "config_mapping",
        "other"};
    return names[std::size_t(value)];
}

std::string_view jsonName(Change value)
{
    static constexpr std::array<std::string_view, 3> names {"changed", "added", "removed"};
    return names[std::size_t(value)];
}

} // namespace Gatescope
