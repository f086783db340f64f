// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializereader.h"

#include "initializerules.h"
#include "ruleids.h"

#include <algorithm>

namespace Gatescope {

namespace {

std::optional<bool> optionalBool(const JsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::unordered_map<std::string, JsonValue> byKey(const JsonValue &object)
{
    std::unordered_map<std::string, JsonValue> index;
    index.reserve(object.size());
    for (quint32 i = 0; i < object.size(); ++i)
        index.insert_or_assign(object.at(i).keyUtf8(), object.at(i));
    return index;
}

} // namespace

InitializeReader::InitializeReader(InitializeView &view)
    : m_view(view)
    , m_isShort(view.m_format == InitializeFormat::InitV2)
{ }

void InitializeReader::read()
{
    const JsonValue root = m_view.m_body->root();
    m_view.m_time = root["time"].toInt64().value_or(0);
    m_view.m_exposures = byKey(root["exposures"]);
    m_values = byKey(root["values"]);
    readTable("feature_gates", HashedNames::Space::Gates);
    readTable("dynamic_configs", HashedNames::Space::Configs);
    readTable("layer_configs", HashedNames::Space::Layers);
    readStores();
    sortEntries();
    count();
}

void InitializeReader::readTable(std::string_view table, HashedNames::Space space)
{
    const JsonValue entries = m_view.m_body->root()[table];
    for (quint32 i = 0; entries.isObject() && i < entries.size(); ++i) {
        InitializeEntry entry = entryOf(entries.at(i), space);
        entry.kind = kindOf(entry, space);
        readCommon(entry);
        if (space != HashedNames::Space::Gates)
            readConfig(entry);
        readRule(entry);
        m_view.m_entries.push_back(std::move(entry));
    }
}

void InitializeReader::readStores()
{
    const JsonValue stores = m_view.m_body->root()["param_stores"];
    for (quint32 i = 0; stores.isObject() && i < stores.size(); ++i) {
        InitializeEntry entry = entryOf(stores.at(i), HashedNames::Space::ParamStores);
        entry.kind = InitializeKind::ParamStore;
        entry.value = entry.source;
        m_view.m_entries.push_back(std::move(entry));
    }
}

InitializeEntry InitializeReader::entryOf(const JsonValue &source, HashedNames::Space space) const
{
    InitializeEntry entry;
    std::string scratch;
    const std::string_view hash = source.keyUtf8(scratch);
    entry.source = source;
    entry.hash = source.key();
    entry.names = m_view.m_names.names(space, hash);
    entry.spec = m_view.m_names.spec(space, hash);
    return entry;
}

JsonValue InitializeReader::field(
    const JsonValue &source, std::string_view longName, std::string_view shortName) const
{
    return source[m_isShort ? shortName : longName];
}

InitializeKind InitializeReader::kindOf(const InitializeEntry &entry, HashedNames::Space space) const
{
    if (space == HashedNames::Space::Gates)
        return InitializeKind::Gate;
    if (space == HashedNames::Space::Layers)
        return InitializeKind::Layer;
    if (entry.spec)
        return entry.spec->kind == EntityKind::Experiment ? InitializeKind::Experiment
                                                          : InitializeKind::DynamicConfig;
    const bool looksLikeOne = field(entry.source, "is_user_in_experiment", "ue").isValid()
        || field(entry.source, "is_experiment_active", "ea").isValid();
    return looksLikeOne ? InitializeKind::Experiment : InitializeKind::DynamicConfig;
}

void InitializeReader::readCommon(InitializeEntry &entry) const
{
    entry.value = field(entry.source, "value", "v");
    entry.isOn = entry.value.toBool();
    const JsonValue rule = field(entry.source, "rule_id", "r");
    entry.ruleId = rule.isString() ? rule.toString() : entry.source["group"].toString();
    if (m_isShort && !rule.isValid())
        entry.ruleId = QStringLiteral("default");
    entry.idType = field(entry.source, "id_type", "i").toString();
}

void InitializeReader::readConfig(InitializeEntry &entry) const
{
    if (m_isShort && entry.value.isString()) {
        const auto found = m_values.find(entry.value.toUtf8());
        entry.value = found == m_values.end() ? JsonValue() : found->second;
    }
    entry.groupName = field(entry.source, "group_name", "gn").toString();
    entry.isInExperiment = optionalBool(field(entry.source, "is_user_in_experiment", "ue"));
    entry.isExperimentActive = optionalBool(field(entry.source, "is_experiment_active", "ea"));
    entry.allocatedExperiment = field(entry.source, "allocated_experiment_name", "ae").toString();
    const bool namesARule = !entry.ruleId.isEmpty() && ruleIdWords(entry.ruleId).isEmpty();
    entry.hasMatchingRule = optionalBool(field(entry.source, "passed", "p")).value_or(namesARule);
}

void InitializeReader::readRule(InitializeEntry &entry) const
{
    const Spec *experiment = entry.allocatedExperiment.isEmpty()
        ? nullptr
        : m_view.m_names.spec(HashedNames::Space::Configs, entry.allocatedExperiment.toStdString());
    const InitializeRule rule = initializeRule(entry.ruleId, entry.spec, experiment);
    entry.rule = rule.text;
    entry.ruleSource = rule.source;
}

void InitializeReader::sortEntries()
{
    std::ranges::stable_sort(m_view.m_entries, [](const InitializeEntry &left, const InitializeEntry &right) {
        if (left.kind != right.kind)
            return left.kind < right.kind;
        if (left.isNameKnown() != right.isNameKnown())
            return left.isNameKnown();
        return left.isNameKnown() && left.name().compare(right.name(), Qt::CaseInsensitive) < 0;
    });
}

void InitializeReader::count()
{
    for (const InitializeEntry &entry : m_view.m_entries) {
        InitializeTotals &totals = m_view.m_totals[std::size_t(entry.kind)];
        ++totals.count;
        totals.on += entry.kind == InitializeKind::Gate && entry.isOn;
        totals.matching += entry.kind == InitializeKind::DynamicConfig && entry.hasMatchingRule;
        totals.in += entry.isInExperiment.value_or(false);
        totals.delegating += !entry.allocatedExperiment.isEmpty();
        m_view.m_passing += isPassing(entry);
        m_view.m_inExperiment += entry.isInExperiment.value_or(false);
        m_view.m_unknown += !entry.isNameKnown();
    }
}

} // namespace Gatescope
