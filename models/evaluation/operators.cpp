// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "operators.h"

#include "lowercase.h"
#include "versiontext.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace Gatescope {

namespace {

using Kind = CompiledTarget::Kind;
using TargetElement = CompiledTarget::Element;

bool satisfiesNumber(Operator op, const AttributeValue &value, const CompiledTarget &target)
{
    if (!value.number || !target.number)
        return false;
    switch (op) {
    case Operator::Gt:
        return *value.number > *target.number;
    case Operator::Gte:
        return *value.number >= *target.number;
    case Operator::Lt:
        return *value.number < *target.number;
    default:
        return *value.number <= *target.number;
    }
}

bool satisfiesVersion(Operator op, const AttributeValue &value, const CompiledTarget &target)
{
    if (!value.text || target.kind != Kind::String)
        return false;
    const auto order = compareVersions(*value.text, target.text);
    if (!order)
        return false;
    switch (op) {
    case Operator::VersionGt:
        return *order > 0;
    case Operator::VersionGte:
        return *order >= 0;
    case Operator::VersionLt:
        return *order < 0;
    case Operator::VersionLte:
        return *order <= 0;
    case Operator::VersionEq:
        return *order == 0;
    default:
        return *order != 0;
    }
}

/// An absent value is compared as the empty text.
bool satisfiesText(Operator op, const AttributeValue &value, const CompiledTarget &target)
{
    const std::string &lower = value.lower.text;
    const std::string &text = value.text ? *value.text : lower;
    const auto anyElement = [&](auto &&holds) {
        return std::ranges::any_of(
            target.elements, [&](const TargetElement &element) { return holds(element.lowerText); });
    };
    switch (op) {
    case Operator::Any:
    case Operator::NoneOf:
        return (target.texts && target.texts->contains(value.lower)) == (op == Operator::Any);
    case Operator::AnyCaseSensitive:
    case Operator::NoneCaseSensitive:
        return (target.texts && target.texts->containsExactly(text, value.lower))
            == (op == Operator::AnyCaseSensitive);
    case Operator::StrStartsWithAny:
        return anyElement([&](const std::string &element) { return lower.starts_with(element); });
    case Operator::StrEndsWithAny:
        return anyElement([&](const std::string &element) { return lower.ends_with(element); });
    default:
        return anyElement([&](const std::string &element) {
            return lower.find(element) != std::string::npos;
        }) == (op == Operator::StrContainsAny);
    }
}

/// Times a person would write in seconds are taken as seconds.
qint64 inMilliseconds(qint64 time)
{
    constexpr qint64 limit = 10'000'000'000;
    return time > -limit && time < limit ? time * 1000 : time;
}

/// As CORE counts days: towards zero, so that the last day before 1970 and its first are one.
qint64 utcDay(qint64 milliseconds)
{
    return milliseconds / 86'400'000;
}

bool satisfiesTime(Operator op, const AttributeValue &value, const CompiledTarget &target)
{
    const std::optional<qint64> time = value.time ? value.time : value.integer;
    if (!time || !target.time)
        return false;
    const qint64 milliseconds = inMilliseconds(*time);
    switch (op) {
    case Operator::Before:
        return milliseconds < *target.time;
    case Operator::After:
        return milliseconds > *target.time;
    default:
        return utcDay(milliseconds) == utcDay(*target.time);
    }
}

bool equalsElements(const AttributeValue &value, const CompiledTarget &target)
{
    if (!value.elements || value.elements->size() != target.elements.size())
        return false;
    return std::ranges::all_of(target.elements, [&](const TargetElement &element) {
        return element.index < value.elements->size() && (*value.elements)[element.index] == element.text;
    });
}

bool equalsMembers(const AttributeValue &value, const CompiledTarget &target)
{
    if (!value.members || value.members->size() != target.members.size())
        return false;
    std::unordered_map<std::string_view, const std::optional<std::string> *> texts;
    for (const auto &[key, text] : *value.members)
        texts.try_emplace(key, &text);
    return std::ranges::all_of(target.members, [&](const auto &member) {
        const auto found = texts.find(member.first);
        return found != texts.end() && *found->second && *found->second == member.second;
    });
}

bool equalsTarget(const AttributeValue &value, const CompiledTarget &target)
{
    switch (target.kind) {
    case Kind::Null:
        return value.isNull;
    case Kind::Bool:
        return value.boolean == target.boolean;
    case Kind::Number:
        return value.number && value.number == target.number;
    case Kind::String:
        return value.text == target.text;
    case Kind::Array:
        return equalsElements(value, target);
    case Kind::Object:
        break;
    }
    return equalsMembers(value, target);
}

/// A null or an object in a user's array is equal to no target, not even to the empty text.
bool containsAny(const AttributeValue &value, const CompiledTarget &target)
{
    return std::ranges::any_of(*value.elements, [&](const auto &element) {
        return element && target.texts->containsExactly(*element, FoldedText(lowerCased(*element)));
    });
}

bool containsAll(const AttributeValue &value, const CompiledTarget &target)
{
    std::unordered_set<std::string_view> present;
    for (const auto &element : *value.elements) {
        if (element)
            present.insert(*element);
    }
    return std::ranges::all_of(
        target.elements, [&](const TargetElement &element) { return present.contains(element.text); });
}

bool satisfiesArray(Operator op, const AttributeValue &value, const CompiledTarget &target)
{
    if (!value.elements || target.kind != Kind::Array)
        return false;
    switch (op) {
    case Operator::ArrayContainsAny:
        return containsAny(value, target);
    case Operator::ArrayContainsNone:
        return !containsAny(value, target);
    case Operator::ArrayContainsAll:
        return containsAll(value, target);
    default:
        return !containsAll(value, target);
    }
}

Truth satisfiesPattern(const AttributeValue &value, const CompiledTarget &target)
{
    if (!value.text || !target.pattern)
        return Truth::False;
    const std::optional<bool> matches = target.pattern->matches(*value.text);
    return matches ? truthOf(*matches) : Truth::Unknown;
}

} // namespace

Truth satisfies(Operator op, const AttributeValue &value, const CompiledTarget &target)
{
    switch (op) {
    case Operator::Gt:
    case Operator::Gte:
    case Operator::Lt:
    case Operator::Lte:
        return truthOf(satisfiesNumber(op, value, target));
    case Operator::VersionGt:
    case Operator::VersionGte:
    case Operator::VersionLt:
    case Operator::VersionLte:
    case Operator::VersionEq:
    case Operator::VersionNeq:
        return truthOf(satisfiesVersion(op, value, target));
    case Operator::Any:
    case Operator::NoneOf:
    case Operator::AnyCaseSensitive:
    case Operator::NoneCaseSensitive:
    case Operator::StrStartsWithAny:
    case Operator::StrEndsWithAny:
    case Operator::StrContainsAny:
    case Operator::StrContainsNone:
        return truthOf(satisfiesText(op, value, target));
    case Operator::StrMatches:
        return satisfiesPattern(value, target);
    case Operator::Eq:
        return truthOf(equalsTarget(value, target));
    case Operator::Neq:
        return truthOf(!equalsTarget(value, target));
    case Operator::Before:
    case Operator::After:
    case Operator::On:
        return truthOf(satisfiesTime(op, value, target));
    case Operator::ArrayContainsAny:
    case Operator::ArrayContainsNone:
    case Operator::ArrayContainsAll:
    case Operator::NotArrayContainsAll:
        return truthOf(satisfiesArray(op, value, target));
    case Operator::InSegmentList:
    case Operator::NotInSegmentList:
    case Operator::None:
    case Operator::Other:
        break;
    }
    return Truth::Unknown;
}

} // namespace Gatescope
