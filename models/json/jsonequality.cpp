// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsondocument.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace Gatescope {

namespace {

using JsonPair = std::pair<JsonValue, JsonValue>;

bool equalNumbers(const JsonValue &left, const JsonValue &right)
{
    const double a = left.toDouble();
    const double b = right.toDouble();
    return (std::isfinite(a) && std::isfinite(b) && a == b) || left.rawText() == right.rawText();
}

bool equalScalars(const JsonValue &left, const JsonValue &right)
{
    if (left.isNumber())
        return equalNumbers(left, right);
    std::string leftScratch;
    std::string rightScratch;
    return left.utf8(leftScratch) == right.utf8(rightScratch);
}

struct NamedValue
{
    std::string name;
    JsonValue value;
};

/// By name; of duplicates the last.
std::vector<NamedValue> sortedMembers(const JsonValue &object)
{
    std::vector<NamedValue> members;
    members.reserve(object.size());
    for (quint32 i = object.size(); i-- > 0;)
        members.push_back({object.at(i).keyUtf8(), object.at(i)});
    std::ranges::stable_sort(members, {}, &NamedValue::name);
    const auto repeated = std::ranges::unique(members, {}, &NamedValue::name);
    members.erase(repeated.begin(), repeated.end());
    return members;
}

bool pairMembers(const JsonValue &left, const JsonValue &right, std::vector<JsonPair> &pairs)
{
    const auto leftMembers = sortedMembers(left);
    const auto rightMembers = sortedMembers(right);
    if (!std::ranges::equal(leftMembers, rightMembers, {}, &NamedValue::name, &NamedValue::name))
        return false;
    for (size_t i = 0; i < leftMembers.size(); ++i)
        pairs.emplace_back(leftMembers[i].value, rightMembers[i].value);
    return true;
}

bool pairElements(const JsonValue &left, const JsonValue &right, std::vector<JsonPair> &pairs)
{
    if (left.size() != right.size())
        return false;
    for (quint32 i = 0; i < left.size(); ++i)
        pairs.emplace_back(left.at(i), right.at(i));
    return true;
}

} // namespace

bool jsonEquals(const JsonValue &left, const JsonValue &right)
{
    std::vector<JsonPair> pairs {{left, right}};
    while (!pairs.empty()) {
        const auto [a, b] = pairs.back();
        pairs.pop_back();
        if (a == b)
            continue;
        if (a.isValid() != b.isValid() || a.kind() != b.kind())
            return false;
        const bool equal = a.isObject() ? pairMembers(a, b, pairs)
            : a.isArray()               ? pairElements(a, b, pairs)
                                        : equalScalars(a, b);
        if (!equal)
            return false;
    }
    return true;
}

} // namespace Gatescope
