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
    SpecsSearcher(const Project &project, const QString &text)
        : m_project(project)
        , m_needle(text)
        , m_conditions(project.conditions().size(), Unknown)
    { }

    std::optional<SpecsHit> find(const SpecsIndex::Entry &entry);

private:
    enum Known : char { Unknown, Has, HasNot };

    bool isNamed(const Rule &rule) const;
    bool compares(const Rule &rule);
    bool isInCondition(std::uint32_t index);

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
    const Spec &spec = m_project.specs()[entry.spec];
    if (m_needle.isIn(entry.name) || m_needle.isIn(spec.name))
        return SpecsHit {SpecsHit::Place::Name, {}};
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
    }
    return {};
}

SpecsHits searchSpecs(const SpecsIndex &specs, const QString &text, const std::stop_token &stop)
{
    SpecsHits hits;
    SpecsSearcher searcher(*specs.project(), text);
    for (const SpecsIndex::Group &group : specs.groups())
        for (const SpecsIndex::Entry &entry : group.entries) {
            if (stop.stop_requested())
                return hits;
            if (const auto hit = searcher.find(entry))
                hits.insert(entry.spec, *hit);
        }
    return hits;
}

} // namespace Gatescope
