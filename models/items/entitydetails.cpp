// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "entitydetails.h"
#include "entityvalues.h"
#include "storewords.h"

#include <models/json/utf8text.h>
#include <models/evaluation/rulewords.h>
#include <models/evaluation/targetwords.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

constexpr int allBuckets = 1000;

class EntityReader
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::EntityDetails)
public:
    EntityReader(const SpecsIndex &specs, std::uint32_t spec)
        : m_specs(specs)
        , m_project(*specs.project())
        , m_spec(m_project.specs()[spec])
    {
        m_details.project = specs.project();
        m_details.spec = spec;
    }

    EntityDetails read();

private:
    void readHead();
    void readLayer();
    void readRules();
    void readExperimentSplit();
    void readLayerSplit();
    void readLinks();
    const Condition *bucketCondition(const Rule &rule) const;
    EntityLink link(std::uint32_t spec, const Dependency &dependency, bool uses) const;

    const SpecsIndex &m_specs;
    const Project &m_project;
    const Spec &m_spec;
    EntityDetails m_details;
};

EntityDetails EntityReader::read()
{
    readHead();
    readLayer();
    readRules();
    readExperimentSplit();
    readLayerSplit();
    readLinks();
    const GroupValues values = groupValues(m_spec);
    m_details.groups = values.groups;
    m_details.values = values.rows;
    return std::move(m_details);
}

void EntityReader::readHead()
{
    m_details.place = EntityRef {m_spec.table, utf8Text(m_spec.name)};
    m_details.kind = m_spec.kind;
    m_details.name = displayName(m_spec);
    m_details.status = statusOf(m_project, m_spec);
    m_details.idType = utf8Text(m_spec.idType);
    m_details.salt = utf8Text(m_spec.salt);
    m_details.defaultValue = m_spec.defaultValue;
    m_details.source = m_spec.source;
    for (const std::string &app : m_spec.targetAppIds)
        m_details.apps.append(QString::fromStdString(app));
}

const Condition *EntityReader::bucketCondition(const Rule &rule) const
{
    for (const std::uint32_t index : rule.conditions)
        if (m_project.conditions()[index].type == ConditionType::UserBucket)
            return &m_project.conditions()[index];
    return nullptr;
}

/// The rule layerAssignment takes out who is not in the experiment's share: those outside a set, or those in
/// one.
void EntityReader::readLayer()
{
    if (m_spec.layer.empty())
        return;
    m_details.layer = EntityRef {SpecTable::LayerConfigs, utf8Text(m_spec.layer)};
    for (const Rule &rule : m_spec.rules) {
        const Condition *bucket = rule.id == "layerAssignment" ? bucketCondition(rule) : nullptr;
        if (!bucket)
            continue;
        const int listed = bucketCount(bucket->target);
        const bool outside = bucket->op == Operator::NoneOf || bucket->op == Operator::NoneCaseSensitive;
        m_details.layerShare = outside ? listed : allBuckets - listed;
        return;
    }
}

void EntityReader::readRules()
{
    int number = 0;
    for (const Rule &rule : m_spec.rules)
        m_details.rules.append({++number, ruleTitle(rule), utf8Text(rule.id),
            ruleWords(m_project, m_spec, rule), outcomeWords(m_project, m_spec, rule)});
}

void EntityReader::readExperimentSplit()
{
    int from = 0;
    for (const Rule &rule : m_spec.rules) {
        const Condition *bucket = rule.isExperimentGroup ? bucketCondition(rule) : nullptr;
        const auto limit = bucket && bucket->op == Operator::Lt ? bucket->target.toInt64() : std::nullopt;
        if (!limit || *limit < from || *limit > allBuckets)
            continue;
        m_details.split.append({ruleTitle(rule), int(*limit) - from, false, {}});
        from = int(*limit);
    }
    if (!m_details.split.isEmpty() && from < allBuckets)
        m_details.split.append({tr("No group"), allBuckets - from, true, {}});
}

void EntityReader::readLayerSplit()
{
    if (m_spec.kind != EntityKind::Layer)
        return;
    int given = 0;
    for (const Rule &rule : m_spec.rules) {
        const Condition *bucket = rule.delegate != Rule::noDelegate ? bucketCondition(rule) : nullptr;
        const int size = bucket && bucket->op == Operator::Any ? bucketCount(bucket->target) : 0;
        if (size == 0)
            continue;
        const QString name = utf8Text(rule.configDelegate);
        m_details.split.append({name, size, false, {SpecTable::DynamicConfigs, name}});
        given += size;
    }
    if (given > 0 && given < allBuckets)
        m_details.split.append({tr("Free"), allBuckets - given, true, {}});
}

QString ruleNumbers(const std::vector<int> &rules)
{
    constexpr size_t shown = 6;
    QStringList numbers;
    for (size_t i = 0; i < std::min(shown, rules.size()); ++i)
        numbers.append(QLocale().toString(rules[i]));
    if (rules.size() > shown)
        numbers.append(QStringLiteral("…"));
    return numbers.join(QStringLiteral(", "));
}

/// "parameter label", "parameters label, size, …"
QString parametersNote(const StoreRead &read)
{
    constexpr qsizetype shown = 3;
    QStringList names = read.parameters.mid(0, shown);
    if (read.parameters.size() > shown)
        names.append(QStringLiteral("…"));
    return (
        read.parameters.size() == 1 ? EntityReader::tr("parameter %1") : EntityReader::tr("parameters %1"))
        .arg(names.join(QStringLiteral(", ")));
}

EntityLink EntityReader::link(std::uint32_t spec, const Dependency &dependency, bool uses) const
{
    const Spec &other = m_project.specs()[spec];
    EntityLink link {
        other.kind, EntityRef {other.table, utf8Text(other.name)}, displayName(other), {}, false};
    if (dependency.relation == Dependency::Relation::Delegate) {
        int size = 0;
        for (const int number : dependency.rules)
            if (const Condition *bucket =
                    bucketCondition(m_project.specs()[dependency.from].rules[size_t(number - 1)]))
                size += bucketCount(bucket->target);
        if (size > 0)
            link.note = (uses ? tr("gives %1 of 1,000 buckets") : tr("gets %1 of 1,000 buckets"))
                            .arg(QLocale().toString(size));
    }
    if (link.note.isEmpty())
        link.note = (dependency.rules.size() == 1 ? tr("rule %1") : tr("rules %1"))
                        .arg(ruleNumbers(dependency.rules));
    return link;
}

void EntityReader::readLinks()
{
    const DependencyIndex &dependencies = m_specs.dependencies();
    for (const Dependency &dependency : dependencies.dependsOn(m_details.spec))
        m_details.dependsOn.append(link(dependency.to, dependency, false));
    for (const MissingDependency &missing : dependencies.missing(m_details.spec)) {
        const QString name = QString::fromStdString(missing.name);
        m_details.dependsOn.append({EntityKind::Gate, EntityRef {SpecTable::FeatureGates, name}, name,
            tr("rule %1, not in these specs").arg(missing.rule), true});
    }
    for (const Dependency &dependency : dependencies.usedBy(m_details.spec))
        m_details.usedBy.append(link(dependency.from, dependency, true));
    for (const auto &[store, read] : m_specs.stores().readersOf(m_details.spec)) {
        const QString &name = m_specs.stores().all()[store].name;
        m_details.usedBy.append({std::nullopt, StoreRef {name}, name, parametersNote(*read), false});
    }
}

EntityLink readLink(const StoreRead &read)
{
    const QString note = parametersNote(read);
    return {read.kind, read.entity, displayName(read.kind, read.entity.name),
        read.spec ? note : EntityReader::tr("%1, not in these specs").arg(note), !read.spec};
}

EntityDetails storeDetails(const ProjectPtr &project, const ParamStore &store)
{
    EntityDetails details;
    details.project = project;
    details.place = StoreRef {store.name};
    details.kind = std::nullopt;
    details.name = store.name;
    details.apps = store.apps;
    details.source = store.json;
    for (const StoreParameter &parameter : store.parameters)
        details.parameters.append({parameter.name, parameter.type, sourceWords(*project, parameter)});
    for (const StoreRead &read : store.reads)
        details.dependsOn.append(readLink(read));
    return details;
}

} // namespace

EntityDetailsPtr entityDetails(const SpecsIndex &specs, std::uint32_t item)
{
    const ParamStore *store = specs.storeAt(item);
    return std::make_shared<const EntityDetails>(
        store ? storeDetails(specs.project(), *store) : EntityReader(specs, item).read());
}

} // namespace Gatescope
