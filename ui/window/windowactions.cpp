// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "windowactions.h"

#include "pagestack.h"

#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace Gatescope {

WindowActions::WindowActions(const PageStack &pageStack, QWidget *window)
    : QObject(window)
    , m_window(window)
{
    const auto keys = [](const char *text) { return QKeySequence(QLatin1String(text)); };
    newConnection = add(tr("Add a &connection…"), {QKeySequence(QKeySequence::New)});
    openSpecs = add(tr("&Open specs…"), {QKeySequence(QKeySequence::Open)});
    downloadSpecs = add(tr("&Download specs"));
    settings = add(tr("&Settings…"), {keys("Ctrl+,")});
    quit = add(tr("&Quit"), {keys("Ctrl+Q")});
    filter = add(tr("&Filter the view"), {keys("Ctrl+F"), keys("/")});
    goToUser = add(tr("&Go to the composer"), {keys("Ctrl+U")});
    toggleComposer = add(tr("&Show the composer"), {keys("Ctrl+Shift+U")});
    toggleComposer->setCheckable(true);
    run = add(tr("&Run the page's action"), {keys("Ctrl+Return"), keys("Ctrl+Enter"), keys("F5")});
    stop = add(tr("&Stop, or leave the filter, or go back"), {keys("Esc")});
    exposures = add(tr("&Log exposures"), {keys("Ctrl+Shift+E")});
    exposures->setCheckable(true);
    for (int i = 0; i < pageStack.pageCount(); ++i) {
        pages.append(add(pageStack.entry(i).title, {QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1))}));
        pages.last()->setCheckable(true);
    }
    toggleExchange = add(tr("Last &exchange"), {keys("Ctrl+J")});
    toggleExchange->setCheckable(true);
    copyCurl = add(tr("Copy as c&URL"), {keys("Ctrl+Shift+C")});
    nextArea = add(tr("&Next area"), {keys("F6")});
    previousArea = add(tr("&Previous area"), {keys("Shift+F6")});
    connections = add(tr("&Connections…"));
    clearExchanges = add(tr("C&lear the exchanges"));
    shortcuts = add(tr("&Keys…"), {keys("F1")});
    about = add(tr("&About Gatescope…"));
}

QAction *WindowActions::add(const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, m_window);
    action->setShortcuts(keys);
    action->setMenuRole(QAction::NoRole);
    m_window->addAction(action);
    return action;
}

void WindowActions::fill(
    QMenuBar *bar, const QList<QAction *> &editActions, const QList<QAction *> &userActions)
{
    const auto menu = [bar](const QString &title, const QList<QAction *> &actions) {
        QMenu *made = bar->addMenu(title);
        for (QAction *each : actions) {
            if (each)
                made->addAction(each);
            else
                made->addSeparator();
        }
        return made;
    };
    menu(tr("&File"), {newConnection, nullptr, openSpecs, downloadSpecs, nullptr, settings, nullptr, quit});
    menu(tr("&Edit"), editActions + QList<QAction *> {nullptr, copyCurl, nullptr, filter});
    menu(tr("&User"), QList<QAction *> {goToUser, toggleComposer, nullptr} + userActions);
    m_checkMenu = menu(tr("&Check"), {run, stop, nullptr, exposures});
    m_pageActionsEnd = m_checkMenu->actions().at(2);
    QMenu *view = menu(tr("&View"), pages);
    view->addSeparator();
    for (QAction *each : {toggleExchange, nextArea, previousArea})
        view->addAction(each);
    menu(tr("&Tools"), {connections, nullptr, clearExchanges});
    menu(tr("&Help"), {shortcuts, about});
}

void WindowActions::setPageActions(const QList<QAction *> &actions)
{
    for (QAction *each : std::as_const(m_pageActions))
        m_checkMenu->removeAction(each);
    m_pageActions = actions;
    m_checkMenu->insertActions(m_pageActionsEnd, actions);
}

} // namespace Gatescope
