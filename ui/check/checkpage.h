// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "checksetup.h"

#include <models/items/checkmodel.h>
#include <ui/page.h>

#include <QTimer>

class QAction;
class QCheckBox;
class QMenu;
class QModelIndex;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class AddField;
class CheckCells;
class CheckDetail;
class CheckFilterBar;
class CheckRun;
class DataView;
class EmptyState;
class ErrorBar;
class PageHeader;
class Workspace;

/// What one user gets from gates, configs, experiments and layers, asked of the server.
class CheckPage : public Page
{
    Q_OBJECT
public:
    explicit CheckPage(Workspace &workspace, QWidget *parent = nullptr);

    void runPrimaryAction() override;
    bool stop() override;
    void focusFilter() override; ///< the field that adds names
    bool leaveFilter() override;
    /// A CheckItem: adds it if need be, and asks.
    void showSubject(const QVariant &subject) override;

    /// Asks about everything in the list.
    void checkAll();
    /// Everything in the specs but segments and holdouts.
    void addAll();

private:
    void makeHeader();
    QWidget *makeContent();
    void makeTable();
    EmptyState *makeEmpty();
    QMenu *makeAskMenu();
    void addActions();
    void addRowActions();
    void connectWorkspace();
    void connectRun();

    void loadSetup();
    void saveSetup();
    void takeSpecs();
    void beginAtFirstStart();
    void readNames();
    void takeUserChange();

    void addItems(const CheckItems &items);
    void removeSelected();
    void undoRemove();
    void setItems(const CheckItems &items);
    CheckItems allOfProject() const;

    void check(const CheckItems &items);
    void takeAnswer(const CheckItem &item, const CheckAnswer &answer);
    void finishRun(bool cancelled);
    void useInstead(Endpoint endpoint);
    void setAsk(const CheckAsk &ask);

    std::optional<CheckItem> currentItem() const;
    void select(const CheckItem &item);
    void keepSelection();
    void showHeader();
    void showDetail();
    void showEmptyOrTable();
    void showRules();

    Workspace &m_workspace;
    CheckModel *m_model;
    CheckCells *m_cells;
    CheckRun *m_run;
    PageHeader *m_header;
    QCheckBox *m_checkAgain;
    ErrorBar *m_error;
    CheckFilterBar *m_filterBar;
    QStackedWidget *m_stack; ///< empty state or the table
    EmptyState *m_empty;
    DataView *m_table;
    CheckDetail *m_detail;
    QMenu *m_askMenu;
    QTimer m_userPause; ///< typing in the composer is not a run a letter
    QString m_connectionId; ///< whose items are shown
    ProjectPtr m_project;
    CheckAsk m_ask;
    QList<CheckItems> m_undo; ///< lists before each removal
    std::optional<CheckItem> m_current;
    quint64 m_namesToken = 0;
    bool m_isFirstStart = false; ///< nothing was ever remembered for this connection
    bool m_hasErrorShown = false; ///< of the run under way
};

} // namespace Gatescope
