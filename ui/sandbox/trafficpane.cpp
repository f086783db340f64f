// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "trafficpane.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/detailsplitter.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/panel.h>
#include <ui/widgets/statustext.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStackedLayout>

namespace Gatescope {

TrafficPane::TrafficPane(const Setup &setup, Preferences &preferences, WordsProxy *proxy, QWidget *detail,
    QWidget *empty, QWidget *parent)
    : QWidget(parent)
    , m_proxy(proxy)
    , m_filters(setup.filters)
    , m_stack(new QStackedLayout)
{
    proxy->setParent(this);
    makeTable(setup);
    QWidget *parts = m_table;
    if (detail) {
        auto *splitter = new DetailSplitter(preferences, setup.name + QLatin1String("/splitter"),
            {.sideBySideFrom = 1000, .detailWidth = 400, .mostDetailWidth = 560, .detailHeight = 280});
        splitter->setParts(m_table, detail);
        parts = splitter;
    }
    auto *full = new QWidget;
    auto *layout = new QVBoxLayout(full);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeFilterBar(setup));
    layout->addWidget(parts, 1);
    setLayout(m_stack);
    m_stack->addWidget(empty);
    m_stack->addWidget(full);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_follows = m_follows && m_isFollowing;
        Q_EMIT currentChanged(currentSourceRow());
    });
    QAbstractItemModel *source = proxy->sourceModel();
    connect(source, &QAbstractItemModel::rowsInserted, this, &TrafficPane::follow);
    connect(source, &QAbstractItemModel::rowsRemoved, this, &TrafficPane::refresh);
    connect(source, &QAbstractItemModel::modelReset, this, [this] {
        m_follows = true;
        follow();
    });
    follow();
}

QWidget *TrafficPane::makeFilterBar(const Setup &setup)
{
    const Theme &theme = Theme::instance();
    auto *bar = new Panel(Theme::Color::Surface, Qt::BottomEdge);
    m_filter = new FilterEdit(setup.filterHint, bar);
    m_filter->setObjectName(setup.name + QLatin1String("Filter"));
    m_filter->setMaximumWidth(theme.scaled(300));
    m_bar = new ChipBar(bar);
    m_chips << m_bar->addChip(tr("All"));
    m_chips.first()->setNeutral(true);
    m_chips.first()->setChecked(true);
    for (const Filter &filter : setup.filters) {
        Chip *chip = m_bar->addChip(filter.text);
        if (filter.icon)
            chip->setThemeIcon(*filter.icon, filter.color);
        m_chips << chip;
    }
    m_shown = new StatusText(Theme::Font::Label, Theme::Color::TextMuted, bar);
    m_clear = new ActionButton(tr("Clear the filter"), ActionButton::Look::Link, bar);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_filter, 1);
    row->addWidget(m_bar, 1);
    row->addWidget(m_shown);
    row->addWidget(m_clear);
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_proxy->setText(text);
        refresh();
    });
    connect(m_bar, &ChipBar::chipToggled, this, &TrafficPane::choose);
    connect(m_clear, &QAbstractButton::clicked, this, &TrafficPane::leaveFilter);
    return bar;
}

void TrafficPane::makeTable(const Setup &setup)
{
    const Theme &theme = Theme::instance();
    m_table = new DataView(DataView::Shape::Table, setup.title);
    m_table->setObjectName(setup.name);
    m_table->setModel(m_proxy);
    m_table->setLeadingInset(16);
    m_table->setSortable(true);
    m_table->sortByColumn(0, Qt::DescendingOrder);
    for (const auto &[width, columns] : setup.hiddenBelow)
        m_table->setHiddenBelow(width, columns);
    for (int column = 0; column < setup.widths.size(); ++column)
        m_table->setColumnWidth(column, theme.scaled(setup.widths.at(column)));
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(setup.stretchedColumn, QHeaderView::Stretch);
    m_table->setMinimumHeight(theme.scaled(120));
}

void TrafficPane::choose(Chip *chip, bool on)
{
    Chip *chosen = on ? chip : m_chips.constFirst();
    for (Chip *each : std::as_const(m_chips))
        each->setChecked(each == chosen);
    const qsizetype index = m_chips.indexOf(chosen);
    m_proxy->setCondition(index <= 0 ? WordsProxy::Condition() : m_filters.at(index - 1).accepts);
    refresh();
}

void TrafficPane::focusFilter()
{
    m_filter->focusFilter();
}

bool TrafficPane::leaveFilter()
{
    const bool wasFiltering = m_proxy->isFiltering();
    m_filter->clearFilter();
    choose(m_chips.constFirst(), true);
    return wasFiltering;
}

void TrafficPane::select(int sourceRow)
{
    const auto place = [&] { return m_proxy->mapFromSource(m_proxy->sourceModel()->index(sourceRow, 0)); };
    if (!place().isValid())
        leaveFilter();
    m_table->setCurrentIndex(place());
    m_table->scrollTo(place());
    m_table->setFocus();
}

int TrafficPane::currentSourceRow() const
{
    return m_proxy->mapToSource(m_table->currentIndex()).row();
}

void TrafficPane::follow()
{
    {
        const QScopedValueRollback following(m_isFollowing, true);
        if (m_follows && m_proxy->rowCount() > 0)
            m_table->setCurrentIndex(m_proxy->index(0, 0));
    }
    refresh();
}

void TrafficPane::refresh()
{
    const int all = m_proxy->sourceModel()->rowCount();
    m_stack->setCurrentIndex(all > 0 ? 1 : 0);
    m_chips.constFirst()->setCount(all);
    const bool isFiltering = m_proxy->isFiltering();
    m_shown->setVisible(isFiltering);
    m_clear->setVisible(isFiltering);
    if (isFiltering)
        m_shown->setText(tr("%1 of %2 shown").arg(m_proxy->rowCount()).arg(all));
    if (!m_table->currentIndex().isValid()) {
        const QScopedValueRollback following(m_isFollowing, true);
        if (m_proxy->rowCount() > 0)
            m_table->setCurrentIndex(m_proxy->index(0, 0));
        else
            Q_EMIT currentChanged(-1);
    }
}

} // namespace Gatescope
