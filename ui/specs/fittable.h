// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace Gatescope {

class CellDelegate;

/// A table that is as tall as its rows, up to a limit, so that the page scrolls and not the table.
class FitTable : public QTableView
{
    Q_OBJECT
public:
    explicit FitTable(const QString &accessibleName, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// `column` takes what the others leave; those have what their cells need, up to `mostPercent` of the
    /// width each.
    void setStretched(int column, int mostPercent);

    /// Where the first column's text begins, at 100 %.
    void setLeadingInset(int pixels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fit();
    void shareWidth();
    void applyTheme();

    CellDelegate *m_delegate;
    int m_stretched = -1;
    int m_mostPercent = 100;
};

} // namespace Gatescope
