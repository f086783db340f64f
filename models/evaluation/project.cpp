// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "project.h"

#include "hashes.h"
#include "projectcompiler.h"

namespace Gatescope {

Result<ProjectPtr> Project::compile(JsonDocumentPtr payload)
{
    return ProjectCompiler(std::move(payload)).run();
}

int Project::find(SpecTable table, std::string_view name) const
{
    const NameIndex &index = m_index[int(table)];
    const auto found = index.find(name);
    return found == index.end() ? -1 : int(found->second);
}

const std::vector<ConfigMapping> *Project::mappings(std::string_view name) const
{
    if (m_mappingIndex.empty())
        return nullptr;
    const auto found = m_mappingIndex.find(name);
    return found == m_mappingIndex.end() ? nullptr : &m_mappings[found->second];
}

const Bandit *Project::bandit(std::string_view name) const
{
    if (m_banditIndex.empty())
        return nullptr;
    const auto found = m_banditIndex.find(name);
    return found == m_banditIndex.end() ? nullptr : &m_bandits[found->second];
}

std::optional<AttributeValue> Project::appIdOfClientKey(std::string_view clientKey) const
{
    const JsonValue root = m_payload->root();
    std::optional<AttributeValue> appId = m_appId;
    const auto lookIn = [&](std::string_view table, std::string_view key) {
        const JsonValue keys = root.member(table);
        if (!keys.isObject())
            return;
        const JsonValue value = keys.member(key);
        appId = value.isValid() ? std::optional(AttributeValue::fromJson(value)) : std::nullopt;
    };
    lookIn("sdk_keys_to_app_ids", clientKey);
    lookIn("hashed_sdk_keys_to_app_ids", djb2(clientKey));
    return appId;
}

} // namespace Gatescope
