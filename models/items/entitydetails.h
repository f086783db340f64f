// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entitystatus.h"

#include <models/evaluation/dependencies.h>
#include <models/evaluation/phrase.h>

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

struct EntityLink
{
    EntityKind kind = EntityKind::Gate;
    EntityRef ref;
    QString name; ///< for display
    QString note; ///< "rules 1, 4", "gives 600 of 1,000 buckets"
    bool isMissing = false; ///< named by a rule, not in the specs
    bool operator==(const EntityLink &) const = default;
};

/// All that the entity page says about one spec, ready to be drawn.
struct EntityDetails
{
    ProjectPtr project; ///< keeps the JSON values alive
    std::uint32_t spec = 0;
    EntityRef ref;
    EntityKind kind = EntityKind::Gate;
    QString name; ///< for display
    EntityStatus status = EntityStatus::On;
    QString idType;
    std::optional<EntityRef> layer;
    std::optional<int> layerShare; ///< of 1,000
    QString salt;
    QStringList apps;
    QList<SplitPart> split; ///< in order of their buckets for experiments; empty: none
    QList<RuleRow> rules;
    QStringList groups; ///< of `values`
    QList<ParameterRow> values;
    JsonValue defaultValue;
    JsonValue source;
    QList<EntityLink> dependsOn;
    QList<EntityLink> usedBy;
};
using EntityDetailsPtr = std::shared_ptr<const EntityDetails>;

/// Work grows with the entity: on a worker where it may be large.
EntityDetailsPtr entityDetails(
    const ProjectPtr &project, const DependencyIndex &dependencies, std::uint32_t spec);

} // namespace Gatescope
