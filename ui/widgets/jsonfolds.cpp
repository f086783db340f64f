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
    for (auto step = m_steps.rbegin(); step != m_steps.rend() && value.isValid(); ++step)
        value = step->in(value);
    return value;
}

/// Where a key stood before is where it is most often.
JsonValue JsonPlace::Step::in(const JsonValue &parent) const
{
    if (!key)
        return parent.isArray() ? parent.at(row) : JsonValue();
    if (!parent.isObject())
        return {};
    const JsonValue there = parent.at(row);
    return there.hasKey() && there.keyUtf8() == *key ? there : parent.member(*key);
}

} // namespace Gatescope
