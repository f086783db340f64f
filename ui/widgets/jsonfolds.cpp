// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonfolds.h"

namespace Gatescope {

JsonPlace::JsonPlace(const JsonValue &root, JsonValue value)
{
    for (; value.isValid() && value != root; value = value.parent())
        m_steps.push_back({value.hasKey() ? std::optional(value.keyUtf8()) : std::nullopt, value.row()});
}

JsonValue JsonPlace::in(const JsonValue &root) const
{
    JsonValue value = root;
    for (auto step = m_steps.rbegin(); step != m_steps.rend() && value.isValid(); ++step) {
        if (step->key)
            value = value.isObject() ? value.member(*step->key) : JsonValue();
        else
            value = value.isArray() ? value.at(step->row) : JsonValue();
    }
    return value;
}

} // namespace Gatescope
