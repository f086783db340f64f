// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "compiledtarget.h"

#include "attributevalue.h"
#include "lowercase.h"
#include "numbertext.h"
#include "timestamptext.h"

#include <algorithm>
#include <cmath>

namespace Gatescope {

namespace {

using Kind = CompiledTarget::Kind;

std::string elementText(const JsonValue &value)
{
    return value.isString() ? value.toUtf8() : normalizedJson(value);
}

/// A text as the bucket it names, if a bucket's number prints exactly so.
std::optional<std::size_t> bucketOf(std::string_view text)
{
    const std::optional<qint64> number = strictInt64(text);
    if (!number || *number < 0 || *number > 999 || std::to_string(*number) != text)
        return std::nullopt;
    return std::size_t(*number);
}

void compileElements(CompiledTarget &target, const JsonValue &array)
{
    std::unordered_map<std::string, std::size_t> positions;
    positions.reserve(array.size());
    for (quint32 i = 0; i < array.size(); ++i) {
        CompiledTarget::Element element {elementText(array.at(i)), {}, i};
        element.lowerText = lowerCased(element.text);
        const auto [found, isNew] = positions.try_emplace(element.lowerText, target.elements.size());
        if (isNew)
            target.elements.push_back(std::move(element));
        else
            target.elements[found->second] = std::move(element);
    }
}

void compileMembers(CompiledTarget &target, const JsonValue &object)
{
    for (quint32 i = 0; i < object.size(); ++i) {
        const JsonValue member = object.at(i);
        std::optional<std::string> text;
        if (!member.isNull() && !member.isObject())
            text = member.isNumber() ? plainDecimal(member.toDouble()) : elementText(member);
        std::string key = member.keyUtf8();
        const auto same =
            std::ranges::find(target.members, key, [](const auto &entry) { return entry.first; });
        if (same != target.members.end() && target.members.size() < 64)
            same->second = std::move(text);
        else
            target.members.emplace_back(std::move(key), std::move(text));
    }
}

void compileValue(CompiledTarget &target, const JsonValue &value)
{
    switch (value.kind()) {
    case JsonValue::Kind::Null:
        target.kind = Kind::Null;
        break;
    case JsonValue::Kind::False:
    case JsonValue::Kind::True:
        target.kind = Kind::Bool;
        target.boolean = value.toBool();
        break;
    case JsonValue::Kind::Number:
        target.kind = Kind::Number;
        target.number = value.toDouble();
        break;
    case JsonValue::Kind::String:
        target.kind = Kind::String;
        target.text = value.toUtf8();
        target.number = strictDouble(target.text);
        target.time = timestampOfTarget(target.text);
        break;
    case JsonValue::Kind::Array:
        target.kind = Kind::Array;
        compileElements(target, value);
        break;
    case JsonValue::Kind::Object:
        target.kind = Kind::Object;
        compileMembers(target, value);
        break;
    }
    if (!target.time && target.number && !std::isnan(*target.number))
        target.time = integralValue(std::trunc(std::clamp(*target.number, -9.2e18, 9.2e18)));
}

void compileLowerTexts(CompiledTarget &target)
{
    target.lowerTexts.reserve(target.elements.size() + target.members.size());
    for (const CompiledTarget::Element &element : target.elements)
        target.lowerTexts.insert(element.lowerText);
    for (const auto &[key, text] : target.members)
        target.lowerTexts.insert(key);
}

void compileExactTexts(CompiledTarget &target)
{
    target.exactTexts.reserve(target.elements.size());
    for (const CompiledTarget::Element &element : target.elements)
        target.exactTexts.insert(element.text);
}

void compileBuckets(CompiledTarget &target)
{
    std::bitset<1000> &buckets = target.buckets.emplace();
    for (const std::string &text : target.lowerTexts) {
        if (const auto bucket = bucketOf(text))
            buckets.set(*bucket);
    }
}

} // namespace

std::shared_ptr<CompiledTarget> compileTarget(const Condition &condition)
{
    auto target = std::make_shared<CompiledTarget>();
    compileValue(*target, condition.target);
    switch (condition.op) {
    case Operator::Any:
    case Operator::NoneOf:
        compileLowerTexts(*target);
        if (condition.type == ConditionType::UserBucket)
            compileBuckets(*target);
        break;
    case Operator::AnyCaseSensitive:
    case Operator::NoneCaseSensitive:
    case Operator::ArrayContainsAny:
    case Operator::ArrayContainsNone:
    case Operator::ArrayContainsAll:
    case Operator::NotArrayContainsAll:
        compileExactTexts(*target);
        break;
    case Operator::StrMatches:
        if (target->kind == Kind::String)
            target->pattern.emplace(target->text);
        break;
    default:
        break;
    }
    return target;
}

} // namespace Gatescope
