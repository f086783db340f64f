// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "valuereading.h"

#include <models/evaluation/targetwords.h>
#include <models/items/exchangewords.h>
#include <models/items/jsontreemodel.h>
#include <models/json/valueforms.h>

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Gatescope {

namespace {

class ReadingWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ReadingWords)
};

using Look = ValueForm::Look;

QString textWords(const ValueForms &forms)
{
    const auto beginsCharacter = [](char c) { return (uchar(c) & 0xc0) != 0x80; };
    const auto characters = std::ranges::count_if(forms.text, beginsCharacter);
    const QString text = characters == 1
        ? ReadingWords::tr("Text of 1 character")
        : ReadingWords::tr("Text of %1 characters").arg(QLocale().toString(qlonglong(characters)));
    if (forms.json)
        return ReadingWords::tr("%1 that holds JSON").arg(text);
    return forms.base64 ? ReadingWords::tr("%1 that reads as Base64 of %2")
                              .arg(text, byteCountText(forms.base64->bytes.size()))
                        : text;
}

QString whatItIs(const JsonValue &value, const ValueForms &forms)
{
    const QString size = byteCountText(qint64(value.rawText().size()));
    switch (value.kind()) {
    case JsonValue::Kind::String:
        return textWords(forms);
    case JsonValue::Kind::Object:
        return ReadingWords::tr("Object of %1, %2").arg(jsonValueLine(value), size);
    case JsonValue::Kind::Array:
        return ReadingWords::tr("List of %1, %2").arg(jsonValueLine(value), size);
    case JsonValue::Kind::Number:
        return ReadingWords::tr("Number");
    case JsonValue::Kind::True:
    case JsonValue::Kind::False:
        return ReadingWords::tr("Boolean");
    case JsonValue::Kind::Null:
        return ReadingWords::tr("Null, no value");
    }
    return {};
}

QString momentRemark(ValueMoment::Unit unit)
{
    switch (unit) {
    case ValueMoment::Unit::Seconds:
        return ReadingWords::tr("if it counts seconds since 1970");
    case ValueMoment::Unit::Milliseconds:
        return ReadingWords::tr("if it counts milliseconds since 1970");
    case ValueMoment::Unit::Written:
        return {};
    }
    return {};
}

ValueForm tree(const QString &name, const JsonDocumentPtr &document, const JsonValue &root)
{
    return {.name = name,
        .look = Look::Tree,
        .document = document,
        .root = root,
        .suffix = QStringLiteral("json")};
}

ValueForm ownText(const JsonValue &value, const QByteArray &text)
{
    const bool isProse = value.isString();
    return {.name = ReadingWords::tr("Text"),
        .look = isProse ? Look::Prose : Look::Json,
        .text = text,
        .suffix = isProse ? QStringLiteral("txt") : QStringLiteral("json")};
}

ValueForm inBase64(const Base64Content &content)
{
    if (content.json)
        return tree(ReadingWords::tr("JSON in Base64"), content.json, content.json->root());
    if (content.isText)
        return {.name = ReadingWords::tr("Text in Base64"),
            .look = Look::Prose,
            .text = content.bytes,
            .suffix = QStringLiteral("txt")};
    return {.name = ReadingWords::tr("Bytes in Base64"),
        .look = Look::Bytes,
        .text = hexDump(content.bytes),
        .bytes = content.bytes,
        .suffix = QStringLiteral("bin")};
}

} // namespace

ValueReading readValue(const JsonDocumentPtr &document, const JsonValue &value)
{
    const ValueForms forms = valueForms(value);
    ValueReading reading {.what = whatItIs(value, forms), .moment = {}, .momentRemark = {}, .forms = {}};
    if (forms.moment) {
        reading.moment = exactMomentText(forms.moment->milliseconds);
        reading.momentRemark = momentRemark(forms.moment->unit);
    }
    if (value.isContainer())
        reading.forms.push_back(tree(ReadingWords::tr("Tree"), document, value));
    if (forms.json)
        reading.forms.push_back(tree(ReadingWords::tr("JSON"), forms.json, forms.json->root()));
    reading.forms.push_back(ownText(value, forms.text));
    if (forms.base64)
        reading.forms.push_back(inBase64(*forms.base64));
    return reading;
}

QString copiedText(const ValueForm &form)
{
    return form.look == Look::Tree ? jsonPlainText(form.root) : QString::fromUtf8(form.text);
}

QByteArray savedBytes(const ValueForm &form)
{
    if (form.look == Look::Bytes)
        return form.bytes;
    const std::string_view raw = form.root.rawText();
    return form.look == Look::Tree ? QByteArray(raw.data(), qsizetype(raw.size())) : form.text;
}

} // namespace Gatescope
