// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/rulewords.h>

namespace Gatescope {

/// What the rule of that ID is called in a spec; the ID where it has none.
inline QString ruleNameIn(const Spec &spec, const QString &ruleId)
{
    const std::string id = ruleId.toStdString();
    for (const Rule &rule : spec.rules) {
        if (rule.id == id)
            return ruleTitle(rule);
    }
    return ruleId;
}

} // namespace Gatescope
