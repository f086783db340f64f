// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparisonbuilder.h"
#include "rulecomparer.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

namespace {

struct SpecsTable
{
    SpecTable table;
    std::string_view member;
};
constexpr std::array specsTables {
    SpecsTable {SpecTable::FeatureGates, "feature_gates"},
    SpecsTable {SpecTable::DynamicConfigs, "dynamic_configs"},
    SpecsTable {SpecTable::LayerConfigs, "layer_configs"},
};

/// Tables of a payload whose entries are compared member by member.
struct PlainTable
{
    ComparedKind kind;
    std::string_view member;
};
constexpr std::array plainTables {
    PlainTable {ComparedKind::ParamStore, "param_stores"},
    PlainTable {ComparedKind::Bandit, "cmab_configs"},
    PlainTable {ComparedKind::Mapping, "overrides"},
};

constexpr std::array<std::string_view, 10> specMembers {"name", "enabled", "salt", "idType", "isActive",
    "hasSharedParams", "defaultValue", "targetAppIDs", "explicitParameters", "rules"};
/// What v1 alone says, or both say in their own way.
constexpr std::array<std::string_view, 2> specFormMembers {"isDeviceBased", "type"};
constexpr std::array<std::string_view, 3> specBookkeeping {"version", "checksum", "fieldsUsed"};
constexpr std::array<std::string_view, 12> payloadMembers {"feature_gates", "dynamic_configs",
    "layer_configs", "param_stores", "cmab_configs", "overrides", "condition_map", "layers",
    "experiment_to_layer", "response_format", "has_updates", "generator"};
constexpr std::array<std::string_view, 4> payloadBookkeeping {
    "time", "checksum", "company_lcut", "checksumV2"};

ComparedKind kindOfSpec(const JsonValue &spec, SpecTable table)
{
    static constexpr std::array<std::pair<std::string_view, ComparedKind>, 7> kinds {{
        {"feature_gate", ComparedKind::Gate},
        {"segment", ComparedKind::Segment},
        {"holdout", ComparedKind::Holdout},
        {"dynamic_config", ComparedKind::DynamicConfig},
        {"experiment", ComparedKind::Experiment},
        {"autotune", ComparedKind::Autotune},
        {"layer", ComparedKind::Layer},
    }};
    const std::string entity = spec["entity"].toUtf8();
    for (const auto &[name, kind] : kinds)
        if (entity == name)
            return kind;
    switch (table) {
    case SpecTable::FeatureGates:
        return ComparedKind::Gate;
    case SpecTable::DynamicConfigs:
        return ComparedKind::DynamicConfig;
    case SpecTable::LayerConfigs:
        break;
    }
    return ComparedKind::Layer;
}

class SpecsComparer
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Comparison)
public:
    SpecsComparer(ComparisonBuilder builder, const ComparedDocument &left, const ComparedDocument &right)
        : m_builder(std::move(builder))
        , m_left(left)
        , m_right(right)
        , m_sameForm(m_left.isV1() == m_right.isV1())
        , m_canCompareText(m_left.isV1() && m_right.isV1())
    { }

    Result<ComparisonPtr> run();

private:
    void compareTable(const SpecsTable &table);
    void compareSpec(const SpecsSide::Named &left, const JsonValue &right, SpecTable table);
    void compareFields(
        const EntityDifference &entity, std::string_view name, SpecTable table, DifferenceList &list);
    void compareLayer(std::string_view name, DifferenceList &list);
    bool haveSameConditions(const JsonValue &left, const JsonValue &right) const;
    EntityDifference entity(
        std::string_view name, const JsonValue &left, const JsonValue &right, SpecTable table) const;
    void comparePlain(const PlainTable &table);

    ComparisonBuilder m_builder;
    SpecsSide m_left;
    SpecsSide m_right;
    bool m_sameForm;
    bool m_canCompareText; ///< specs of the same text mean the same
};

Result<ComparisonPtr> SpecsComparer::run()
{
    for (const SpecsTable &table : specsTables)
        compareTable(table);
    for (const PlainTable &table : plainTables)
        comparePlain(table);
    m_builder.addRest(tr("Rest of the specs"), payloadMembers, payloadBookkeeping);
    return m_builder.take();
}

void SpecsComparer::compareTable(const SpecsTable &table)
{
    const std::vector<SpecsSide::Named> lefts = m_left.specs(table.member);
    const std::vector<SpecsSide::Named> rights = m_right.specs(table.member);
    std::unordered_map<std::string_view, JsonValue> rightIndex;
    std::unordered_map<std::string_view, JsonValue> leftIndex;
    for (const SpecsSide::Named &right : rights)
        rightIndex.emplace(right.name, right.spec);
    for (const SpecsSide::Named &left : lefts) {
        leftIndex.emplace(left.name, left.spec);
        const auto other = rightIndex.find(left.name);
        if (m_builder.isStopped())
            return;
        if (other == rightIndex.end())
            m_builder.addSingle(entity(left.name, left.spec, {}, table.table));
        else
            compareSpec(left, other->second, table.table);
    }
    for (const SpecsSide::Named &right : rights)
        if (!leftIndex.contains(right.name))
            m_builder.addSingle(entity(right.name, {}, right.spec, table.table));
}

EntityDifference SpecsComparer::entity(
    std::string_view name, const JsonValue &left, const JsonValue &right, SpecTable table) const
{
    EntityDifference entity;
    entity.kind = kindOfSpec(right.isValid() ? right : left, table);
    entity.name = QString::fromUtf8(name.data(), qsizetype(name.size()));
    entity.left = left;
    entity.right = right;
    return entity;
}

void SpecsComparer::compareSpec(const SpecsSide::Named &left, const JsonValue &right, SpecTable table)
{
    EntityDifference changed = entity(left.name, left.spec, right, table);
    DifferenceList list = m_builder.list();
    if (m_sameForm && left.spec.rawText() == right.rawText() && haveSameConditions(left.spec, right))
        compareLayer(left.name, list);
    else if (!left.spec.isObject() || !right.isObject())
        list.compare(ComparedField::Member, left.spec, right);
    else
        compareFields(changed, left.name, table, list);
    m_builder.addChanged(std::move(changed), list.take());
}

/// The same names of conditions may stand for others.
bool SpecsComparer::haveSameConditions(const JsonValue &left, const JsonValue &right) const
{
    if (m_canCompareText)
        return true;
    const JsonValue rules = left["rules"];
    const JsonValue others = right["rules"];
    for (quint32 i = 0; i < rules.size() && rules.isArray(); ++i) {
        const std::vector<JsonValue> conditions = m_left.conditions(rules.at(i));
        const std::vector<JsonValue> otherConditions = m_right.conditions(others.at(i));
        if (!std::ranges::equal(conditions, otherConditions, {}, &JsonValue::rawText, &JsonValue::rawText))
            return false;
    }
    return true;
}

void SpecsComparer::compareFields(
    const EntityDifference &entity, std::string_view name, SpecTable table, DifferenceList &list)
{
    const JsonValue &left = entity.left;
    const JsonValue &right = entity.right;
    const auto field = [&](ComparedField what, std::string_view member) {
        compareOptional(list, what, left[member], right[member]);
    };
    field(ComparedField::Enabled, "enabled");
    field(ComparedField::ExperimentActive, "isActive");
    field(ComparedField::IdType, "idType");
    field(ComparedField::Salt, "salt");
    field(ComparedField::DefaultValue, "defaultValue");
    field(ComparedField::SharedParameters, "hasSharedParams");
    list.compareSets(ComparedField::TargetApps, left["targetAppIDs"], right["targetAppIDs"]);
    list.compareSets(
        ComparedField::ExplicitParameters, left["explicitParameters"], right["explicitParameters"]);
    compareLayer(name, list);
    RuleComparer(m_left, m_right, table, name, list).compare(left["rules"], right["rules"]);
    std::vector<std::string_view> skipped(specMembers.begin(), specMembers.end());
    if (!m_sameForm)
        skipped.insert(skipped.end(), specFormMembers.begin(), specFormMembers.end());
    if (!m_builder.options().withBookkeeping)
        skipped.insert(skipped.end(), specBookkeeping.begin(), specBookkeeping.end());
    list.compareMembers(left, right, skipped);
}

void SpecsComparer::compareLayer(std::string_view name, DifferenceList &list)
{
    const auto nameOf = [](const JsonValue &layer) {
        return layer.isArray() ? layer.key() : layer.toString(); // v1: the layer's list of experiments
    };
    const JsonValue left = m_left.layerOf(name);
    const JsonValue right = m_right.layerOf(name);
    if (nameOf(left) != nameOf(right))
        list.addWithTexts(ComparedField::Layer, left, right, nameOf(left), nameOf(right));
}

void SpecsComparer::comparePlain(const PlainTable &table)
{
    const JsonValue lefts = m_left.root()[table.member];
    const JsonValue rights = m_right.root()[table.member];
    const MemberIndex leftIndex(lefts);
    const MemberIndex rightIndex(rights);
    const auto entityOf = [&table](const JsonValue &left, const JsonValue &right) {
        EntityDifference entity;
        entity.kind = table.kind;
        entity.name = left.isValid() ? left.key() : right.key();
        entity.left = left;
        entity.right = right;
        return entity;
    };
    for (quint32 i = 0; lefts.isObject() && i < lefts.size() && !m_builder.isStopped(); ++i) {
        const JsonValue left = lefts.at(i);
        const std::string name = left.keyUtf8();
        if (leftIndex.find(name) != left)
            continue;
        const JsonValue right = rightIndex.find(name);
        if (!right.isValid()) {
            m_builder.addSingle(entityOf(left, {}));
            continue;
        }
        DifferenceList list = m_builder.list();
        if (left.rawText() != right.rawText())
            list.compareMembers(left, right,
                m_builder.options().withBookkeeping ? SkippedMembers() : SkippedMembers(specBookkeeping));
        m_builder.addChanged(entityOf(left, right), list.take());
    }
    for (quint32 i = 0; rights.isObject() && i < rights.size() && !m_builder.isStopped(); ++i) {
        const JsonValue right = rights.at(i);
        const std::string name = right.keyUtf8();
        if (!leftIndex.contains(name) && rightIndex.find(name) == right)
            m_builder.addSingle(entityOf({}, right));
    }
}

} // namespace

Result<ComparisonPtr> compareSpecs(
    ComparisonBuilder builder, const ComparedDocument &left, const ComparedDocument &right)
{
    return SpecsComparer(std::move(builder), left, right).run();
}

} // namespace Gatescope
