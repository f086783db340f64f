// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/personas/personatable.h>

#include <QScrollArea>

class QComboBox;
class QGridLayout;

namespace Gatescope {

/// Over each column of a table what it is taken for and its type, and under them its first cells as they
/// will be. UI thread.
class ColumnMapping : public QScrollArea
{
    Q_OBJECT
public:
    explicit ColumnMapping(QWidget *parent = nullptr);

    void setTable(const PersonaTable &table);
    const QList<TableColumn> &columns() const { return m_columns; }

Q_SIGNALS:
    void changed();

private:
    void addColumn(int column);
    QComboBox *makeTargets(int column) const;
    QComboBox *makeTypes(int column) const;
    void showCells(int column);

    QList<TableColumn> m_columns;
    QList<QList<ColumnTarget>> m_targets; ///< what each may be taken for, whatever is chosen
    QList<CsvRow> m_rows; ///< the first ones
    QGridLayout *m_grid = nullptr;
};

} // namespace Gatescope
