// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QMenuBar;
class QSortFilterProxyModel;
class QStandardItemModel;

namespace Gatescope {

class DataView;
class PageStack;

/// The keys of the whole window, group by group, with a line to find one. It can be copied, for printing.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    /// Pages that were never shown are made, one at a time while the dialog is open.
    ShortcutsDialog(const QMenuBar &menus, PageStack &pages, QWidget *parent);

    /// As Markdown.
    QString reference() const;

Q_SIGNALS:
    void completed(); ///< every page is in it

private:
    void layOut();
    void makeNextPage();
    void fill();
    void filter(const QString &text);
    void copy() const;

    const QMenuBar &m_menus;
    PageStack &m_pages;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_proxy;
    DataView *m_view;
};

} // namespace Gatescope
