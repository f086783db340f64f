// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "payloadtexts.h"

#include <utility>

namespace Gatescope {

std::string_view PayloadTexts::text(const JsonValue &string)
{
    std::string scratch;
    const std::string_view text = string.utf8(scratch);
    return scratch.empty() ? text : kept(std::move(scratch));
}

std::string_view PayloadTexts::key(const JsonValue &member)
{
    std::string scratch;
    const std::string_view key = member.keyUtf8(scratch);
    return scratch.empty() ? key : kept(std::move(scratch));
}

std::string_view PayloadTexts::object(const JsonValue &value)
{
    if (!value.isObject() || value.size() == 0)
        return "{}";
    return value.document()->isCompact() ? value.rawText() : kept(jsonCompact(value).toStdString());
}

std::string_view PayloadTexts::kept(std::string text)
{
    return m_kept.emplace_back(std::move(text));
}

} // namespace Gatescope
