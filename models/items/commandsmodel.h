// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "commandindex.h"

#include <QAbstractListModel>

namespace Gatescope {

/// What was found, the best first.
class CommandsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setFound(const QList<FoundCommand> &found);
    const FoundCommand &at(int row) const { return m_found.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<FoundCommand> m_found;
};

} // namespace Gatescope
