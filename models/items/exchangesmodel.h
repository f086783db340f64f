// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "growingtable.h"

#include <models/statsig/exchange.h>

namespace Gatescope {

/// This run's exchanges as a table.
class ExchangesModel : public GrowingTable<ExchangePtr>
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

    using GrowingTable::GrowingTable;

    int rowOf(quint64 number) const; ///< −1 if it is not there

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace Gatescope
