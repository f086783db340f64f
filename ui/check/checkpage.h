// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkmodel.h>
#include <ui/page.h>

class QCheckBox;
class QMenu;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class CheckCells;
class CheckDetail;
class CheckFilterBar;
class CheckSession;
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

protected:
    bool event(QEvent *event) override;

private:
    void makeHeader();
    QWidget *makeContent();
    void makeTable();
    EmptyState *makeEmpty();
    void addUserStep(EmptyState &empty);
    void addActions();
    void addRowActions();
    void connectBars();
    void connectSession();

    void addItems(const CheckItems &items);
    void addAll();
    void removeSelected();

    std::optional<CheckItem> currentItem() const;
    void select(const CheckItem &item);
    void keepSelection();
    void takeConnection();
    void finishRun();
    void showHeader();
    void showAddAll();
    void showDetail();
    void showEmptyOrTable();
    void showRules();

    Workspace &m_workspace;
    CheckSession *m_session;
    CheckModel *m_model;
    CheckCells *m_cells;
    PageHeader *m_header;
    QCheckBox *m_checkAgain;
    ErrorBar *m_error;
    CheckFilterBar *m_filterBar;
    QMenu *m_askMenu;
    QStackedWidget *m_stack; ///< empty state or the table
    ActionButton *m_emptyAddAll = nullptr;
    DataView *m_table;
    CheckDetail *m_detail;
    std::optional<CheckItem> m_current;
};

} // namespace Gatescope
