// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializemodel.h"

#include "jsontreemodel.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

QString trInitialize(const char *text)
{
    return QCoreApplication::translate("Gatescope::InitializeModel", text);
}

QString grouped(int number)
{
    return QLocale().toString(number);
}

} // namespace

QString initializeKindPlural(InitializeKind kind)
{
    switch (kind) {
    case InitializeKind::Gate:
        return trInitialize("Feature gates");
    case InitializeKind::DynamicConfig:
        return trInitialize("Dynamic configs");
    case InitializeKind::Experiment:
        return trInitialize("Experiments");
    case InitializeKind::Layer:
        return trInitialize("Layers");
    case InitializeKind::ParamStore:
        return trInitialize("Parameter stores");
    }
    return {};
}

QString initializeKindWord(const InitializeEntry &entry)
{
    switch (entry.kind) {
    case InitializeKind::Gate:
        if (entry.spec && entry.spec->kind == EntityKind::Holdout)
            return trInitialize("holdout");
        if (entry.spec && entry.spec->kind == EntityKind::Segment)
            return trInitialize("segment");
        return trInitialize("gate");
    case InitializeKind::DynamicConfig:
        return entry.spec && entry.spec->kind == EntityKind::Autotune ? trInitialize("autotune")
                                                                      : trInitialize("dynamic config");
    case InitializeKind::Experiment:
        return trInitialize("experiment");
    case InitializeKind::Layer:
        return trInitialize("layer");
    case InitializeKind::ParamStore:
        return trInitialize("parameter store");
    }
    return {};
}

QString initializeTotals(InitializeKind kind, const InitializeTotals &totals)
{
    const QString count = grouped(totals.count);
    if (totals.count == 0)
        return trInitialize("0 · none in this answer");
    switch (kind) {
    case InitializeKind::Gate:
        return trInitialize("%1 · %2 on, %3 off")
            .arg(count, grouped(totals.on), grouped(totals.count - totals.on));
    case InitializeKind::DynamicConfig:
        return trInitialize("%1 · %2 with a matching rule").arg(count, grouped(totals.matching));
    case InitializeKind::Experiment:
        return trInitialize("%1 · %2 in, %3 not in")
            .arg(count, grouped(totals.in), grouped(totals.count - totals.in));
    case InitializeKind::Layer:
        return (totals.delegating == 1 ? trInitialize("%1 · %2 delegates to an experiment")
                                       : trInitialize("%1 · %2 delegate to an experiment"))
            .arg(count, grouped(totals.delegating));
    case InitializeKind::ParamStore:
        return count;
    }
    return {};
}

QString initializeValueText(const InitializeEntry &entry)
{
    if (entry.kind == InitializeKind::Gate)
        return entry.isOn ? trInitialize("On") : trInitialize("Off");
    return jsonValueLine(entry.value);
}

QString initializeInExperimentText(const InitializeEntry &entry)
{
    if (!entry.isInExperiment)
        return {};
    return *entry.isInExperiment ? trInitialize("In") : trInitialize("Not in");
}

QString initializeSentence(const InitializeEntry &entry)
{
    QStringList parts {entry.name(), initializeKindWord(entry)};
    if (!entry.isNameKnown())
        parts << trInitialize("name unknown");
    if (entry.names.size() > 1)
        parts << trInitialize("%1 names have this hash").arg(entry.names.size());
    parts << initializeValueText(entry) << initializeInExperimentText(entry);
    if (!entry.rule.isEmpty())
        parts << trInitialize("rule %1").arg(entry.rule);
    if (!entry.groupName.isEmpty())
        parts << trInitialize("group %1").arg(entry.groupName);
    if (!entry.idType.isEmpty())
        parts << trInitialize("ID type %1").arg(entry.idType);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace Gatescope
