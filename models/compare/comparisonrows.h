// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparison.h"

#include <QSet>

namespace Gatescope {

/// Which entities of a comparison are shown.
struct ComparisonFilter
{
    QString text = {}; ///< in a name, a field or a value, whatever the case
    QSet<ComparedKind> kinds = {}; ///< empty: all
    QSet<Change> changes = {}; ///< empty: all
    bool withSame = false; ///< also what is not different

    bool isActive() const { return !text.isEmpty() || !kinds.isEmpty() || !changes.isEmpty(); }
    bool operator==(const ComparisonFilter &) const = default;
};

/// Numbers into Comparison::differences, from its size on into Comparison::same.
using ComparisonRows = std::vector<quint32>;

/// Any thread; takes time that grows with the comparison. Empty if nobody waits any more.
ComparisonRows filterComparison(
    const Comparison &comparison, const ComparisonFilter &filter, const std::stop_token &stop = {});

} // namespace Gatescope
