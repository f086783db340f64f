// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializestores.h"

#include "hashes.h"

#include <algorithm>
#include <initializer_list>

namespace Gatescope {

namespace {

/// What a parameter of each kind refers to, and what else it carries.
struct ReferenceKind
{
    std::string_view name;
    std::string_view hashedMember; ///< empty: refers to nothing
    std::initializer_list<std::string_view> members;
};

const ReferenceKind referenceKinds[] {
    {"static", {}, {"value"}},
    {"gate", "gate_name", {"pass_value", "fail_value"}},
    {"dynamic_config", "config_name", {"param_name"}},
    {"experiment", "experiment_name", {"param_name"}},
    {"layer", "layer_name", {"param_name"}},
};

void writeMember(JsonWriter &writer, const JsonValue &parameter, std::string_view name)
{
    const JsonValue value = parameter.member(name);
    if (!value.isValid())
        return;
    writer.key(name);
    writer.raw(jsonCompact(value));
}

void writeParameter(JsonWriter &writer, const JsonValue &parameter, HashAlgorithm algorithm)
{
    const std::string type = parameter.member("ref_type").toUtf8();
    const auto kind = std::ranges::find(referenceKinds, type, &ReferenceKind::name);
    if (kind == std::end(referenceKinds))
        return;
    writer.key(parameter.keyUtf8());
    writer.beginObject();
    writer.key("name");
    writer.text(parameter.keyUtf8());
    writeMember(writer, parameter, "ref_type");
    writeMember(writer, parameter, "param_type");
    if (!kind->hashedMember.empty()) {
        writer.key(kind->hashedMember);
        writer.text(hashedName(parameter.member(kind->hashedMember).toUtf8(), algorithm));
    }
    for (const std::string_view member : kind->members)
        writeMember(writer, parameter, member);
    writer.endObject();
}

} // namespace

AppFilter::AppFilter(
    const Project &project, const std::string &clientKey, const std::optional<std::string> &selected)
    : m_appId(selected)
{
    if (clientKey.empty())
        return;
    const std::optional<AttributeValue> app = project.appIdOfClientKey(clientKey);
    if (app && app->text) {
        m_appId = app->text;
        m_isFiltering = true;
    }
    m_isWithoutApp = !app;
}

bool AppFilter::admits(const std::vector<std::string> &targetAppIds) const
{
    return !m_isFiltering || std::ranges::find(targetAppIds, *m_appId) != targetAppIds.end();
}

bool AppFilter::admitsStore(const JsonValue &store) const
{
    if (!m_isFiltering)
        return true;
    const JsonValue apps = store.member("targetAppIDs");
    for (quint32 i = 0; i < apps.size(); ++i) {
        if (apps.at(i).isString() && apps.at(i).toUtf8() == *m_appId)
            return true;
    }
    return false;
}

void writeParamStores(
    JsonWriter &writer, const JsonValue &stores, HashAlgorithm algorithm, const AppFilter &filter)
{
    writer.beginObject();
    for (quint32 i = 0; i < stores.size() && stores.isObject(); ++i) {
        const JsonValue store = stores.at(i);
        if (!filter.admitsStore(store))
            continue;
        writer.key(hashedName(store.keyUtf8(), algorithm));
        writer.beginObject();
        const JsonValue parameters = store.member("parameters");
        for (quint32 j = 0; j < parameters.size(); ++j)
            writeParameter(writer, parameters.at(j), algorithm);
        writer.endObject();
    }
    writer.endObject();
}

} // namespace Gatescope
