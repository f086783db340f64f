// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "compiledtarget.h"

#include "attributevalue.h"
#include "lowercase.h"
#include "numbertext.h"
#include "timestamptext.h"

#include <algorithm>

namespace Gatescope {

namespace {

using Kind = CompiledTarget::Kind;

/// A text as the bucket it names, if a bucket's number prints exactly so.
std::optional<std::size_t> bucketOf(std::string_view text)
{
    constexpr std::size_t mostDigits = 3;
    if (text.empty() || text.size() > mostDigits || (text.front() == '0' && text.size() > 1))
        return std::nullopt;
    std::size_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + std::size_t(c - '0');
    }
    return number;
}

void compileElements(CompiledTarget &target, const JsonValue &array)
{
    std::unordered_map<std::string, std::size_t> positions;
    positions.reserve(array.size());
    for (quint32 i = 0; i < array.size(); ++i) {
        CompiledTarget::Element element {listedText(array.at(i)), {}, i};
        element.lowerText = lowerCased(element.text);
        const auto [found, isNew] = positions.try_emplace(element.lowerText, target.elements.size());
        if (isNew)
            target.elements.push_back(std::move(element));
        else
            target.elements[found->second] = std::move(element);
    }
}

/// Of members with the same name the last.
void compileMembers(CompiledTarget &target, const JsonValue &object)
{
    std::unordered_map<std::string, std::size_t> positions;
    positions.reserve(object.size());
    for (quint32 i = 0; i < object.size(); ++i) {
        const JsonValue member = object.at(i);
        std::optional<std::string> text;
        if (!member.isNull() && !member.isObject())
            text = listedText(member);
        std::string key = member.keyUtf8();
        const auto [found, isNew] = positions.try_emplace(key, target.members.size());
        if (isNew)
            target.members.emplace_back(std::move(key), std::move(text));
        else
            target.members[found->second].second = std::move(text);
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
        break;
    case JsonValue::Kind::Object:
        target.kind = Kind::Object;
        break;
    }
    if (!target.time && target.number)
        target.time = saturatedInteger(*target.number);
}

void compileBuckets(CompiledTarget &target, const JsonValue &list)
{
    auto buckets = std::make_unique<std::bitset<1000>>();
    std::string scratch;
    for (quint32 i = 0; i < list.size(); ++i) {
        const JsonValue element = list.at(i);
        if (const auto bucket = bucketOf(list.isObject() ? element.keyUtf8(scratch)
                    : element.isString()                 ? element.utf8(scratch)
                                                         : element.rawText()))
            buckets->set(*bucket);
    }
    target.buckets = std::move(buckets);
}

void compileList(CompiledTarget &target, const Condition &condition)
{
    const bool isArray = target.kind == Kind::Array;
    switch (condition.op) {
    case Operator::Any:
    case Operator::NoneOf:
        if (condition.type == ConditionType::UserBucket)
            compileBuckets(target, condition.target);
        else
            target.texts = std::make_unique<TextSet>(condition.target);
        break;
    case Operator::AnyCaseSensitive:
    case Operator::NoneCaseSensitive:
        if (isArray)
            target.texts = std::make_unique<TextSet>(condition.target);
        break;
    case Operator::ArrayContainsAny:
    case Operator::ArrayContainsNone:
        target.texts = std::make_unique<TextSet>(condition.target);
        break;
    case Operator::Eq:
    case Operator::Neq:
        if (!isArray) {
            compileMembers(target, condition.target);
            break;
        }
        [[fallthrough]];
    default:
        if (isArray)
            compileElements(target, condition.target);
    }
}

} // namespace

std::shared_ptr<CompiledTarget> compileTarget(const Condition &condition)
{
    auto target = std::make_shared<CompiledTarget>();
    compileValue(*target, condition.target);
    if (condition.target.isContainer())
        compileList(*target, condition);
    if (condition.op == Operator::StrMatches && target->kind == Kind::String)
        target->pattern.emplace(target->text);
    return target;
}

} // namespace Gatescope
