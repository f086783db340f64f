// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparisonrows.h"

#include "comparisonwords.h"

#include <algorithm>

namespace Gatescope {

namespace {

bool holdsText(const FieldDifference &field, const EntityDifference &entity, const QString &text)
{
    const auto holds = [&text](const QString &where) { return where.contains(text, Qt::CaseInsensitive); };
    return holds(fieldWords(field)) || holds(sideText(entity, field, CompareSide::Left))
        || holds(sideText(entity, field, CompareSide::Right));
}

bool holdsText(const Comparison &comparison, const EntityDifference &entity, const QString &text)
{
    const auto holds = [&text](const QString &where) { return where.contains(text, Qt::CaseInsensitive); };
    if (text.isEmpty() || holds(entityName(entity)))
        return true;
    if (entity.change != Change::Changed)
        return holds(entityText(comparison.type, entity, CompareSide::Left))
            || holds(entityText(comparison.type, entity, CompareSide::Right));
    return std::ranges::any_of(
        entity.fields, [&](const FieldDifference &field) { return holdsText(field, entity, text); });
}

} // namespace

ComparisonRows filterComparison(
    const Comparison &comparison, const ComparisonFilter &filter, const std::stop_token &stop)
{
    ComparisonRows rows;
    const auto hasKind = [&filter](ComparedKind kind) {
        return filter.kinds.isEmpty() || filter.kinds.contains(kind);
    };
    const auto first = quint32(comparison.differences.size());
    for (quint32 i = 0; i < first && !stop.stop_requested(); ++i) {
        const EntityDifference &entity = comparison.differences[i];
        const bool hasChange = filter.changes.isEmpty() || filter.changes.contains(entity.change);
        if (hasKind(entity.kind) && hasChange && holdsText(comparison, entity, filter.text))
            rows.push_back(i);
    }
    if (!filter.withSame || !filter.changes.isEmpty())
        return rows;
    for (quint32 i = 0; i < comparison.same.size() && !stop.stop_requested(); ++i) {
        const SameEntity &entity = comparison.same[i];
        if (hasKind(entity.kind)
            && (filter.text.isEmpty()
                || comparison.nameOf(entity).contains(filter.text, Qt::CaseInsensitive)))
            rows.push_back(first + i);
    }
    return rows;
}

} // namespace Gatescope
