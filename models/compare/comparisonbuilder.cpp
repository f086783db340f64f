// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparisonbuilder.h"

#include <models/workerdelete.h>

#include <QCoreApplication>

namespace Gatescope {

ComparisonBuilder::ComparisonBuilder(
    ComparedType type, ComparedDocument left, ComparedDocument right, CompareOptions options)
    : m_comparison(new Comparison, WorkerDelete())
    , m_options(std::move(options))
{
    m_comparison->type = type;
    m_comparison->left = std::move(left);
    m_comparison->right = std::move(right);
}

bool ComparisonBuilder::isStopped()
{
    constexpr unsigned every = 64;
    if (m_asked++ % every == 0)
        m_isStopped = m_isStopped || m_options.stop.stop_requested();
    return m_isStopped;
}

DifferenceList ComparisonBuilder::list() const
{
    return DifferenceList(m_options.stop, mostComparedFields - m_comparison->fieldCount);
}

void ComparisonBuilder::addSame(ComparedKind kind, const JsonValue &left, const JsonValue &right)
{
    ++m_comparison->counts[std::size_t(kind)].same;
    m_comparison->same.push_back({kind, left, right});
}

void ComparisonBuilder::addChanged(EntityDifference entity, std::vector<FieldDifference> fields)
{
    if (fields.empty() && m_comparison->fieldCount < mostComparedFields)
        return addSame(entity.kind, entity.left, entity.right);
    entity.change = Change::Changed;
    entity.fields = std::move(fields);
    m_comparison->fieldCount += qint64(entity.fields.size());
    m_comparison->isCut = m_comparison->fieldCount >= mostComparedFields;
    ++m_comparison->counts[std::size_t(entity.kind)].changed;
    m_byKind[std::size_t(entity.kind)].push_back(std::move(entity));
}

void ComparisonBuilder::addRest(const QString &name, SkippedMembers entities, SkippedMembers bookkeeping)
{
    std::vector<std::string_view> skipped(entities.begin(), entities.end());
    if (!m_options.withBookkeeping)
        skipped.insert(skipped.end(), bookkeeping.begin(), bookkeeping.end());
    EntityDifference rest;
    rest.name = name;
    rest.left = m_comparison->left.document->root();
    rest.right = m_comparison->right.document->root();
    DifferenceList fields = list();
    fields.compareMembers(rest.left, rest.right, skipped);
    if (std::vector<FieldDifference> found = fields.take(); !found.empty())
        addChanged(std::move(rest), std::move(found));
}

void ComparisonBuilder::addSingle(EntityDifference entity)
{
    entity.change = entity.left.isValid() ? Change::Removed : Change::Added;
    KindCounts &counts = m_comparison->counts[std::size_t(entity.kind)];
    ++(entity.left.isValid() ? counts.removed : counts.added);
    m_byKind[std::size_t(entity.kind)].push_back(std::move(entity));
}

Result<ComparisonPtr> ComparisonBuilder::take()
{
    if (m_options.stop.stop_requested())
        return failure(
            ErrorCode::Cancelled, QCoreApplication::translate("Gatescope::Comparison", "Stopped."));
    for (std::vector<EntityDifference> &entities : m_byKind)
        std::ranges::move(entities, std::back_inserter(m_comparison->differences));
    return std::shared_ptr<const Comparison>(std::move(m_comparison));
}

} // namespace Gatescope
