// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <deque>
#include <unordered_map>

namespace Gatescope {

/// The values of a table by name: of those with the same name the last. Names are not copied where the
/// document has them as they are.
class MemberIndex
{
public:
    MemberIndex() = default;
    explicit MemberIndex(const JsonValue &object);

    void reserve(std::size_t count) { m_values.reserve(count); }
    void add(std::string name, const JsonValue &value);
    JsonValue find(std::string_view name) const;
    bool contains(std::string_view name) const { return m_values.contains(name); }

private:
    std::unordered_map<std::string_view, JsonValue> m_values;
    std::deque<std::string> m_names; ///< those that had to be copied
};

} // namespace Gatescope
