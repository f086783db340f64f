// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "bucketbook.h"
#include "explanationrow.h"

#include <unordered_set>

namespace Gatescope {

/// Turns a trace into rows: what was looked at in its order, then what was not reached, so that every rule of
/// every entity that was asked is there. Works in steps over the flat trace, however deep it is nested.
class RowBuilder
{
public:
    RowBuilder(const TraceView &view, const Verdict &verdict);

    void build();

    ExplanationRows takeRows() { return std::move(m_rows); }
    std::uint32_t decidingRow() const { return m_decidingRow; }
    /// Those that decided first.
    BucketFacts takeBuckets() { return std::move(m_orderedBuckets); }

private:
    void addEntity(std::uint32_t node);
    void addRule(std::uint32_t node);
    void addCondition(std::uint32_t node);
    void addAnswer(std::uint32_t node);
    QString groupAt(std::uint32_t node) const;
    void finishRule(std::uint32_t node);
    void finishEntity(std::uint32_t node);
    void addUnreachedRule(std::uint32_t parent, const Spec &spec, std::uint32_t index);
    void addBanditGroups(std::uint32_t node);
    std::uint32_t addConditionRow(
        std::uint32_t parent, const Spec &spec, std::uint32_t condition, std::uint32_t node);
    void addPercentage(std::uint32_t parent, const Spec &spec, const Rule &rule, std::uint32_t node);
    std::uint32_t append(std::uint32_t parent, ExplanationRow row);
    std::uint32_t rowOfParent(std::uint32_t node) const;
    void markDeciding();
    void markBuckets(std::uint32_t rule);
    void markRow(std::uint32_t row);
    void orderBuckets();
    void orderForReading();

    const TraceView &m_view;
    const Verdict &m_verdict;
    BucketBook m_buckets;
    std::vector<int> m_decidingBuckets; ///< in the order of deciding, with doubles
    BucketFacts m_orderedBuckets;
    ExplanationRows m_rows;
    std::vector<std::uint32_t> m_roots;
    std::vector<std::uint32_t> m_rowOfNode;
    std::vector<bool> m_isFinished; ///< rules, by node
    std::unordered_set<std::uint32_t> m_isListed; ///< specs whose unreached rules are rows
    std::uint32_t m_decidingRow = ExplanationRow::none;
};

} // namespace Gatescope
