// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangespage.h"

#include "curlclipboard.h"
#include "exchangesproxy.h"
#include "exchangeview.h"

#include <models/items/exchangesmodel.h>
#include <models/items/exchangewords.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/panel.h>
#include <ui/widgets/statustext.h>
#include <ui/workspace.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace Gatescope {

ExchangesPage::ExchangesPage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_model(new ExchangesModel(this))
    , m_proxy(new ExchangesProxy(this))
    , m_header(new PageHeader(tr("Exchanges"), this))
    , m_gone(new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, this))
{
    m_proxy->setSourceModel(m_model);
    m_copy = new ActionButton(tr("Copy as cURL"), ActionButton::Look::Plain, this);
    m_copy->setThemeIcon(Theme::Icon::Copy);
    m_clear = new ActionButton(tr("Clear"), ActionButton::Look::Plain, this);
    m_clear->setObjectName(QStringLiteral("clearExchangesButton"));
    m_clear->setThemeIcon(Theme::Icon::Clear);
    m_header->addTool(m_clear);
    m_header->addTool(m_copy);
    m_gone->setClosable(true);
    m_gone->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_gone);
    layout->addWidget(makeFilterBar());
    layout->addWidget(makeTable(), 1);

    connect(m_gone, &InlineBar::closed, m_gone, &QWidget::hide);
    connect(m_clear, &QAbstractButton::clicked, &workspace, &Workspace::clearExchanges);
    connect(m_copy, &QAbstractButton::clicked, this, &ExchangesPage::runPrimaryAction);
    connectWorkspace();
}

QWidget *ExchangesPage::makeFilterBar()
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
        refreshCounts();
    });
    connect(m_chips, &ChipBar::chipToggled, this, &ExchangesPage::setStateChip);
    connect(m_clearFilter, &QAbstractButton::clicked, this, [this] { leaveFilter(); });
    return bar;
}

QWidget *ExchangesPage::makeTable()
{
    m_table = new DataView(DataView::Shape::Table, tr("Exchanges of this run"), this);
    m_table->setModel(m_proxy);
    m_table->setLeadingInset(16);
    m_table->setSortable(true);
    m_table->sortByColumn(ExchangesModel::Number, Qt::DescendingOrder);
    m_table->setHiddenBelow(
        940, {ExchangesModel::SizeOut, ExchangesModel::SizeIn, ExchangesModel::Connection});
    const int widths[ExchangesModel::ColumnCount] = {72, 84, 184, 200, 150, 140, 88, 80, 80};
    for (int column = 0; column < ExchangesModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, Theme::instance().scaled(widths[column]));
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(ExchangesModel::Subject, QHeaderView::Stretch);
    m_view = new ExchangeView(this);

    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("exchangesSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_table);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    m_table->setMinimumHeight(Theme::instance().scaled(120));
    m_view->setMinimumHeight(Theme::instance().scaled(140));

    auto *empty = new EmptyState(Theme::Icon::Exchanges, tr("See every request and its answer"), this);
    empty->setText(
        tr("Whatever Gatescope asks a server appears here, without the key, until Gatescope closes."));
    ActionButton *check = empty->addButton(tr("Go to Check"), true);
    check->setThemeIcon(Theme::Icon::Check);
    connect(check, &QAbstractButton::clicked, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("check"), {}); });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(empty);
    m_stack->addWidget(splitter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ExchangesPage::showCurrent);
    return m_stack;
}

void ExchangesPage::connectWorkspace()
{
    m_model->setItems(m_workspace.exchanges());
    connect(&m_workspace, &Workspace::exchangesDropped, m_model, &ExchangesModel::dropOldest);
    connect(&m_workspace, &Workspace::exchangeAdded, this, [this](const ExchangePtr &exchange) {
        const ExchangePtr shown = current();
        const bool follows = !shown || shown == m_model->item(m_model->rowCount() - 1);
        m_model->append({exchange});
        if (follows)
            m_table->setCurrentIndex(m_proxy->mapFromSource(m_model->index(m_model->rowCount() - 1, 0)));
        refreshCounts();
    });
    connect(&m_workspace, &Workspace::exchangesCleared, this, [this] {
        m_model->setItems({});
        showCurrent();
        refreshCounts();
    });
    connect(&m_workspace, &Workspace::exchangesRestored, this, [this] {
        m_model->setItems(m_workspace.exchanges());
        if (m_proxy->rowCount() > 0)
            m_table->setCurrentIndex(m_proxy->index(0, 0));
        showCurrent();
        refreshCounts();
    });
    refreshCounts();
    if (m_proxy->rowCount() > 0)
        m_table->setCurrentIndex(m_proxy->index(0, 0));
    showCurrent();
}

void ExchangesPage::runPrimaryAction()
{
    if (const ExchangePtr exchange = current())
        copyAsCurl(*exchange);
}

void ExchangesPage::focusFilter()
{
    m_filter->focusFilter();
}

bool ExchangesPage::leaveFilter()
{
    const bool wasFiltering = m_proxy->isFiltering();
    m_filter->clearFilter();
    setStateChip(m_all, true);
    return wasFiltering;
}

void ExchangesPage::showSubject(const QVariant &subject)
{
    const int row = m_model->rowOf(subject.toULongLong());
    m_gone->setVisible(row < 0);
    if (row < 0) {
        m_gone->setText(tr("Exchange %1 is no longer kept.").arg(subject.toULongLong()));
        return;
    }
    QModelIndex index = m_proxy->mapFromSource(m_model->index(row, 0));
    if (!index.isValid()) {
        leaveFilter();
        index = m_proxy->mapFromSource(m_model->index(row, 0));
    }
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    m_table->setFocus();
}

void ExchangesPage::setStateChip(Chip *chip, bool on)
{
    Chip *chosen = on ? chip : m_all;
    for (Chip *each : {m_all, m_succeeded, m_failed})
        each->setChecked(each == chosen);
    const ExchangeState state = chosen == m_failed ? ExchangeState::Failed : ExchangeState::Succeeded;
    m_proxy->setCondition(chosen == m_all ? WordsProxy::Condition() : [state](const QModelIndex &index) {
        return index.data(ExchangesModel::StateRole).toInt() == int(state);
    });
    refreshCounts();
}

ExchangePtr ExchangesPage::current() const
{
    const QModelIndex index = m_proxy->mapToSource(m_table->currentIndex());
    return index.isValid() ? m_model->item(index.row()) : nullptr;
}

void ExchangesPage::showCurrent()
{
    const ExchangePtr exchange = current();
    m_view->setExchange(exchange);
    m_copy->setDisabledReason(exchange ? QString() : tr("Choose an exchange first."));
}

void ExchangesPage::refreshCounts()
{
    const auto &all = m_workspace.exchanges();
    const auto failed = std::ranges::count_if(
        all, [](const ExchangePtr &exchange) { return stateOf(*exchange) == ExchangeState::Failed; });
    const auto succeeded = std::ranges::count_if(
        all, [](const ExchangePtr &exchange) { return stateOf(*exchange) == ExchangeState::Succeeded; });
    m_all->setCount(int(all.size()));
    m_succeeded->setCount(int(succeeded));
    m_failed->setCount(int(failed));
    m_header->setSubtitle(
        all.isEmpty() ? tr("none yet") : tr("%1 in this run, %2 failed").arg(all.size()).arg(failed));
    m_clear->setDisabledReason(all.isEmpty() ? tr("There is nothing to clear.") : QString());

    const bool filtering = m_proxy->isFiltering();
    m_shown->setVisible(filtering);
    m_clearFilter->setVisible(filtering);
    if (filtering)
        m_shown->setText(tr("%1 of %2 shown").arg(m_proxy->rowCount()).arg(all.size()));
    m_stack->setCurrentIndex(all.isEmpty() ? 0 : 1);
    if (!m_table->currentIndex().isValid() && m_proxy->rowCount() > 0)
        m_table->setCurrentIndex(m_proxy->index(0, 0));
}

} // namespace Gatescope
