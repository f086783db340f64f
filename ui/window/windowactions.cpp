// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "windowactions.h"

#include "pagestack.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

namespace Gatescope {

WindowActions::WindowActions(const PageStack &pageStack, QWidget *window)
    : QObject(window)
    , m_window(window)
{
    const auto keys = [](const char *text) { return QKeySequence(QLatin1String(text)); };
    newConnection = add("newConnectionAction", tr("Add a &connection…"), {QKeySequence(QKeySequence::New)});
    openSpecs = add("openSpecsAction", tr("&Open specs…"), {QKeySequence(QKeySequence::Open)});
    downloadSpecs = add("downloadSpecsAction", tr("&Download specs"));
    openExchanges = add("openExchangesAction", tr("Open a &HAR file or command…"));
    openEvidence = add("openEvidenceAction", tr("Open &evidence…"));
    settings = add("settingsAction", tr("&Settings…"), {keys("Ctrl+,")});
    quit = add("quitAction", tr("&Quit"), {keys("Ctrl+Q")});
    findAnything = add("findAnythingAction", tr("Find or run &anything"), {keys("Ctrl+K")});
    filter = add("filterAction", tr("&Filter the view"), {keys("Ctrl+F"), keys("/")});
    goToUser = add("goToUserAction", tr("&Go to the composer"), {keys("Ctrl+U")});
    toggleComposer = add("toggleComposerAction", tr("&Show the composer"), {keys("Ctrl+Shift+U")});
    toggleComposer->setCheckable(true);
    nextWarning = add("nextWarningAction", tr("&Next warning"), {keys("F8")});
    previousWarning = add("previousWarningAction", tr("&Previous warning"), {keys("Shift+F8")});
    run =
        add("runAction", tr("&Run the page's action"), {keys("Ctrl+Enter"), keys("Ctrl+Return"), keys("F5")});
    stop = add("stopAction", tr("&Stop, or leave the filter, or go back"), {keys("Esc")});
    exposures = add("exposuresAction", tr("&Log exposures"), {keys("Ctrl+Shift+E")});
    exposures->setCheckable(true);
    auto *group = new QActionGroup(this); // one of them: a dot, not a tick
    for (int i = 0; i < pageStack.pageCount(); ++i) {
        pages.append(add(
            "pageAction", pageStack.entry(i).title, {QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1))}));
        pages.last()->setObjectName(pageStack.entry(i).id + QStringLiteral("PageAction"));
        pages.last()->setCheckable(true);
        group->addAction(pages.last());
    }
    present = add("presentAction", tr("&Presenter mode"), {keys("Ctrl+Shift+P")});
    present->setCheckable(true);
    present->setAutoRepeat(false);
    toggleExchange = add("toggleExchangeAction", tr("Last &exchange"), {keys("Ctrl+J")});
    toggleExchange->setCheckable(true);
    copyCurl = add("copyCurlAction", tr("Copy as c&URL"), {keys("Ctrl+Shift+C")});
    nextArea = add("nextAreaAction", tr("&Next area"), {keys("F6")});
    previousArea = add("previousAreaAction", tr("&Previous area"), {keys("Shift+F6")});
    connections = add("connectionsAction", tr("&Connections…"));
    history = add("historyAction", tr("&History of exchanges"), {keys("Ctrl+H")});
    ledger = add("ledgerAction", tr("&Ledger of exposures and events"));
    clearExchanges = add("clearExchangesAction", tr("C&lear the exchanges"));
    shortcuts = add("shortcutsAction", tr("&Keyboard shortcuts…"), {keys("F1")});
    about = add("aboutAction", tr("&About Gatescope…"));
}

QAction *WindowActions::add(const char *name, const QString &text, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, m_window);
    action->setObjectName(QLatin1String(name));
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
    menu(tr("&File"),
        {newConnection, nullptr, openSpecs, downloadSpecs, nullptr, openExchanges, openEvidence, nullptr,
            settings, nullptr, quit});
    menu(tr("&Edit"), editActions + QList<QAction *> {nullptr, copyCurl, nullptr, findAnything, filter});
    menu(tr("&User"),
        QList<QAction *> {goToUser, toggleComposer, nextWarning, previousWarning, nullptr} + userActions);
    m_checkMenu = menu(tr("&Check"), {run, stop, nullptr, exposures});
    m_pageActionsEnd = m_checkMenu->actions().at(2);
    QMenu *view = menu(tr("&View"), pages);
    view->addSeparator();
    for (QAction *each : {toggleExchange, nextArea, previousArea})
        view->addAction(each);
    view->addSeparator();
    view->addAction(present);
    menu(tr("&Tools"), {connections, nullptr, history, ledger, clearExchanges});
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
