// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/entitydetails.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// The parameters of a store and where their values come from, in words.
class StoreParametersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, TypeColumn, SourceColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setParameters(const QList<StoreRow> &parameters);
    /// The entity that a parameter reads; none if it reads none that the specs have.
    std::optional<EntityRef> linkOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static Phrases phrases(const StoreRow &row, int column);

    QList<StoreRow> m_parameters;
};

} // namespace Gatescope
