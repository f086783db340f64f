// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specsside.h"

#include <models/evaluation/conditionwords.h>
#include <models/json/utf8text.h>
#include <models/statsig/ruleids.h>

namespace Gatescope {

SpecsSide::SpecsSide(const ComparedDocument &document)
    : m_root(document.document->root())
    , m_isV1(m_root["feature_gates"].isArray())
    , m_project(
          document.project && document.project->payload() == document.document ? document.project : nullptr)
    , m_conditions(m_root["condition_map"])
{
    readLayers();
}

/// v1 lists the experiments of each layer, v2 the layer of each experiment.
void SpecsSide::readLayers()
{
    const JsonValue layers = m_root["layers"];
    for (quint32 i = 0; layers.isObject() && i < layers.size(); ++i) {
        const JsonValue experiments = layers.at(i);
        for (quint32 k = 0; experiments.isArray() && k < experiments.size(); ++k)
            m_layers.add(experiments.at(k).toUtf8(), experiments);
    }
    const JsonValue experiments = m_root["experiment_to_layer"];
    for (quint32 i = 0; experiments.isObject() && i < experiments.size(); ++i)
        m_layers.add(experiments.at(i).keyUtf8(), experiments.at(i));
}

std::vector<SpecsSide::Named> SpecsSide::specs(std::string_view table) const
{
    const JsonValue all = m_root[table];
    std::vector<Named> specs;
    if (!all.isContainer())
        return specs;
    specs.reserve(all.size());
    std::unordered_map<std::string, std::size_t> places;
    places.reserve(all.size());
    for (quint32 i = 0; i < all.size(); ++i) {
        const JsonValue spec = all.at(i);
        std::string name = all.isArray() ? spec["name"].toUtf8() : spec.keyUtf8();
        const auto [place, isNew] = places.try_emplace(name, specs.size());
        if (isNew)
            specs.push_back({std::move(name), spec});
        else
            specs[place->second].spec = spec;
    }
    return specs;
}

std::vector<JsonValue> SpecsSide::conditions(const JsonValue &rule) const
{
    const JsonValue list = rule["conditions"];
    std::vector<JsonValue> conditions;
    std::string scratch;
    for (quint32 i = 0; list.isArray() && i < list.size(); ++i) {
        const JsonValue known =
            list.at(i).isString() ? m_conditions.find(list.at(i).utf8(scratch)) : JsonValue();
        conditions.push_back(known.isValid() ? known : list.at(i));
    }
    return conditions;
}

const Condition *SpecsSide::compiled(const JsonValue &condition) const
{
    if (!m_project || condition.document() != m_root.document())
        return nullptr;
    if (m_compiled.empty()) {
        const std::vector<Condition> &all = m_project->conditions();
        m_compiled.reserve(all.size());
        for (std::uint32_t i = 0; i < all.size(); ++i)
            if (all[i].source.isValid())
                m_compiled.try_emplace(all[i].source.id(), i);
    }
    const auto found = m_compiled.find(condition.id());
    return found == m_compiled.end() ? nullptr : &m_project->conditions()[found->second];
}

QString SpecsSide::conditionText(const JsonValue &condition, SpecTable table, std::string_view spec) const
{
    const Condition *known = compiled(condition);
    const int owner = known ? m_project->find(table, spec) : -1;
    if (known && owner >= 0)
        return plainText(conditionWords(*m_project, m_project->specs()[std::size_t(owner)], *known));
    constexpr qsizetype longest = 200;
    const std::string_view raw = condition.rawText();
    return raw.size() > std::size_t(longest) ? utf8Text(raw.substr(0, longest)) + u'…'
                                             : QString::fromUtf8(jsonCompact(condition));
}

QString ruleTitleOf(const JsonValue &rule)
{
    const QString id = rule["id"].toString();
    const QString name = rule["name"].toString();
    if (!name.isEmpty() && name != id)
        return name;
    const QString words = ruleIdWords(id);
    if (!words.isEmpty())
        return words;
    const QString group = rule["groupName"].toString();
    return group.isEmpty() ? id : group;
}

} // namespace Gatescope
