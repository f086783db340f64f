// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/spokencells.h>

namespace Gatescope {

/// How the entities of a SpecsModel look in a DataView.
class SpecsCells : public SpokenCells
{
    Q_OBJECT
public:
    using SpokenCells::SpokenCells;

    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace Gatescope
