// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "attributevalue.h"

#include "lowercase.h"
#include "numbertext.h"
#include "timestamptext.h"

#include <cmath>

namespace Gatescope {

namespace {

void appendEscaped(std::string &out, std::string_view text)
{
    static constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out.append("\\u00").append(1, hex[std::size_t(c >> 4)]).append(1, hex[std::size_t(c & 15)]);
            else
                out += c;
        }
    }
    out += '"';
}

/// As SDKs get it: half a surrogate pair is U+FFFD.
std::string soundText(std::string text)
{
    for (std::size_t at = text.find('\xed'); at != std::string::npos; at = text.find('\xed', at + 1)) {
        if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xa0)
            text.replace(at, 3, "\xef\xbf\xbd");
    }
    return text;
}

/// As the SDK takes numbers over from JavaScript: as an integer where 32 bits hold it.
std::string userNumber(const JsonValue &value)
{
    const double number = value.toDouble();
    if (std::trunc(number) == number && number >= -2147483648.0 && number <= 4294967295.0)
        return std::to_string(qint64(number));
    return normalizedJsonFloat(number);
}

enum class Origin { Specs, User };

/// Recursive: a document's depth is limited by JsonLimits.
void appendNormalized(std::string &out, const JsonValue &value, Origin origin)
{
    switch (value.kind()) {
    case JsonValue::Kind::Number:
        out += origin == Origin::User ? userNumber(value) : normalizedJsonNumber(value.rawText());
        return;
    case JsonValue::Kind::String:
        appendEscaped(out, soundText(value.toUtf8()));
        return;
    case JsonValue::Kind::Null:
    case JsonValue::Kind::False:
    case JsonValue::Kind::True:
        out += value.rawText();
        return;
    case JsonValue::Kind::Array:
    case JsonValue::Kind::Object:
        break;
    }
    out += value.isArray() ? '[' : '{';
    for (quint32 i = 0; i < value.size(); ++i) {
        const JsonValue child = value.at(i);
        if (i > 0)
            out += ',';
        if (value.isObject()) {
            appendEscaped(out, soundText(child.keyUtf8()));
            out += ':';
        }
        appendNormalized(out, child, origin);
    }
    out += value.isArray() ? ']' : '}';
}

/// The text a value is compared by; none for null and objects.
std::optional<std::string> comparableText(const JsonValue &value)
{
    switch (value.kind()) {
    case JsonValue::Kind::Null:
    case JsonValue::Kind::Object:
        return std::nullopt;
    case JsonValue::Kind::False:
        return "false";
    case JsonValue::Kind::True:
        return "true";
    case JsonValue::Kind::Number:
        return plainDecimal(value.toDouble());
    case JsonValue::Kind::String:
        return soundText(value.toUtf8());
    case JsonValue::Kind::Array:
        break;
    }
    std::string text;
    appendNormalized(text, value, Origin::User);
    return text;
}

} // namespace

std::string normalizedJson(const JsonValue &value)
{
    std::string text;
    appendNormalized(text, value, Origin::Specs);
    return text;
}

AttributeValue AttributeValue::fromJson(const JsonValue &value)
{
    AttributeValue result;
    result.isNull = value.kind() == JsonValue::Kind::Null;
    if (value.isString())
        return fromText(soundText(value.toUtf8()));
    if (value.isBool())
        result.boolean = value.toBool();
    if (value.isNumber()) {
        result.number = value.toDouble();
        result.integer = integralValue(*result.number);
    }
    if (value.isArray()) {
        auto &elements = result.elements.emplace();
        for (quint32 i = 0; i < value.size(); ++i)
            elements.push_back(comparableText(value.at(i)));
    }
    if (value.isObject()) {
        auto &members = result.members.emplace();
        for (quint32 i = 0; i < value.size(); ++i)
            members.emplace_back(value.at(i).keyUtf8(), comparableText(value.at(i)));
    }
    if (auto text = comparableText(value))
        result.setText(std::move(*text));
    return result;
}

AttributeValue AttributeValue::fromText(std::string text)
{
    AttributeValue result;
    result.isNull = false;
    result.number = strictDouble(text);
    result.integer = strictInt64(text);
    result.time = timestampOfText(text);
    result.setText(std::move(text));
    return result;
}

AttributeValue AttributeValue::fromNumber(double number)
{
    AttributeValue result;
    result.isNull = false;
    result.number = number;
    result.integer = integralValue(number);
    result.setText(plainDecimal(number));
    return result;
}

AttributeValue AttributeValue::fromTime(qint64 milliseconds)
{
    AttributeValue result;
    result.integer = milliseconds;
    return result;
}

void AttributeValue::setText(std::string value)
{
    lower = FoldedText(lowerCased(value));
    text = std::move(value);
}

} // namespace Gatescope
