// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/initializeview.h>

#include <QSet>

namespace Gatescope {

/// Columns of the table of an initialize response.
enum class InitializeColumn { Name, Value, Rule, Group, IdType, InExperiment };
inline constexpr int initializeColumns = int(InitializeColumn::InExperiment) + 1;

/// Which entries of a response are shown, and in which order within their kind.
struct InitializeFilter
{
    QString text = {}; ///< in name, hash, value, rule, group or ID type, whatever the case
    QSet<InitializeKind> kinds = {}; ///< empty: all
    bool onlyPassing = false; ///< as isPassing() says
    bool onlyInExperiment = false;
    bool onlyUnknown = false;
    std::optional<InitializeColumn> sortBy = {}; ///< unset: the view's order
    bool descending = false;

    bool isActive() const
    {
        return !text.isEmpty() || !kinds.isEmpty() || onlyPassing || onlyInExperiment || onlyUnknown;
    }
    bool operator==(const InitializeFilter &) const = default;
};

/// Indexes into InitializeView::entries(), grouped by kind.
using InitializeRows = std::vector<quint32>;

/// Any thread; takes time that grows with the response.
InitializeRows filterInitialize(const InitializeView &view, const InitializeFilter &filter);

} // namespace Gatescope
