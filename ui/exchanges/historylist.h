// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "exchangelist.h"

#include <models/ports/historystore.h>

#include <optional>

class QLineEdit;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class DataView;
class EmptyState;
class ExchangeView;
class HistoryCells;
class HistoryFilterBar;
class HistoryModel;
class InlineBar;
class Workspace;

/// The exchanges of all runs, searched by the store. Nothing is asked of it before the list is first shown.
class HistoryList : public ExchangeList
{
    Q_OBJECT
public:
    /// The workspace must have a history.
    explicit HistoryList(Workspace &workspace, QWidget *parent = nullptr);

    ExchangePtr current() const override { return m_exchange; }
    int selectedCount() const override { return int(selectedIds().size()); }
    void loadPair(const std::function<void(const Result<Pair> &)> &callback) override;
    void choosePair(const Pair &pair) override;
    QString summary() const override;
    void focusFilter() override;
    bool leaveFilter() override;

    std::optional<HistoryEntry> currentEntry() const;
    void togglePinned(); ///< of all that are selected, as the current one says
    void editNote();
    void removeSelected(); ///< can be undone
    void removeAll(); ///< but what is pinned; can be undone
    bool isEmpty() const; ///< there is nothing kept
    DataView *table() const { return m_table; }

Q_SIGNALS:
    void checkRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeBars();
    QWidget *makeParts();
    QWidget *makeNoteLine();
    EmptyState *makeEmpty();
    EmptyState *makeNoMatch();
    void connectStore();

    QList<qint64> selectedIds() const; ///< newest first
    void rememberChoice();
    void restoreChoice();
    void chooseAwaited();
    void selectCurrent();
    void loadMore();
    void loadCurrent();
    void takeExchange(qint64 id, const Result<ExchangePtr> &exchange);
    void setExchange(const ExchangePtr &exchange);
    void saveNote();
    void showEntry();
    void showState();
    void showNotice();
    void offerUndo(const QList<qint64> &ids);
    int rowOf(const ExchangePtr &exchange) const;

    Workspace &m_workspace;
    HistoryStore &m_store;
    HistoryModel *m_model;
    HistoryCells *m_cells;
    HistoryFilterBar *m_filter;
    InlineBar *m_notice;
    InlineBar *m_error;
    InlineBar *m_undo;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
    QWidget *m_parts = nullptr;
    DataView *m_table = nullptr;
    ActionButton *m_pin = nullptr;
    QLineEdit *m_note = nullptr;
    ExchangeView *m_view = nullptr;

    QObject *m_loads; ///< whose loads are for the view
    ExchangePtr m_exchange; ///< the current one, when it has been read
    qint64 m_shownId = 0; ///< whose note and exchange are shown; 0: none
    qint64 m_loadingId = 0; ///< 0: nothing is being read
    QList<qint64> m_chosenIds; ///< while the model is reset
    qint64 m_chosenId = 0;
    Pair m_awaited; ///< to be chosen as soon as the second is kept
    QList<qint64> m_removed; ///< what Undo brings back
    QString m_shownNote; ///< of the entry shown, as it was last told
};

} // namespace Gatescope
