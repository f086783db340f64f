// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specssearch.h"
#include <models/json/textneedle.h>

#include <models/evaluation/rulewords.h>

#include <QCoreApplication>

#include <vector>

namespace Gatescope {

namespace {

class SpecsSearcher
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::SpecsSearch)
public:
    SpecsSearcher(const SpecsIndex &specs, const QString &text)
        : m_specs(specs)
        , m_project(*specs.project())
        , m_needle(text)
        , m_conditions(m_project.conditions().size(), Unknown)
    { }

    std::optional<SpecsHit> find(const SpecsIndex::Entry &entry);

private:
    enum Known : char { Unknown, Has, HasNot };

    std::optional<SpecsHit> findInEntity(const Spec &spec);
    std::optional<SpecsHit> findInStore(const ParamStore &store) const;
    bool isNamed(const Rule &rule) const;
    bool compares(const Rule &rule);
    bool isInCondition(std::uint32_t index);

    const SpecsIndex &m_specs;
    const Project &m_project;
    const TextNeedle m_needle;
    std::vector<Known> m_conditions; ///< rules share them
};

bool SpecsSearcher::isNamed(const Rule &rule) const
{
    return m_needle.isIn(ruleTitle(rule)) || m_needle.isIn(rule.name) || m_needle.isIn(rule.groupName)
        || m_needle.isIn(rule.id);
}

bool SpecsSearcher::isInCondition(std::uint32_t index)
{
    Known &known = m_conditions[index];
    if (known == Unknown) {
        const Condition &condition = m_project.conditions()[index];
        known = m_needle.isIn(condition.field) || m_needle.isIn(condition.target) ? Has : HasNot;
    }
    return known == Has;
}

bool SpecsSearcher::compares(const Rule &rule)
{
    return std::ranges::any_of(rule.conditions, [this](std::uint32_t index) { return isInCondition(index); });
}

std::optional<SpecsHit> SpecsSearcher::find(const SpecsIndex::Entry &entry)
{
    if (m_needle.isIn(entry.name) || m_needle.isIn(nameOf(m_specs.placeOf(entry.item))))
        return SpecsHit {SpecsHit::Place::Name, {}};
    const ParamStore *store = m_specs.storeAt(entry.item);
    return store ? findInStore(*store) : findInEntity(m_project.specs()[entry.item]);
}

std::optional<SpecsHit> SpecsSearcher::findInStore(const ParamStore &store) const
{
    for (const StoreParameter &parameter : store.parameters) {
        bool found = m_needle.isIn(parameter.name) || m_needle.isIn(parameter.entity.name);
        for (const char *member : {"param_name", "value", "pass_value", "fail_value"})
            if (const JsonValue value = parameter.json.member(member); !found && value.isValid())
                found = m_needle.isIn(value);
        if (found)
            return SpecsHit {SpecsHit::Place::Parameter, tr("parameter %1").arg(parameter.name)};
    }
    return std::nullopt;
}

std::optional<SpecsHit> SpecsSearcher::findInEntity(const Spec &spec)
{
    for (const Rule &rule : spec.rules)
        if (isNamed(rule))
            return SpecsHit {SpecsHit::Place::Rule, tr("rule %1").arg(ruleTitle(rule))};
    for (const Rule &rule : spec.rules)
        if (compares(rule))
            return SpecsHit {SpecsHit::Place::Target, tr("a condition of rule %1").arg(ruleTitle(rule))};
    for (const Rule &rule : spec.rules)
        if (m_needle.isIn(rule.returnValue))
            return SpecsHit {SpecsHit::Place::Value, tr("the value of rule %1").arg(ruleTitle(rule))};
    if (m_needle.isIn(spec.defaultValue))
        return SpecsHit {SpecsHit::Place::Value, tr("the default value")};
    return std::nullopt;
}

} // namespace

QString placeWords(SpecsHit::Place place)
{
    switch (place) {
    case SpecsHit::Place::Name:
        return {};
    case SpecsHit::Place::Rule:
        return SpecsSearcher::tr("in a rule");
    case SpecsHit::Place::Target:
        return SpecsSearcher::tr("in a condition");
    case SpecsHit::Place::Value:
        return SpecsSearcher::tr("in a value");
    case SpecsHit::Place::Parameter:
        return SpecsSearcher::tr("in a parameter");
    }
    return {};
}

SpecsHits searchSpecs(const SpecsIndex &specs, const QString &text, const std::stop_token &stop)
{
    SpecsHits hits;
    SpecsSearcher searcher(specs, text);
    for (const SpecsIndex::Group &group : specs.groups())
        for (const SpecsIndex::Entry &entry : group.entries) {
            if (stop.stop_requested())
                return hits;
            if (const auto hit = searcher.find(entry))
                hits.insert(entry.item, *hit);
        }
    return hits;
}

} // namespace Gatescope
