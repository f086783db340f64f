// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// This run's exchanges as a table, oldest first: one row each, grown at the end, dropped at the start.
class ExchangesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Number,
        Time,
        Endpoint,
        Subject,
        Connection,
        Status,
        Duration,
        SizeOut,
        SizeIn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< a number or text to order the column by
        StateRole, ///< int of ExchangeState, for icon and colour
        FilterTextRole, ///< what the text filter looks at, whatever the column
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setExchanges(const QList<ExchangePtr> &exchanges);
    void append(const ExchangePtr &exchange);
    void dropOldest(qsizetype count);

    ExchangePtr exchange(int row) const; ///< null out of range
    int rowOf(quint64 number) const; ///< −1 if it is not there

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ExchangePtr> m_exchanges;
};

} // namespace Gatescope
