// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializeshape.h"

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

constexpr std::array entityTables {"feature_gates", "dynamic_configs", "layer_configs"};

bool looksHashedBySha256(const QString &key)
{
    return key.size() == 44 && key.endsWith(u'=');
}

bool looksHashedByDjb2(const QString &key)
{
    return !key.isEmpty() && key.size() <= 10
        && std::ranges::all_of(key, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

HashAlgorithm hashOfKeys(const JsonValue &root)
{
    for (const char *table : entityTables) {
        const JsonValue first = root[table].at(0);
        if (!first.hasKey())
            continue;
        if (looksHashedBySha256(first.key()))
            return HashAlgorithm::Sha256;
        return looksHashedByDjb2(first.key()) ? HashAlgorithm::Djb2 : HashAlgorithm::None;
    }
    return HashAlgorithm::None;
}

} // namespace

HashAlgorithm initializeHash(const JsonValue &root)
{
    const QString said = root["hash_used"].toString();
    for (const auto known : {HashAlgorithm::None, HashAlgorithm::Djb2, HashAlgorithm::Sha256})
        if (said == apiName(known))
            return known;
    return hashOfKeys(root);
}

InitializeFormat initializeFormat(const JsonValue &root)
{
    if (root["response_format"].toString() == QStringLiteral("init-v2"))
        return InitializeFormat::InitV2;
    return root["exposures"].isObject() ? InitializeFormat::V2 : InitializeFormat::V1;
}

bool isInitializeResponse(const JsonValue &root)
{
    return std::ranges::any_of(entityTables, [&root](const char *table) { return root[table].isObject(); });
}

} // namespace Gatescope
