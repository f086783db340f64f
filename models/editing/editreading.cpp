// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editreading.h"

#include <models/json/utf8text.h>

#include <algorithm>

namespace Gatescope {

RuleRef ruleRef(const Spec &spec, std::size_t rule)
{
    const std::string_view id = spec.rules[rule].id;
    const auto end = spec.rules.begin() + std::ptrdiff_t(rule);
    return {{spec.table, utf8Text(spec.name)}, utf8Text(id),
        int(std::ranges::count(spec.rules.begin(), end, id, &Rule::id))};
}

} // namespace Gatescope
