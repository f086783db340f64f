// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "shortcutsdialog.h"

#include <ui/theme/theme.h>

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

QString plainText(const QAction &action)
{
    QString text = action.text();
    text.remove(QLatin1Char('&'));
    if (text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text;
}

void addMenuKeys(QTreeWidget *tree, const QAction &menuAction)
{
    auto *group = new QTreeWidgetItem(tree, {plainText(menuAction)});
    group->setFirstColumnSpanned(true);
    group->setFont(0, Theme::instance().font(Theme::Font::BodyStrong));
    for (const QAction *action : menuAction.menu()->actions())
        if (!action->shortcut().isEmpty())
            new QTreeWidgetItem(group,
                {plainText(*action),
                    QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
    group->setHidden(group->childCount() == 0);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QMenuBar &menus, QWidget *parent)
    : QDialog(parent)
{
    const Theme &theme = Theme::instance();
    setWindowTitle(tr("Keys"));
    auto *tree = new QTreeWidget(this);
    tree->setAccessibleName(tr("Keys"));
    tree->setFrameShape(QFrame::NoFrame);
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->setHeaderLabels({tr("Does"), tr("Keys")});
    for (const QAction *menu : menus.actions())
        addMenuKeys(tree, *menu);
    tree->expandAll();
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    tree->header()->setStretchLastSection(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tree);
    resize(theme.scaled(520), theme.scaled(600));
}

} // namespace Gatescope
