// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsondocument.h"

#include "jsonescapes.h"
#include "jsonnumber.h"

namespace Gatescope {

const JsonDocument::Node &JsonValue::node() const
{
    static constexpr JsonDocument::Node missing {JsonDocument::noId, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    return isValid() ? m_document->m_nodes[m_id] : missing;
}

JsonValue::Kind JsonValue::kind() const
{
    return Kind(node().kind);
}

std::string_view JsonValue::rawText() const
{
    return isValid() ? m_document->source().substr(node().valueOffset, node().valueLength)
                     : std::string_view();
}

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

std::string_view JsonValue::stringContent() const
{
    const std::string_view raw = rawText();
    return isString() ? raw.substr(1, raw.size() - 2) : std::string_view();
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
    return node().textEscaped ? unescapedJson(content)
                              : QString::fromUtf8(content.data(), qsizetype(content.size()));
}

bool JsonValue::hasLoneSurrogate() const
{
    return node().loneSurrogate;
}

quint32 JsonValue::size() const
{
    return node().childCount;
}

JsonValue JsonValue::at(quint32 index) const
{
    return index < size() ? JsonValue(m_document, node().firstChild + index) : JsonValue();
}

JsonValue JsonValue::parent() const
{
    const Id id = node().parent;
    return id == JsonDocument::noId ? JsonValue() : JsonValue(m_document, id);
}

quint32 JsonValue::row() const
{
    const JsonValue container = parent();
    return container.isValid() ? m_id - container.node().firstChild : 0;
}

bool JsonValue::hasKey() const
{
    return node().hasKey;
}

std::string_view JsonValue::keyContent() const
{
    return hasKey() ? m_document->source().substr(node().keyOffset, node().keyLength) : std::string_view();
}

std::string_view JsonValue::rawKey() const
{
    return hasKey() ? m_document->source().substr(node().keyOffset - 1, node().keyLength + 2)
                    : std::string_view();
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
        const JsonValue value = at(i);
        if (value.keyUtf8(scratch) == key)
            return value;
    }
    return {};
}

} // namespace Gatescope
