// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "privatevalues.h"

#include <models/json/jsonrewrite.h>

#include <vector>

namespace Gatescope {

namespace {

constexpr std::string_view tableName = "privateAttributes";

/// The tables of private attributes in a document; not what is within them.
std::vector<JsonValue> privateTables(const JsonValue &root)
{
    std::vector<JsonValue> tables;
    std::vector<JsonValue> open {root};
    std::string scratch;
    while (!open.empty()) {
        const JsonValue value = open.back();
        open.pop_back();
        if (value.hasKey() && !value.isNull() && value.keyUtf8(scratch) == tableName) {
            tables.push_back(value);
            continue;
        }
        for (quint32 i = 0; i < value.size(); ++i)
            open.push_back(value.at(i));
    }
    return tables;
}

std::vector<JsonValue> tablesIn(const QByteArray &json, JsonDocumentPtr &document)
{
    // Most bodies have none: those are not parsed. A key may be written with escapes.
    if (!json.contains(tableName.data()) && !json.contains("\\u"))
        return {};
    const auto parsed = JsonDocument::parse(json);
    if (!parsed)
        return {};
    document = *parsed;
    return privateTables(document->root());
}

} // namespace

QByteArray withoutPrivateValues(const QByteArray &json)
{
    JsonDocumentPtr document;
    const std::vector<JsonValue> tables = tablesIn(json, document);
    if (tables.empty())
        return json;
    JsonRewrite rewrite(document);
    for (const JsonValue &table : tables) {
        if (!table.isObject())
            rewrite.replace(table, "\"<private>\"");
        for (quint32 i = 0; i < table.size() && table.isObject(); ++i)
            rewrite.replace(
                table.at(i), jsonQuoted(QString(QStringLiteral("<private: ") + table.at(i).key() + u'>')));
    }
    return rewrite.text();
}

bool hasPrivateValues(const QByteArray &json)
{
    JsonDocumentPtr document;
    for (const JsonValue &table : tablesIn(json, document)) {
        if (table.size() > 0 || !table.isObject())
            return true;
    }
    return false;
}

} // namespace Gatescope
