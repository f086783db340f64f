// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "runlist.h"

#include "exchangeparts.h"
#include "exchangesproxy.h"
#include "exchangeview.h"

#include <models/items/exchangesmodel.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/panel.h>
#include <ui/widgets/statustext.h>
#include <ui/workspace.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace Gatescope {

RunList::RunList(Workspace &workspace, QWidget *parent)
    : ExchangeList(parent)
    , m_workspace(workspace)
    , m_model(new ExchangesModel(this))
    , m_proxy(new ExchangesProxy(this))
    , m_stack(new QStackedWidget(this))
{
    m_proxy->setSourceModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFilterBar());
    layout->addWidget(m_stack, 1);
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeParts());
    connectWorkspace();
}

QWidget *RunList::makeFilterBar()
{
    const Theme &theme = Theme::instance();
    auto *bar = new Panel(Theme::Color::Surface, Qt::BottomEdge, this);
    m_filter = new FilterEdit(tr("Filter the exchanges"), bar);
    m_filter->setMaximumWidth(theme.scaled(300));
    m_chips = new ChipBar(bar);
    m_all = m_chips->addChip(tr("All"));
    m_succeeded = m_chips->addChip(tr("Succeeded"));
    m_succeeded->setThemeIcon(Theme::Icon::On, Theme::Color::Pass);
    m_failed = m_chips->addChip(tr("Failed"));
    m_failed->setThemeIcon(Theme::Icon::Error, Theme::Color::Error);
    m_all->setChecked(true);
    m_shown = new StatusText(Theme::Font::Label, Theme::Color::TextMuted, bar);
    m_clearFilter = new ActionButton(tr("Clear the filter"), ActionButton::Look::Link, bar);

    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_filter, 1);
    row->addWidget(m_chips, 1);
    row->addWidget(m_shown);
    row->addWidget(m_clearFilter);

    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_proxy->setText(text);
        refresh();
    });
    connect(m_chips, &ChipBar::chipToggled, this, &RunList::setStateChip);
    connect(m_clearFilter, &QAbstractButton::clicked, this, [this] { leaveFilter(); });
    return bar;
}

QWidget *RunList::makeParts()
{
    m_table = exchangeTable(tr("Exchanges of this run"), m_proxy, ExchangesModel::Subject,
        {72, 84, 184, 200, 150, 140, 88, 80, 80});
    m_table->setObjectName(QStringLiteral("exchangesTable"));
    m_table->setSortable(true);
    m_table->sortByColumn(ExchangesModel::Number, Qt::DescendingOrder);
    m_table->setHiddenBelow(
        940, {ExchangesModel::SizeOut, ExchangesModel::SizeIn, ExchangesModel::Connection});
    m_view = new ExchangeView(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunList::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &ExchangeList::selectionChanged);
    return exchangeSplitter(m_workspace.preferences(), QStringLiteral("exchangesSplitter"), m_table, m_view);
}

EmptyState *RunList::makeEmpty()
{
    auto *empty = new EmptyState(Theme::Icon::Exchanges, tr("See every request and its answer"), this);
    empty->setText(m_workspace.history()
            ? tr("Whatever Gatescope asks a server appears here, without the key. What earlier runs asked is "
                 "in the history.")
            : tr("Whatever Gatescope asks a server appears here, without the key, until Gatescope closes."));
    ActionButton *check = empty->addButton(tr("Go to Check"), true);
    check->setThemeIcon(Theme::Icon::Check);
    connect(check, &QAbstractButton::clicked, this, &RunList::checkRequested);
    if (m_workspace.history())
        connect(empty->addButton(tr("Open the history")), &QAbstractButton::clicked, this,
            &RunList::historyRequested);
    return empty;
}

void RunList::connectWorkspace()
{
    connect(&m_workspace, &Workspace::exchangesDropped, m_model, &ExchangesModel::dropOldest);
    connect(&m_workspace, &Workspace::exchangeAdded, this, &RunList::take);
    const auto showAll = [this] {
        m_model->setItems(m_workspace.exchanges());
        refresh();
        if (m_proxy->rowCount() > 0)
            m_table->setCurrentIndex(m_proxy->index(0, 0));
        showCurrent();
    };
    connect(&m_workspace, &Workspace::exchangesCleared, this, showAll);
    connect(&m_workspace, &Workspace::exchangesRestored, this, showAll);
    showAll();
}

/// Who looks at the newest goes on doing so.
void RunList::take(const ExchangePtr &exchange)
{
    const ExchangePtr shown = current();
    const bool follows = !shown || (selectedCount() < 2 && shown == m_model->item(m_model->rowCount() - 1));
    m_model->append({exchange});
    if (follows)
        m_table->setCurrentIndex(m_proxy->mapFromSource(m_model->index(m_model->rowCount() - 1, 0)));
    refresh();
}

ExchangePtr RunList::current() const
{
    const QModelIndex index = m_proxy->mapToSource(m_table->currentIndex());
    return index.isValid() ? m_model->item(index.row()) : nullptr;
}

int RunList::selectedCount() const
{
    return int(m_table->selectionModel()->selectedRows().size());
}

void RunList::loadPair(const std::function<void(const Result<Pair> &)> &callback)
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.size() != 2)
        return;
    const int first = m_proxy->mapToSource(rows.first()).row();
    const int second = m_proxy->mapToSource(rows.last()).row();
    callback(Pair {m_model->item(std::min(first, second)), m_model->item(std::max(first, second))});
}

void RunList::choosePair(const Pair &pair)
{
    const auto place = [this](const ExchangePtr &exchange) {
        return m_proxy->mapFromSource(m_model->index(m_model->rowOf(exchange->number), 0));
    };
    selectPair(m_table, place(pair.first), place(pair.second));
}

bool RunList::show(quint64 number)
{
    const int row = m_model->rowOf(number);
    if (row < 0)
        return false;
    QModelIndex index = m_proxy->mapFromSource(m_model->index(row, 0));
    if (!index.isValid()) {
        leaveFilter();
        index = m_proxy->mapFromSource(m_model->index(row, 0));
    }
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    m_table->setFocus();
    return true;
}

void RunList::focusFilter()
{
    m_filter->focusFilter();
}

bool RunList::leaveFilter()
{
    const bool wasFiltering = m_proxy->isFiltering();
    m_filter->clearFilter();
    setStateChip(m_all, true);
    return wasFiltering;
}

void RunList::setStateChip(Chip *chip, bool on)
{
    Chip *chosen = on ? chip : m_all;
    for (Chip *each : {m_all, m_succeeded, m_failed})
        each->setChecked(each == chosen);
    const ExchangeState state = chosen == m_failed ? ExchangeState::Failed : ExchangeState::Succeeded;
    m_proxy->setCondition(chosen == m_all ? WordsProxy::Condition() : [state](const QModelIndex &index) {
        return index.data(ExchangesModel::StateRole).toInt() == int(state);
    });
    refresh();
}

void RunList::showCurrent()
{
    m_view->setExchange(current());
    Q_EMIT selectionChanged();
}

qsizetype RunList::count(ExchangeState state) const
{
    return std::ranges::count(
        m_workspace.exchanges(), state, [](const ExchangePtr &exchange) { return stateOf(*exchange); });
}

QString RunList::summary() const
{
    const qsizetype all = m_workspace.exchanges().size();
    return all == 0 ? tr("none yet")
                    : tr("%1 in this run, %2 failed").arg(all).arg(count(ExchangeState::Failed));
}

void RunList::refresh()
{
    const auto &all = m_workspace.exchanges();
    m_all->setCount(int(all.size()));
    m_succeeded->setCount(int(count(ExchangeState::Succeeded)));
    m_failed->setCount(int(count(ExchangeState::Failed)));

    const bool filtering = m_proxy->isFiltering();
    m_shown->setVisible(filtering);
    m_clearFilter->setVisible(filtering);
    if (filtering)
        m_shown->setText(tr("%1 of %2 shown").arg(m_proxy->rowCount()).arg(all.size()));
    m_stack->setCurrentIndex(all.isEmpty() ? 0 : 1);
    if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0)
        m_table->setCurrentIndex(m_proxy->index(0, 0));
    Q_EMIT summaryChanged();
}

} // namespace Gatescope
