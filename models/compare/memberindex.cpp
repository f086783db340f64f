// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "memberindex.h"

namespace Gatescope {

MemberIndex::MemberIndex(const JsonValue &object)
{
    m_values.reserve(object.isObject() ? object.size() : 0);
    std::string scratch;
    for (quint32 i = 0; object.isObject() && i < object.size(); ++i) {
        const JsonValue value = object.at(i);
        const std::string_view name = value.keyUtf8(scratch);
        if (name.data() == scratch.data())
            add(std::string(name), value);
        else
            m_values.insert_or_assign(name, value);
    }
}

void MemberIndex::add(std::string name, const JsonValue &value)
{
    if (const auto known = m_values.find(name); known != m_values.end())
        known->second = value;
    else
        m_values.emplace(m_names.emplace_back(std::move(name)), value);
}

JsonValue MemberIndex::find(std::string_view name) const
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? JsonValue() : found->second;
}

} // namespace Gatescope
