// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "differencelist.h"

namespace Gatescope {

/// Takes in entity by entity what a comparison finds, and puts it in order.
class ComparisonBuilder
{
public:
    ComparisonBuilder(
        ComparedType type, ComparedDocument left, ComparedDocument right, CompareOptions options);

    const CompareOptions &options() const { return m_options; }
    /// True now and then if nobody waits any more; cheap enough to ask for each entity.
    bool isStopped();
    void setNames(std::shared_ptr<const HashedNames> names) { m_comparison->names = std::move(names); }
    /// An empty list for the fields of the next entity.
    DifferenceList list() const;

    void addSame(ComparedKind kind, const JsonValue &left, const JsonValue &right);
    /// Counts it as the same if there are no fields.
    void addChanged(EntityDifference entity, std::vector<FieldDifference> fields);
    /// What stands beside the entities, as one more: the members of both roots but those that hold entities,
    /// and bookkeeping only if it is wanted.
    void addRest(const QString &name, SkippedMembers entities, SkippedMembers bookkeeping);
    /// An entity that only one side has.
    void addSingle(EntityDifference entity);

    Result<ComparisonPtr> take();

private:
    std::shared_ptr<Comparison> m_comparison;
    CompareOptions m_options;
    std::array<std::vector<EntityDifference>, comparedKinds.size()> m_byKind;
    unsigned m_asked = 0;
    bool m_isStopped = false;
};

/// \name The comparisons by type
/// @{
Result<ComparisonPtr> compareInitialize(
    ComparisonBuilder builder, const ComparedDocument &left, const ComparedDocument &right);
Result<ComparisonPtr> compareSpecs(
    ComparisonBuilder builder, const ComparedDocument &left, const ComparedDocument &right);
/// @}

} // namespace Gatescope
