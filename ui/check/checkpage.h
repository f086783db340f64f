// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkmodel.h>
#include <models/items/witnesscauses.h>
#include <ui/page.h>

#include <QTimer>

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
class InlineBar;
class PageHeader;
class TableExportButton;
class WhyView;
class Workspace;

/// What one user gets from gates, configs, experiments and layers: what the server says, and what this
/// machine says beside it.
class CheckPage : public Page
{
    Q_OBJECT
public:
    explicit CheckPage(Workspace &workspace, QWidget *parent = nullptr);

    void runPrimaryAction() override;
    bool stop() override;
    void focusFilter() override; ///< the field that adds names
    bool leaveFilter() override;
    /// A CheckItem: adds it if need be, and asks. A WhySubject: adds it if need be, and explains it.
    void showSubject(const QVariant &subject) override;

protected:
    bool event(QEvent *event) override;

private:
    void makeHeader();
    QWidget *makeList();
    QWidget *makeContent();
    void makeTable();
    InlineBar *makeLiveOnly();
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
    void makeWhy();
    void openWhy();
    void openWhyOf(const CheckItem &item);
    bool goBack();
    bool closeWhy();
    bool isWhyOpen() const;
    void showWhy();
    void showBusy(const QString &text);
    void showRulesOf(const EntityRef &ref);
    void showSpecs();
    void showAges();
    void takeRemedy(WitnessCause::Remedy remedy);
    void takeChange(const UserEdits &edits);
    void showEmptyOrTable();
    void showRules();

    Workspace &m_workspace;
    CheckSession *m_session;
    CheckModel *m_model;
    CheckCells *m_cells;
    PageHeader *m_header;
    QCheckBox *m_checkAgain;
    TableExportButton *m_export;
    ErrorBar *m_error;
    CheckFilterBar *m_filterBar;
    InlineBar *m_liveOnly; ///< why there are no verdicts of this machine
    QMenu *m_askMenu;
    QStackedWidget *m_layers; ///< everything that is checked, or why one is what it is
    WhyView *m_why = nullptr; ///< made when it is first asked for
    CheckItems m_trail; ///< what was explained before what is explained now, which it asked
    QStackedWidget *m_stack; ///< empty state or the table
    ActionButton *m_emptySandbox = nullptr;
    ActionButton *m_emptyAddAll = nullptr;
    DataView *m_table;
    CheckDetail *m_detail;
    std::optional<CheckItem> m_current;
    QTimer m_ages; ///< ages are told in minutes
};

} // namespace Gatescope
