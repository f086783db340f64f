// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/compare/impact.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// Which entities some users get another value of: one row each.
class ImpactModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column { Entity, Users, Left, Right, Example };
    static constexpr int columns = int(Column::Example) + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setImpact(const ImpactPtr &impact); ///< may be null

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const EntityImpact &entry, Column column) const;

    ImpactPtr m_impact;
};

} // namespace Gatescope
