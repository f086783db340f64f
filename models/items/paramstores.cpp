// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "paramstores.h"

#include <models/json/utf8text.h>

#include <algorithm>
#include <map>

namespace Gatescope {

namespace {

using Source = StoreParameter::Source;

struct SourceType
{
    std::string_view name; ///< ref_type
    Source source;
    std::string_view member; ///< names what is read
    SpecTable table;
    EntityKind kind;
};

constexpr SourceType sourceTypes[] {
    {"static", Source::Static, {}, SpecTable::FeatureGates, EntityKind::Gate},
    {"gate", Source::Gate, "gate_name", SpecTable::FeatureGates, EntityKind::Gate},
    {"dynamic_config", Source::DynamicConfig, "config_name", SpecTable::DynamicConfigs,
        EntityKind::DynamicConfig},
    {"experiment", Source::Experiment, "experiment_name", SpecTable::DynamicConfigs, EntityKind::Experiment},
    {"layer", Source::Layer, "layer_name", SpecTable::LayerConfigs, EntityKind::Layer},
};

JsonValue storesOf(const Project &project)
{
    const JsonValue stores = project.payload()->root().member("param_stores");
    return stores.isObject() ? stores : JsonValue();
}

QStringList appsOf(const JsonValue &store)
{
    QStringList apps;
    const JsonValue ids = store.member("targetAppIDs");
    for (quint32 i = 0; i < ids.size(); ++i)
        if (ids.at(i).isString())
            apps.append(ids.at(i).toString());
    return apps;
}

/// A store's parameters, and the entities they read, each once.
class StoreReader
{
public:
    StoreReader(const Project &project, const JsonValue &store)
        : m_project(project)
    {
        m_store.name = store.key();
        m_store.apps = appsOf(store);
        m_store.json = store;
        const JsonValue parameters = store.member("parameters");
        for (quint32 i = 0; parameters.isObject() && i < parameters.size(); ++i)
            addParameter(parameters.at(i));
    }

    ParamStore take() { return std::move(m_store); }

private:
    void addParameter(const JsonValue &json);
    void addRead(const StoreParameter &parameter, const std::string &name, EntityKind assumed);

    const Project &m_project;
    ParamStore m_store;
    std::map<std::pair<SpecTable, std::string>, std::size_t> m_reads; ///< into ParamStore::reads
};

void StoreReader::addParameter(const JsonValue &json)
{
    StoreParameter parameter;
    parameter.name = json.key();
    parameter.type = json.member("param_type").toString();
    parameter.json = json;
    const std::string type = json.member("ref_type").toUtf8();
    const auto *const known = std::ranges::find(sourceTypes, type, &SourceType::name);
    if (known != std::end(sourceTypes)) {
        parameter.source = known->source;
        const std::string name = parameter.readsEntity() ? json.member(known->member).toUtf8() : "";
        parameter.entity = {known->table, utf8Text(name)};
        if (!name.empty())
            addRead(parameter, name, known->kind);
    }
    m_store.parameters.push_back(std::move(parameter));
}

void StoreReader::addRead(const StoreParameter &parameter, const std::string &name, EntityKind assumed)
{
    const auto [known, isNew] = m_reads.try_emplace({parameter.entity.table, name}, m_store.reads.size());
    if (isNew) {
        StoreRead read {parameter.entity, assumed, std::nullopt, {}};
        if (const int spec = m_project.find(parameter.entity.table, name); spec >= 0) {
            read.spec = std::uint32_t(spec);
            read.kind = m_project.specs()[std::size_t(spec)].kind;
        }
        m_store.reads.push_back(std::move(read));
    }
    m_store.reads[known->second].parameters.append(parameter.name);
}

} // namespace

ParamStores::ParamStores(const Project &project)
{
    const JsonValue stores = storesOf(project);
    for (quint32 i = 0; i < stores.size(); ++i) {
        ParamStore store = StoreReader(project, stores.at(i)).take();
        for (std::size_t read = 0; read < store.reads.size(); ++read)
            if (const auto spec = store.reads[read].spec)
                m_uses[*spec].push_back({i, read});
        m_byName.insert(store.name, i);
        m_stores.push_back(std::move(store));
    }
}

std::size_t ParamStores::count(const Project &project)
{
    return storesOf(project).size();
}

bool ParamStores::contains(const Project &project, const QString &name)
{
    return storesOf(project).member(name.toStdString()).isValid();
}

std::optional<std::uint32_t> ParamStores::find(const QString &name) const
{
    const auto found = m_byName.constFind(name);
    return found == m_byName.cend() ? std::nullopt : std::optional(*found);
}

std::vector<std::pair<std::uint32_t, const StoreRead *>> ParamStores::readersOf(std::uint32_t spec) const
{
    std::vector<std::pair<std::uint32_t, const StoreRead *>> readers;
    if (const auto found = m_uses.find(spec); found != m_uses.end())
        for (const Use &use : found->second)
            readers.emplace_back(use.store, &m_stores[use.store].reads[use.read]);
    return readers;
}

} // namespace Gatescope
