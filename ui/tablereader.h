// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/tableexport.h>

#include <QObject>
#include <QPersistentModelIndex>

namespace Gatescope {

class DataView;

/// Reads what a view lists, as it is shown, a few rows at a time, so that a long list holds nobody up. Starts
/// anew where the list changes meanwhile. Once ready() was told it deletes itself. UI thread.
class TableReader : public QObject
{
    Q_OBJECT
public:
    TableReader(DataView &view, QObject *parent);

Q_SIGNALS:
    void ready(const Gatescope::ExportedTable &table);

private:
    void start();
    void readSome();
    void readRow(const QModelIndex &first);
    QModelIndex next(const QModelIndex &index) const;
    void finish();

    DataView &m_view;
    QList<int> m_columns; ///< in the order they are shown
    ExportedTable m_table; ///< a column of texts, then one of notes, for each of m_columns
    QString m_group; ///< the heading above the rows that are read
    QStringList m_groups; ///< of each row
    QPersistentModelIndex m_at;
    bool m_isStale = true;
};

} // namespace Gatescope
