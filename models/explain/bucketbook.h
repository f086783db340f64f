// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "bucketranges.h"
#include "traceview.h"

#include <QHash>

namespace Gatescope {

/// Collects the buckets of an explanation, each once.
class BucketBook
{
public:
    explicit BucketBook(const TraceView &view)
        : m_view(view)
    { }

    /// The number of a fact, which is its place in facts().
    int addPercentage(const Spec &spec, const Rule &rule, const Trace::Bucket &bucket);
    int addGroups(const Spec &spec, const Condition &condition, const Trace::Bucket &bucket);
    int addBandit(const Bandit &bandit, const Trace::Bucket &bucket);
    const BucketFacts &facts() const { return m_facts; }

private:
    BucketFact factOf(const Trace::Bucket &bucket, const FieldName &idType, std::string_view salt) const;
    /// The number of a fact that is known already; its ranges are made for new ones only.
    std::optional<int> known(const BucketFact &fact) const;
    int add(BucketFact fact);
    const BucketDividers &dividersOf(const Spec &spec, const Condition &condition);
    static QString keyOf(const BucketFact &fact);

    const TraceView &m_view;
    BucketFacts m_facts;
    QHash<QString, int> m_numbers;
    std::unordered_map<const Spec *, std::unordered_map<std::string, BucketDividers>> m_dividers;
};

} // namespace Gatescope
