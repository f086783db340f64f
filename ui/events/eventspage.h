// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "eventlist.h"
#include "eventsender.h"

#include <models/items/eventsmodel.h>
#include <ui/page.h>

class QAction;
class QStackedLayout;

namespace Gatescope {

class BodyPane;
class ChecksPane;
class DataView;
class EventEditor;
class EventPanes;
class InlineBar;
class PageHeader;
class PaneHeader;
class Workspace;

/// Composes events and sends them: a table, the chosen event in full, what to know before sending, the exact
/// body.
class EventsPage : public Page
{
    Q_OBJECT
public:
    explicit EventsPage(Workspace &workspace, QWidget *parent = nullptr);

    void runPrimaryAction() override;
    bool stop() override { return m_sender.stop(); }
    void focusFilter() override; ///< the table: there is nothing to filter
    bool wantsComposer() const override { return false; }

protected:
    /// Undo and redo belong to the events while the focus is among them, whoever else in the window takes the
    /// keys.
    bool event(QEvent *event) override;

private:
    /// \name Building
    /// @{
    QWidget *makeTablePane();
    QWidget *makeEditorPane();
    QWidget *makeEmptyState();
    void makeActions();
    void makeUndoActions();
    QAction *makeAction(const QString &name, const QString &text, const QKeySequence &key);
    void connectParts();
    void keepDrafts();
    /// @}

    /// \name Showing
    /// @{
    void refresh();
    void refreshCurrent();
    void refreshBody();
    void refreshHeader();
    void teachPresenter() const;
    QList<EventRow> rows() const;
    QString bodyNote() const;
    QString disabledReason(qsizetype sendable) const;
    void showOutcome(const ApiOutcome &outcome);
    /// @}

    /// \name Doing
    /// @{
    void addEvent();
    void duplicateCurrent();
    void removeSelected();
    void solve(quint64 eventId, EventProblem problem);
    void showExchange(quint64 number);
    /// @}

    quint64 currentId() const; ///< 0: none
    void select(quint64 eventId);
    QList<quint64> sendableIds() const;

    Workspace &m_workspace;
    EventList m_list;
    EventSender m_sender;
    EventsModel m_model;

    PageHeader *m_header;
    InlineBar *m_outcome;
    QStackedLayout *m_stack;
    DataView *m_table;
    PaneHeader *m_editorHeader;
    EventEditor *m_editor;
    ChecksPane *m_checks;
    BodyPane *m_body;
    EventPanes *m_panes;
    QAction *m_addAction;
    QAction *m_duplicateAction;
    QAction *m_removeAction;
};

} // namespace Gatescope
