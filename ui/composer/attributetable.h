// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace Gatescope {

class AttributeModel;

/// The editable table over an AttributeModel. Typing edits, Tab moves to the next cell while editing and
/// leaves the table after the last one, Delete removes the row. As tall as its rows, up to a bound.
class AttributeTable : public QTableView
{
    Q_OBJECT
public:
    /// Takes the model.
    AttributeTable(AttributeModel *model, const QString &accessibleName, QWidget *parent = nullptr);

    void setTypeShown(bool shown);
    void editNewRow();
    void showRow(int row);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void applyTheme();
    void layOutColumns();
    void act(const QModelIndex &index);
    void removeCurrentRow();
    QModelIndex neighbour(const QModelIndex &from, int step) const;

    AttributeModel *m_model;
};

} // namespace Gatescope
