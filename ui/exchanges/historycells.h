// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIdentityProxyModel>

namespace Gatescope {

/// How the history looks in its table.
class HistoryCells : public QIdentityProxyModel
{
    Q_OBJECT
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override;
    /// A tree view asks for more at every layout, which would load all there is; the list asks where one
    /// scrolls.
    bool canFetchMore(const QModelIndex &) const override { return false; }
};

} // namespace Gatescope
