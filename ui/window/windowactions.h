// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>

class QAction;
class QKeySequence;
class QMenu;
class QMenuBar;
class QWidget;

namespace Gatescope {

class PageStack;

/// Everything the window can do, with its keys (design.md, "Keyboard"), and the menus that list it.
class WindowActions : public QObject
{
    Q_OBJECT
public:
    WindowActions(const PageStack &pages, QWidget *window);

    /// The composer's own actions take their places in the Edit and User menus.
    void fill(QMenuBar *bar, const QList<QAction *> &editActions, const QList<QAction *> &userActions);
    /// Lists the current page's own actions in the Check menu.
    void setPageActions(const QList<QAction *> &actions);

    QAction *newConnection;
    QAction *openSpecs;
    QAction *downloadSpecs;
    QAction *openExchanges;
    QAction *openEvidence;
    QAction *settings;
    QAction *quit;
    QAction *findAnything;
    QAction *filter;
    QAction *goToUser;
    QAction *toggleComposer;
    QAction *nextWarning;
    QAction *previousWarning;
    QAction *run;
    QAction *stop;
    QAction *exposures;
    QList<QAction *> pages;
    QAction *present;
    QAction *toggleExchange;
    QAction *copyCurl;
    QAction *nextArea;
    QAction *previousArea;
    QAction *connections;
    QAction *history;
    QAction *ledger;
    QAction *clearExchanges;
    QAction *shortcuts;
    QAction *about;

private:
    QAction *add(const char *name, const QString &text, const QList<QKeySequence> &keys = {});

    QWidget *m_window;
    QMenu *m_checkMenu = nullptr;
    QAction *m_pageActionsEnd = nullptr;
    QList<QAction *> m_pageActions;
};

} // namespace Gatescope
