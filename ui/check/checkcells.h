// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/spokencells.h>

namespace Gatescope {

/// How the rows of a CheckModel look in a DataView.
class CheckCells : public SpokenCells
{
    Q_OBJECT
public:
    using SpokenCells::SpokenCells;

    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVariant nameData(const QModelIndex &index, int role) const;
    QVariant verdictData(const QModelIndex &index, int role) const;
    QVariant wordsData(const QModelIndex &index, int role) const;
    QVariant agreementData(const QModelIndex &index, int role) const;
};

} // namespace Gatescope
