// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsondocument.h"

#include "jsonescapes.h"
#include "jsonnumber.h"
#include "utf8text.h"

namespace Gatescope {

bool JsonValue::toBool(bool fallback) const
{
    return isBool() ? kind() == Kind::True : fallback;
}

double JsonValue::toDouble(double fallback) const
{
    return isNumber() ? jsonNumberToDouble(rawText()) : fallback;
}

std::optional<qint64> JsonValue::toInt64() const
{
    return isNumber() ? jsonNumberToInt64(rawText()) : std::nullopt;
}

std::string_view JsonValue::utf8(std::string &scratch) const
{
    const std::string_view content = stringContent();
    if (!node().textEscaped)
        return content;
    scratch.clear();
    unescapeJson(content, scratch);
    return scratch;
}

std::string JsonValue::toUtf8() const
{
    std::string scratch;
    return std::string(utf8(scratch));
}

QString JsonValue::toString() const
{
    const std::string_view content = stringContent();
    return node().textEscaped ? unescapedJson(content) : utf8Text(content);
}

bool JsonValue::hasLoneSurrogate() const
{
    return node().loneSurrogate;
}

JsonValue JsonValue::parent() const
{
    const Id id = node().parent;
    return id == JsonDocument::noId ? JsonValue() : JsonValue(m_document, id);
}

quint32 JsonValue::row() const
{
    const JsonValue siblings = parent();
    return siblings.isValid() ? m_id - siblings.container().firstChild : 0;
}

std::string_view JsonValue::rawKey() const
{
    const std::string_view content = keyContent();
    return hasKey() ? std::string_view(content.data() - 1, content.size() + 2) : content;
}

std::string_view JsonValue::keyUtf8(std::string &scratch) const
{
    const std::string_view content = keyContent();
    if (!node().keyEscaped)
        return content;
    scratch.clear();
    unescapeJson(content, scratch);
    return scratch;
}

std::string JsonValue::keyUtf8() const
{
    std::string scratch;
    return std::string(keyUtf8(scratch));
}

QString JsonValue::key() const
{
    return unescapedJson(keyContent());
}

JsonValue JsonValue::member(std::string_view key) const
{
    std::string scratch;
    for (quint32 i = isObject() ? size() : 0; i-- > 0;) {
        const JsonValue value(m_document, container().firstChild + i);
        if (value.node().keyEscaped ? value.keyUtf8(scratch) == key
                                    : value.node().keyLength == key.size() && value.keyContent() == key)
            return value;
    }
    return {};
}

} // namespace Gatescope
