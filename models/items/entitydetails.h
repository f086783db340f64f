// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "specsindex.h"

#include <QStringList>

namespace Gatescope {

/// A share of the 1,000 buckets of an experiment or a layer.
struct SplitPart
{
    QString name;
    int size = 0; ///< of 1,000
    bool isRest = false; ///< buckets nobody has
    EntityRef link; ///< layers: the experiment; no name: none
    bool operator==(const SplitPart &) const = default;
};

struct RuleRow
{
    int number = 0; ///< 1-based
    QString title;
    QString id;
    Phrases words;
    Phrases outcome;
    bool operator==(const RuleRow &) const = default;
};

/// One parameter's value in every group, as JSON text; empty where a group lacks it.
struct ParameterRow
{
    QString name;
    QStringList values;
    QList<bool> differs; ///< from the first group's
    bool operator==(const ParameterRow &) const = default;
};

/// A parameter of a store.
struct StoreRow
{
    QString name;
    QString type; ///< as written; may be empty
    Phrases words; ///< where its value comes from
    bool operator==(const StoreRow &) const = default;
};

struct EntityLink
{
    ListedKind kind = EntityKind::Gate;
    SpecsPlace place;
    QString name; ///< for display
    QString note; ///< "rules 1, 4", "gives 600 of 1,000 buckets", "parameter label"
    bool isMissing = false; ///< named by a rule or a parameter, not in the specs
    bool operator==(const EntityLink &) const = default;
};

/// All that the page of an entity or a parameter store says, ready to be drawn.
struct EntityDetails
{
    ProjectPtr project; ///< keeps the JSON values alive
    std::uint32_t spec = Spec::none; ///< into Project::specs(); none: a parameter store
    SpecsPlace place;
    ListedKind kind = EntityKind::Gate;
    QString name; ///< for display
    std::optional<EntityStatus> status; ///< entities
    QString idType;
    std::optional<EntityRef> layer;
    std::optional<int> layerShare; ///< of 1,000
    QString salt;
    QStringList apps;
    QList<SplitPart> split; ///< in order of their buckets for experiments; empty: none
    QList<RuleRow> rules;
    QStringList groups; ///< of `values`
    QList<ParameterRow> values;
    QList<StoreRow> parameters; ///< of a store
    JsonValue defaultValue;
    JsonValue source;
    QList<EntityLink> dependsOn;
    QList<EntityLink> usedBy;

    /// Null: a parameter store.
    const EntityRef *entity() const { return std::get_if<EntityRef>(&place); }
};
using EntityDetailsPtr = std::shared_ptr<const EntityDetails>;

/// Of an item. Work grows with the entity: on a worker where it may be large.
EntityDetailsPtr entityDetails(const SpecsIndex &specs, std::uint32_t item);

} // namespace Gatescope
