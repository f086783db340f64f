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
    const std::optional<std::uint32_t> found = m_index[int(table)].find(name);
    return found ? int(*found) : -1;
}

const std::vector<ConfigMapping> *Project::mappingsOf(std::string_view name) const
{
    const auto found = m_mappingIndex.find(name);
    return found == m_mappingIndex.end() ? nullptr : &m_mappings[found->second];
}

const Bandit *Project::banditOf(std::string_view name) const
{
    const auto found = m_banditIndex.find(name);
    return found == m_banditIndex.end() ? nullptr : &m_bandits[found->second];
}

const HashedSpecNames &Project::hashedNames(HashAlgorithm algorithm) const
{
    return m_hashedNames[std::size_t(algorithm)].get(
        [&] { return std::make_unique<const HashedSpecNames>(*this, algorithm); });
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
