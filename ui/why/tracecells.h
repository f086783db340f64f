// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/explain/explanationrow.h>
#include <ui/widgets/mark.h>
#include <ui/widgets/spokencells.h>

namespace Gatescope {

/// How a result looks: only what decides is red.
Mark markOf(const ExplanationRow &row);

/// How the rows of an ExplanationModel look in a DataView.
class TraceCells : public SpokenCells
{
    Q_OBJECT
public:
    using SpokenCells::SpokenCells;

    QVariant data(const QModelIndex &index, int role) const override;

private:
    const ExplanationRow *row(const QModelIndex &index) const;
    QVariant presented(const QModelIndex &index, int role) const;
    QString targetsToolTip(const QModelIndex &index) const;
    static QVariant ruleData(const ExplanationRow &row, int role, bool decides);
};

} // namespace Gatescope
