// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractTableModel>
#include <QList>

#include <algorithm>

namespace Gatescope {

/// A table of what happened, oldest first: one row an item, grown at the end, dropped at the start. Its
/// subclass says what the columns are.
template<class Item>
class GrowingTable : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setItems(const QList<Item> &items)
    {
        beginResetModel();
        m_items = items;
        endResetModel();
    }
    void append(const QList<Item> &items)
    {
        if (items.isEmpty())
            return;
        beginInsertRows({}, int(m_items.size()), int(m_items.size() + items.size()) - 1);
        m_items += items;
        endInsertRows();
    }
    void dropOldest(qsizetype count)
    {
        count = std::min(count, m_items.size());
        if (count <= 0)
            return;
        beginRemoveRows({}, 0, int(count) - 1);
        m_items.remove(0, count);
        endRemoveRows();
    }

    const QList<Item> &items() const { return m_items; }
    Item item(int row) const { return m_items.value(row); } ///< a default one out of range

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }

private:
    QList<Item> m_items;
};

} // namespace Gatescope
