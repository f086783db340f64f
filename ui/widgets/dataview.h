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
    /// Names of the columns that hide first in a narrow window go last: hides `columns` while narrower than
    /// `width`.
    void setHiddenBelow(int width, const QList<int> &columns);
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
    void applyTheme();
    void copySelection() const;

    CellDelegate *m_delegate;
    Shape m_shape;
    Rows m_rows = Rows::Normal;
    int m_hiddenBelow = 0;
    QList<int> m_hiddenColumns;
};

} // namespace Gatescope
