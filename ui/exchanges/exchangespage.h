// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>
#include <ui/page.h>

#include <QKeySequence>

class QMenu;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class ExchangeList;
class HistoryList;
class InlineBar;
class PageHeader;
class Replay;
class RunList;
class Segmented;
class Workspace;

/// The exchanges of this run, and where one is kept the history of all runs: both sides of the chosen one, to
/// be sent again, or two of them compared.
class ExchangesPage : public Page
{
    Q_OBJECT
public:
    enum Place { ThisRun, History };

    explicit ExchangesPage(Workspace &workspace, QWidget *parent = nullptr);

    void runPrimaryAction() override; ///< sends the chosen exchange again
    bool stop() override;
    void focusFilter() override;
    bool leaveFilter() override;
    bool wantsComposer() const override { return false; }
    /// An exchange's number; the filter gives way if it hides it. A Place as int shows that.
    void showSubject(const QVariant &subject) override;
    void showPlace(Place place);

private:
    /// \name Building
    /// @{
    void makeHeader();
    void makeActions();
    QAction *makeAction(const char *name, const QString &text, const QKeySequence &key = {});
    void fillMenus();
    void connectLists();
    /// @}

    ExchangeList *list() const;
    ExchangePtr current() const;
    bool isHistory() const;
    void fillConnections();
    void sendWith(const QString &connectionId);
    void sendForComposer();
    void takeUser();
    void compareSelected();
    void compare(const ExchangePtr &first, const ExchangePtr &second);
    void refresh();
    void refreshActions();

    Workspace &m_workspace;
    PageHeader *m_header;
    Segmented *m_places = nullptr; ///< null: there is no history
    ActionButton *m_compareButton;
    ActionButton *m_sendWith;
    ActionButton *m_more;
    QMenu *m_sendMenu;
    InlineBar *m_gone;
    Replay *m_replay;
    QStackedWidget *m_stack;
    RunList *m_run;
    HistoryList *m_history = nullptr; ///< null: there is no history

    QAction *m_forComposer;
    QAction *m_useUser;
    QAction *m_compare;
    QAction *m_copy;
    QAction *m_clear;
    QAction *m_pin;
    QAction *m_note;
    QAction *m_remove;
    QAction *m_forget;
};

} // namespace Gatescope
