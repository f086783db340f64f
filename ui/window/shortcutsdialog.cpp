// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "shortcutsdialog.h"

#include "keyreference.h"
#include "pagestack.h"

#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/filteredit.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTimer>

namespace Gatescope {

namespace {

QList<KeyPage> madePages(const PageStack &stack)
{
    QList<KeyPage> pages;
    for (int i = 0; i < stack.pageCount(); ++i)
        if (const Page *page = stack.pageIfMade(i))
            pages.append({stack.entry(i).title, page});
    return pages;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, PageStack &pages, QWidget *parent)
    : QDialog(parent)
    , m_menus(menus)
    , m_pages(pages)
    , m_model(new QStandardItemModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_view(new DataView(DataView::Shape::Tree, tr("Keyboard shortcuts"), this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(QStringLiteral("shortcutsDialog"));
    m_proxy->setSourceModel(m_model);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(-1);
    m_view->setObjectName(QStringLiteral("shortcutsView"));
    m_view->setModel(m_proxy);
    m_view->setRows(DataView::Rows::Nested);
    layOut();
    fill();
    QTimer::singleShot(0, this, &ShortcutsDialog::makeNextPage);
}

void ShortcutsDialog::layOut()
{
    const Theme &theme = Theme::instance();
    auto *find = new FilterEdit(tr("Find an action or a key"), this);
    find->setObjectName(QStringLiteral("shortcutsFilter"));
    auto *copyButton = new ActionButton(tr("Copy all"), ActionButton::Look::Plain, this);
    copyButton->setObjectName(QStringLiteral("copyShortcutsButton"));
    copyButton->setThemeIcon(Theme::Icon::Copy);
    copyButton->setToolTip(tr("As a table in Markdown"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(theme.scaled(12), theme.scaled(8), theme.scaled(12), theme.scaled(8));
    bar->addWidget(find, 1);
    bar->addWidget(copyButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    resize(theme.scaled(640), theme.scaled(660));
    connect(find, &FilterEdit::filterChanged, this, &ShortcutsDialog::filter);
    connect(copyButton, &QAbstractButton::clicked, this, &ShortcutsDialog::copy);
}

void ShortcutsDialog::makeNextPage()
{
    for (int i = 0; i < m_pages.pageCount(); ++i) {
        if (m_pages.pageIfMade(i))
            continue;
        m_pages.makePage(i);
        fill();
        QTimer::singleShot(0, this, &ShortcutsDialog::makeNextPage);
        return;
    }
    Q_EMIT completed();
}

void ShortcutsDialog::fill()
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    for (const KeyGroup &group : keyReference(m_menus, madePages(m_pages))) {
        auto *title = new QStandardItem(group.title);
        title->setData(true, CellRole::GroupRow);
        for (const KeyEntry &entry : group.entries)
            title->appendRow({new QStandardItem(entry.action),
                new QStandardItem(keysText(entry, QKeySequence::NativeText))});
        m_model->appendRow(title);
    }
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        m_view->setFirstColumnSpanned(row, {}, true);
    m_view->expandAll();
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
}

/// A group stays with those of its rows that have the text; a group of that name shows them all.
void ShortcutsDialog::filter(const QString &text)
{
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setFilterFixedString(text);
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        m_view->setFirstColumnSpanned(row, {}, true);
    m_view->expandAll();
}

QString ShortcutsDialog::reference() const
{
    return keyReferenceMarkdown(keyReference(m_menus, madePages(m_pages)));
}

void ShortcutsDialog::copy() const
{
    copyText(reference());
}

} // namespace Gatescope
