// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>
#include <ui/page.h>

class QModelIndex;
class QSplitter;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class Chip;
class ChipBar;
class DataView;
class ExchangesModel;
class ExchangesProxy;
class ExchangeView;
class FilterEdit;
class InlineBar;
class PageHeader;
class StatusText;
class Workspace;

/// Every exchange of this run, with both sides of the chosen one.
class ExchangesPage : public Page
{
    Q_OBJECT
public:
    explicit ExchangesPage(Workspace &workspace, QWidget *parent = nullptr);

    /// Copies the chosen exchange: there is nothing to run here.
    void runPrimaryAction() override;
    bool stop() override { return false; }
    void focusFilter() override;
    bool leaveFilter() override;
    bool wantsComposer() const override { return false; }
    /// An exchange's number; the filter gives way if it hides it.
    void showSubject(const QVariant &subject) override;

private:
    QWidget *makeFilterBar();
    QWidget *makeTable();
    void connectWorkspace();
    void setStateChip(Chip *chip, bool on);
    void showCurrent();
    void refreshCounts();
    ExchangePtr current() const;

    Workspace &m_workspace;
    ExchangesModel *m_model;
    ExchangesProxy *m_proxy;
    PageHeader *m_header;
    InlineBar *m_gone;
    FilterEdit *m_filter;
    ChipBar *m_chips;
    Chip *m_all;
    Chip *m_succeeded;
    Chip *m_failed;
    StatusText *m_shown;
    ActionButton *m_clearFilter;
    ActionButton *m_copy;
    ActionButton *m_clear;
    QStackedWidget *m_stack;
    DataView *m_table;
    ExchangeView *m_view;
};

} // namespace Gatescope
