// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "differencelist.h"
#include "specsside.h"

namespace Gatescope {

/// Compares the rules of one spec: matched by ID, their conditions by what they say.
class RuleComparer
{
public:
    RuleComparer(const SpecsSide &left, const SpecsSide &right, SpecTable table, std::string_view spec,
        DifferenceList &list)
        : m_left(left)
        , m_right(right)
        , m_table(table)
        , m_spec(spec)
        , m_list(list)
    { }

    void compare(const JsonValue &lefts, const JsonValue &rights);

private:
    using Conditions = std::vector<JsonValue>;
    using Rules = std::vector<JsonValue>;

    void compareRule(const JsonValue &left, const JsonValue &right);
    void compareOutcome(const JsonValue &left, const JsonValue &right);
    void addOrder(
        const JsonValue &lefts, const JsonValue &rights, const Rules &leftOrder, const Rules &rightOrder);
    void compareConditions(const JsonValue &left, const JsonValue &right);
    void compareAlike(const JsonValue &left, const JsonValue &right);
    void addCondition(const JsonValue &left, const JsonValue &right);

    const SpecsSide &m_left;
    const SpecsSide &m_right;
    SpecTable m_table;
    std::string_view m_spec;
    DifferenceList &m_list;
};

/// As compare(), but a null is the same as nothing, as the SDKs read them.
void compareOptional(
    DifferenceList &list, ComparedField field, const JsonValue &left, const JsonValue &right);

} // namespace Gatescope
