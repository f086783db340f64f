// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "exchangelist.h"

#include <models/items/exchangewords.h>

class QModelIndex;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class Chip;
class ChipBar;
class DataView;
class EmptyState;
class ExchangesModel;
class ExchangesProxy;
class ExchangeView;
class FilterEdit;
class StatusText;
class Workspace;

/// The exchanges of this run.
class RunList : public ExchangeList
{
    Q_OBJECT
public:
    explicit RunList(Workspace &workspace, QWidget *parent = nullptr);

    ExchangePtr current() const override;
    int selectedCount() const override;
    void loadPair(const std::function<void(const Result<Pair> &)> &callback) override;
    void choosePair(const Pair &pair) override;
    QString summary() const override;
    void focusFilter() override;
    bool leaveFilter() override;

    /// The filter gives way if it hides it. False: it is no longer kept.
    bool show(quint64 number);
    DataView *table() const { return m_table; }

Q_SIGNALS:
    void checkRequested();
    void historyRequested();

private:
    QWidget *makeFilterBar();
    QWidget *makeParts();
    EmptyState *makeEmpty();
    void connectWorkspace();
    void take(const ExchangePtr &exchange);
    void setStateChip(Chip *chip, bool on);
    void showCurrent();
    void refresh();
    qsizetype count(ExchangeState state) const;

    Workspace &m_workspace;
    ExchangesModel *m_model;
    ExchangesProxy *m_proxy;
    FilterEdit *m_filter;
    ChipBar *m_chips;
    Chip *m_all;
    Chip *m_succeeded;
    Chip *m_failed;
    StatusText *m_shown;
    ActionButton *m_clearFilter;
    QStackedWidget *m_stack;
    DataView *m_table;
    ExchangeView *m_view;
};

} // namespace Gatescope
