// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "typedtext.h"

#include <models/json/jsondocument.h>

#include <QCoreApplication>
#include <QStringList>

namespace Gatescope {

namespace {

QString valueTypeTr(const char *text)
{
    return QCoreApplication::translate("Gatescope::ValueType", text);
}

std::optional<QByteArray> jsonIf(const QString &text, bool (JsonValue::*isKind)() const)
{
    const QByteArray json = text.trimmed().toUtf8();
    const auto document = JsonDocument::parse(json);
    if (!document || !((*document)->root().*isKind)())
        return std::nullopt;
    const std::string_view source = (*document)->source(); // a byte order mark is none of it
    return QByteArray(source.data(), qsizetype(source.size()));
}

QByteArray listOfWords(const QString &text)
{
    QByteArrayList items;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts))
        items << jsonQuoted(word.trimmed());
    return '[' + items.join(',') + ']';
}

} // namespace

QString valueTypeName(ValueType type)
{
    switch (type) {
    case ValueType::Text:
        return valueTypeTr(QT_TRANSLATE_NOOP("Gatescope::ValueType", "text"));
    case ValueType::Number:
        return valueTypeTr(QT_TRANSLATE_NOOP("Gatescope::ValueType", "number"));
    case ValueType::Boolean:
        return valueTypeTr(QT_TRANSLATE_NOOP("Gatescope::ValueType", "boolean"));
    case ValueType::List:
        return valueTypeTr(QT_TRANSLATE_NOOP("Gatescope::ValueType", "list"));
    case ValueType::Json:
        return valueTypeTr(QT_TRANSLATE_NOOP("Gatescope::ValueType", "JSON"));
    }
    Q_UNREACHABLE();
}

TypedText typedTextFromJson(const QByteArray &json)
{
    const QString raw = QString::fromUtf8(json);
    const auto document = JsonDocument::parse(json);
    if (!document)
        return {ValueType::Json, raw};
    const JsonValue root = (*document)->root();
    if (root.isString())
        return {ValueType::Text, root.toString()};
    if (root.isNumber())
        return {ValueType::Number, raw.trimmed()};
    if (root.isBool())
        return {ValueType::Boolean, raw.trimmed()};
    return {root.isArray() ? ValueType::List : ValueType::Json, raw.trimmed()};
}

std::optional<QByteArray> typedTextToJson(const TypedText &value)
{
    const QString trimmed = value.text.trimmed();
    switch (value.type) {
    case ValueType::Text:
        return jsonQuoted(value.text);
    case ValueType::Number:
        return jsonIf(trimmed, &JsonValue::isNumber);
    case ValueType::Boolean:
        return jsonIf(trimmed.toLower(), &JsonValue::isBool);
    case ValueType::List:
        return trimmed.startsWith(u'[') ? jsonIf(trimmed, &JsonValue::isArray)
                                        : std::optional(listOfWords(trimmed));
    case ValueType::Json:
        return jsonIf(trimmed, &JsonValue::isValid);
    }
    Q_UNREACHABLE();
}

} // namespace Gatescope
