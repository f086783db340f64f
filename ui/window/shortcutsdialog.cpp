// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "shortcutsdialog.h"

#include "actionwords.h"

#include <ui/widgets/cellroles.h>
#include <ui/widgets/dataview.h>

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

QString keysText(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &each : action.shortcuts())
        keys << each.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

void addMenuKeys(QStandardItemModel *model, const QAction &menuAction)
{
    auto *group = new QStandardItem(actionWords(menuAction));
    group->setData(true, CellRole::GroupRow);
    for (const QAction *action : menuAction.menu()->actions())
        if (!action->shortcut().isEmpty())
            group->appendRow({new QStandardItem(actionWords(*action)), new QStandardItem(keysText(*action))});
    if (group->rowCount() > 0)
        model->appendRow(group);
    else
        delete group;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, QWidget *parent)
    : QDialog(parent)
{
    const Theme &theme = Theme::instance();
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *model = new QStandardItemModel(this);
    model->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    for (const QAction *menu : menus.actions())
        addMenuKeys(model, *menu);
    auto *view = new DataView(DataView::Shape::Tree, tr("Keyboard shortcuts"), this);
    view->setModel(model);
    view->setRows(DataView::Rows::Nested);
    for (int row = 0; row < model->rowCount(); ++row)
        view->setFirstColumnSpanned(row, {}, true);
    view->expandAll();
    view->header()->setStretchLastSection(false);
    view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    view->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view);
    resize(theme.scaled(600), theme.scaled(640));
}

} // namespace Gatescope
