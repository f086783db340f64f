// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTreeView>

namespace Gatescope {

class CellDelegate;

/// The one view for tables and trees: whole rows, one height, row lines instead of stripes, cells drawn by
/// CellDelegate, a quiet header. Copy takes the selected rows as text.
class DataView : public QTreeView
{
    Q_OBJECT
public:
    enum class Shape { Table, Tree };
    enum class Rows { Normal, Nested }; ///< 28 or 24 at 100 %

    explicit DataView(Shape shape, const QString &accessibleName, QWidget *parent = nullptr);

    void setRows(Rows rows);
    /// Where the first column's text begins, at 100 %: 16 on a page, 8 inside a pane.
    void setLeadingInset(int pixels);
    /// Whether a click on the header sorts; the model or its proxy does the work.
    void setSortable(bool sortable);
    /// Hides `columns` while the view is narrower than `width` at 100 %. May be said for several widths.
    void setHiddenBelow(int width, const QList<int> &columns);
    /// Rows that say CellRole::GroupRow have their first cell across all columns. Unlike
    /// setFirstColumnSpanned() this costs the other rows nothing.
    void setGroupsAcross(bool across) { m_groupsAcross = across; }
    /// What the cells in sight and some more would need.
    int wantedWidth(int column) const { return sizeHintForColumn(column); }
    CellDelegate *cellDelegate() const { return m_delegate; }

Q_SIGNALS:
    /// Enter, or a double click that neither edits nor unfolds.
    void rowActivated(const QModelIndex &index);

protected:
    void drawRow(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void drawAcross(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void applyTheme();
    void copySelection() const;

    CellDelegate *m_delegate;
    Shape m_shape;
    Rows m_rows = Rows::Normal;
    bool m_groupsAcross = false;
    QList<std::pair<int, QList<int>>> m_hiddenBelow; ///< width and columns
};

} // namespace Gatescope
