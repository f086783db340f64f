// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/spokencells.h>

namespace Gatescope {

/// How the history looks in its table.
class HistoryCells : public SpokenCells
{
    Q_OBJECT
public:
    using SpokenCells::SpokenCells;

    QVariant data(const QModelIndex &index, int role) const override;
    /// A tree view asks for more at every layout, which would load all there is; the list asks where one
    /// scrolls.
    bool canFetchMore(const QModelIndex &) const override { return false; }
};

} // namespace Gatescope
