// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>

namespace Gatescope {

/// What a form calls the type of a JSON value. Json: whatever else it is (an object, null).
enum class ValueType { Text, Number, Boolean, List, Json };
inline constexpr std::array valueTypes {
    ValueType::Text, ValueType::Number, ValueType::Boolean, ValueType::List, ValueType::Json};

/// The word for people: "text", "number".
QString valueTypeName(ValueType type);

/// A JSON value as a form shows it.
struct TypedText
{
    ValueType type = ValueType::Text;
    QString text; ///< strings unescaped; of the others the JSON text as written
    bool operator==(const TypedText &) const = default;
};

/// Reads a JSON value; text that is no JSON becomes ValueType::Json as it stands.
TypedText typedTextFromJson(const QByteArray &json);

/// The JSON of what was typed, or nothing if the text is not of the type. A number keeps its text; a list may
/// be typed as JSON or as words with commas between them.
std::optional<QByteArray> typedTextToJson(const TypedText &value);

} // namespace Gatescope
