// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "namedentity.h"

#include <models/evaluation/lint/likeness.h>
#include <models/items/entitystatus.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

constexpr std::array allTables {SpecTable::FeatureGates, SpecTable::DynamicConfigs, SpecTable::LayerConfigs};
constexpr qsizetype mostSimilar = 3;

QString trNamedEntity(const char *text)
{
    return QCoreApplication::translate("NamedEntity", text);
}

bool isIn(const Project &project, SpecTable table, const std::string &name)
{
    return project.find(table, name) >= 0
        || (table == SpecTable::DynamicConfigs && project.bandit(name) != nullptr);
}

QList<EntityRef> entitiesNamed(const Project &project, const QString &name, std::optional<SpecTable> table)
{
    QList<EntityRef> found;
    for (const SpecTable candidate : allTables) {
        if (table && *table != candidate)
            continue;
        const QString segment = QStringLiteral("segment:") + name;
        if (isIn(project, candidate, name.toStdString()))
            found.append({candidate, name});
        else if (candidate == SpecTable::FeatureGates && isIn(project, candidate, segment.toStdString()))
            found.append({candidate, segment});
    }
    return found;
}

QString kindOf(const Project &project, const EntityRef &ref)
{
    const int spec = project.find(ref.table, ref.name.toStdString());
    return kindWords(spec < 0 ? EntityKind::Autotune : project.specs()[size_t(spec)].kind);
}

QString tableWords(std::optional<SpecTable> table)
{
    if (!table)
        return trNamedEntity("These specs have no gate, config or layer named “%1”.");
    switch (*table) {
    case SpecTable::FeatureGates:
        return trNamedEntity("These specs have no gate named “%1”.");
    case SpecTable::DynamicConfigs:
        return trNamedEntity("These specs have no config or experiment named “%1”.");
    case SpecTable::LayerConfigs:
        break;
    }
    return trNamedEntity("These specs have no layer named “%1”.");
}

QStringList quoted(const QStringList &names)
{
    QStringList texts;
    for (const QString &name : names)
        texts << QStringLiteral("“%1”").arg(name);
    return texts;
}

Error notFound(const Project &project, const QString &name, std::optional<SpecTable> table)
{
    QStringList names;
    for (const Spec &spec : project.specs()) {
        if (!table || *table == spec.table)
            names << displayName(spec);
    }
    QString message = tableWords(table).arg(name);
    const QStringList similar = quoted(similarNames(name, names));
    if (!similar.isEmpty())
        message += trNamedEntity(" Did you mean %1?").arg(similar.join(trNamedEntity(" or ")));
    return {ErrorCode::BadInput, message, {}};
}

Error ambiguous(const Project &project, const QString &name, const QList<EntityRef> &found)
{
    QStringList kinds;
    for (const EntityRef &ref : found)
        kinds << kindOf(project, ref);
    return {ErrorCode::BadInput,
        trNamedEntity("“%1” is more than one thing: %2. Say which with --kind gate, config or layer.")
            .arg(name, kinds.join(QStringLiteral(", "))),
        {}};
}

/// The name of what a parameter of a store refers to; empty for static values.
QString referenceOf(const JsonValue &parameter)
{
    for (const char *member : {"gate_name", "config_name", "experiment_name", "layer_name"}) {
        if (const JsonValue name = parameter.member(member); name.isString())
            return name.toString();
    }
    return {};
}

std::optional<Error> storeOf(const Project &project, const QString &name)
{
    const JsonValue store = project.payload()->root().member("param_stores").member(name.toStdString());
    if (!store.isObject())
        return std::nullopt;
    const JsonValue parameters = store.member("parameters");
    QStringList references;
    for (quint32 i = 0; i < parameters.size(); ++i) {
        const QString reference = referenceOf(parameters.at(i));
        if (!reference.isEmpty() && !references.contains(reference))
            references << reference;
    }
    QString message = trNamedEntity("“%1” is a parameter store, which has no rules of its own.").arg(name);
    if (!references.isEmpty())
        message += trNamedEntity(" Explain what it refers to: %1.")
                       .arg(quoted(references).join(QStringLiteral(", ")));
    return Error {ErrorCode::BadInput, message, {}};
}

/// None for names that are not alike; one that holds the other is as good as one slip.
std::optional<int> unlikeness(const FoldedName &wanted, const FoldedName &name)
{
    constexpr qsizetype shortestPart = 3;
    const bool holds = std::min(wanted.text.size(), name.text.size()) >= shortestPart
        && (name.text.contains(wanted.text) || wanted.text.contains(name.text));
    const std::optional<int> slips = likeness(wanted, name);
    return slips || !holds ? slips : std::optional(1);
}

} // namespace

QStringList similarNames(const QString &name, const QStringList &names)
{
    const FoldedName wanted(name);
    std::vector<std::pair<int, QString>> alike;
    for (const QString &other : names) {
        if (const auto distance = unlikeness(wanted, FoldedName(other)))
            alike.emplace_back(*distance, other);
    }
    std::ranges::sort(alike);
    alike.erase(std::ranges::unique(alike).begin(), alike.end());
    QStringList similar;
    for (const auto &[distance, other] : alike) {
        if (similar.size() < mostSimilar && distance <= alike.front().first + 1)
            similar << other;
    }
    return similar;
}

Result<EntityRef> namedEntity(const Project &project, const QString &name, std::optional<SpecTable> table)
{
    const QList<EntityRef> found = entitiesNamed(project, name, table);
    if (found.size() == 1)
        return found.first();
    if (found.size() > 1)
        return std::unexpected(ambiguous(project, name, found));
    if (const auto store = storeOf(project, name))
        return std::unexpected(*store);
    return std::unexpected(notFound(project, name, table));
}

} // namespace Gatescope
