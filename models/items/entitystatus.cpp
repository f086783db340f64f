// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "entitystatus.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

namespace {

struct EntityStatusText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::EntityStatus)
};

bool hasRuleNamed(const Spec &spec, std::string_view id)
{
    return std::any_of(spec.rules.begin(), spec.rules.end(), [&](const Rule &rule) { return rule.id == id; });
}

bool asksIdList(const Project &project, const Spec &spec)
{
    const auto isList = [&](std::uint32_t index) {
        const Operator op = project.conditions()[index].op;
        return op == Operator::InSegmentList || op == Operator::NotInSegmentList;
    };
    return std::any_of(spec.rules.begin(), spec.rules.end(), [&](const Rule &rule) {
        return std::any_of(rule.conditions.begin(), rule.conditions.end(), isList);
    });
}

/// Facts §3.11 says by which rules an experiment's end is known.
EntityStatus experimentStatus(const Spec &spec)
{
    if (hasRuleNamed(spec, "launchedGroup"))
        return EntityStatus::Shipped;
    if (hasRuleNamed(spec, "abandoned"))
        return EntityStatus::Stopped;
    if (spec.isActive.value_or(false))
        return EntityStatus::Active;
    return hasRuleNamed(spec, "prestart") ? EntityStatus::NotStarted : EntityStatus::NotActive;
}

} // namespace

EntityStatus statusOf(const Project &project, const Spec &spec)
{
    if (!spec.enabled)
        return EntityStatus::Off;
    if (spec.kind == EntityKind::Experiment)
        return experimentStatus(spec);
    return spec.kind == EntityKind::Segment && asksIdList(project, spec) ? EntityStatus::IdList
                                                                         : EntityStatus::On;
}

QString statusWords(EntityStatus status)
{
    switch (status) {
    case EntityStatus::On:
        return EntityStatusText::tr("Enabled");
    case EntityStatus::Off:
        return EntityStatusText::tr("Off");
    case EntityStatus::Active:
        return EntityStatusText::tr("Active");
    case EntityStatus::NotActive:
        return EntityStatusText::tr("Not active");
    case EntityStatus::NotStarted:
        return EntityStatusText::tr("Not started");
    case EntityStatus::Shipped:
        return EntityStatusText::tr("Shipped");
    case EntityStatus::Stopped:
        return EntityStatusText::tr("Stopped");
    case EntityStatus::IdList:
        return EntityStatusText::tr("ID list");
    }
    return {};
}

QString statusMark(EntityStatus status)
{
    switch (status) {
    case EntityStatus::On:
        return {};
    case EntityStatus::Off:
        return EntityStatusText::tr("off");
    case EntityStatus::Active:
        return EntityStatusText::tr("active");
    case EntityStatus::NotActive:
        return EntityStatusText::tr("not active");
    case EntityStatus::NotStarted:
        return EntityStatusText::tr("not started");
    case EntityStatus::Shipped:
        return EntityStatusText::tr("shipped");
    case EntityStatus::Stopped:
        return EntityStatusText::tr("stopped");
    case EntityStatus::IdList:
        return EntityStatusText::tr("ID list");
    }
    return {};
}

QString kindWords(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Gate:
        return EntityStatusText::tr("gate");
    case EntityKind::Segment:
        return EntityStatusText::tr("segment");
    case EntityKind::Holdout:
        return EntityStatusText::tr("holdout");
    case EntityKind::DynamicConfig:
        return EntityStatusText::tr("dynamic config");
    case EntityKind::Experiment:
        return EntityStatusText::tr("experiment");
    case EntityKind::Autotune:
        return EntityStatusText::tr("autotune");
    case EntityKind::Layer:
        return EntityStatusText::tr("layer");
    }
    return {};
}

QString kindPlural(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Gate:
        return EntityStatusText::tr("Gates");
    case EntityKind::Segment:
        return EntityStatusText::tr("Segments");
    case EntityKind::Holdout:
        return EntityStatusText::tr("Holdouts");
    case EntityKind::DynamicConfig:
        return EntityStatusText::tr("Dynamic configs");
    case EntityKind::Experiment:
        return EntityStatusText::tr("Experiments");
    case EntityKind::Autotune:
        return EntityStatusText::tr("Autotunes");
    case EntityKind::Layer:
        return EntityStatusText::tr("Layers");
    }
    return {};
}

} // namespace Gatescope
