// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparison.h"
#include "impact.h"

namespace Gatescope {

/// A comparison as it leaves the program.
struct ComparisonReport
{
    ComparisonPtr comparison;
    QString leftName; ///< a file's name, a user's
    QString rightName;
    std::vector<FieldDifference> users; ///< how the two users differ; empty if there are none
    std::array<JsonDocumentPtr, 2> keptUsers; ///< what those are handles into
    ImpactPtr impact; ///< null if nobody asked
    QString program; ///< "Gatescope 0.1.0"
};

/// For a ticket: the counts, then each entity with its fields, left and right. Server text stays text, values
/// of privateAttributes are left out. Any thread.
QString comparisonMarkdown(const ComparisonReport &report);
/// One line of JSON (docs/diff-json.md). Any thread.
QByteArray comparisonJson(const ComparisonReport &report);

} // namespace Gatescope
