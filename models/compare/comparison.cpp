// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparison.h"

#include "comparisonbuilder.h"

#include <models/statsig/hashednames.h>
#include <models/statsig/initializeshape.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString comparedTypeWords(ComparedType type)
{
    switch (type) {
    case ComparedType::Initialize:
        return QCoreApplication::translate("Gatescope::Comparison", "an initialize response");
    case ComparedType::Specs:
        return QCoreApplication::translate("Gatescope::Comparison", "specs");
    case ComparedType::Json:
        break;
    }
    return QCoreApplication::translate("Gatescope::Comparison", "neither specs nor an initialize response");
}

Result<ComparisonPtr> compareJson(
    ComparisonBuilder builder, const ComparedDocument &left, const ComparedDocument &right)
{
    EntityDifference whole;
    whole.name = QStringLiteral("$");
    whole.left = left.document->root();
    whole.right = right.document->root();
    DifferenceList list = builder.list();
    list.compareMembers(whole.left, whole.right);
    builder.addChanged(std::move(whole), list.take());
    return builder.take();
}

HashedNames::Space nameSpaceOf(ComparedKind kind)
{
    switch (kind) {
    case ComparedKind::Gate:
        return HashedNames::Space::Gates;
    case ComparedKind::Layer:
        return HashedNames::Space::Layers;
    case ComparedKind::ParamStore:
        return HashedNames::Space::ParamStores;
    default:
        return HashedNames::Space::Configs;
    }
}

/// Names that one side knows are known to both.
ComparedDocument withNames(ComparedDocument document, const ComparedDocument &other)
{
    if (!document.project)
        document.project = other.project;
    if (!document.names)
        document.names = other.names;
    return document;
}

} // namespace

QString Comparison::nameOf(const SameEntity &entity) const
{
    const QString name = entity.left.hasKey() ? entity.left.key() : entity.left["name"].toString();
    if (!names)
        return name;
    const QStringList known = names->names(nameSpaceOf(entity.kind), name.toStdString());
    return known.isEmpty() ? name : known.join(QStringLiteral(" / "));
}

KindCounts Comparison::total() const
{
    KindCounts total;
    for (const KindCounts &kind : counts) {
        total.same += kind.same;
        total.changed += kind.changed;
        total.added += kind.added;
        total.removed += kind.removed;
    }
    return total;
}

ComparedType comparedType(const JsonValue &root)
{
    const JsonValue gates = root["feature_gates"];
    if (gates.isArray() || (gates.isObject() && root["condition_map"].isObject()))
        return ComparedType::Specs;
    return isInitializeResponse(root) ? ComparedType::Initialize : ComparedType::Json;
}

Result<ComparisonPtr> compareDocuments(
    const ComparedDocument &left, const ComparedDocument &right, const CompareOptions &options)
{
    const ComparedType type = comparedType(left.document->root());
    const ComparedType other = comparedType(right.document->root());
    if (type != other)
        return failure(ErrorCode::BadInput,
            QCoreApplication::translate("Gatescope::Comparison",
                "These cannot be compared: the left is %1, the right is %2. Choose two of one kind.")
                .arg(comparedTypeWords(type), comparedTypeWords(other)));
    const bool sharesNames = type == ComparedType::Initialize;
    const ComparedDocument lefts = sharesNames ? withNames(left, right) : left;
    const ComparedDocument rights = sharesNames ? withNames(right, left) : right;
    ComparisonBuilder builder(type, lefts, rights, options);
    switch (type) {
    case ComparedType::Initialize:
        return compareInitialize(std::move(builder), lefts, rights);
    case ComparedType::Specs:
        return compareSpecs(std::move(builder), lefts, rights);
    case ComparedType::Json:
        break;
    }
    return compareJson(std::move(builder), lefts, rights);
}

std::vector<FieldDifference> compareUsers(const JsonValue &left, const JsonValue &right)
{
    DifferenceList list({}, mostComparedFields);
    list.compareMembers(left, right);
    return list.take();
}

} // namespace Gatescope
