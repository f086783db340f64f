// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specslist.h"
#include "specscells.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/celldelegate.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/statustext.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScopedValueRollback>

namespace Gatescope {

SpecsList::SpecsList(QWidget *parent)
    : Panel(Theme::Color::Surface, {}, parent)
    , m_model(new SpecsModel(this))
    , m_cells(new SpecsCells(this))
    , m_filterEdit(new FilterEdit(tr("Filter"), this))
    , m_view(new DataView(DataView::Shape::Tree, tr("Entities"), this))
    , m_count(new StatusText(Theme::Font::Label, Theme::Color::TextMuted, this))
    , m_clear(new ActionButton(tr("Clear"), ActionButton::Look::Link, this))
    , m_whole(new ActionButton(tr("All specs as JSON"), ActionButton::Look::Flat, this))
{
    m_cells->setSourceModel(m_model);
    m_view->setModel(m_cells);
    m_view->header()->hide();
    m_view->setIndentation(Theme::instance().scaled(16));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setObjectName(QStringLiteral("specsView"));
    m_filterEdit->setAccessibleName(tr("Filter the entities by name, rule, condition or value"));
    m_whole->setThemeIcon(Theme::Icon::DynamicConfig);

    const int gap = Theme::instance().scaled(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(gap, gap, gap, gap);
    top->addWidget(m_filterEdit);
    auto *shown = new QHBoxLayout;
    shown->addWidget(m_count, 1);
    shown->addWidget(m_clear);
    top->addLayout(shown);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
    auto *foot = new Panel(Theme::Color::Surface, Qt::TopEdge, this);
    auto *bottom = new QHBoxLayout(foot);
    bottom->setContentsMargins(gap, gap / 2, gap, gap / 2);
    bottom->addWidget(m_whole);
    bottom->addStretch();
    layout->addWidget(foot);
    connectView();
    showCount();
}

void SpecsList::connectView()
{
    connect(m_filterEdit, &FilterEdit::filterChanged, this, &SpecsList::filter);
    connect(m_clear, &QAbstractButton::clicked, m_filterEdit, &FilterEdit::clearFilter);
    connect(m_whole, &QAbstractButton::clicked, this, &SpecsList::wholeRequested);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (const QVariant item = current.data(SpecsModel::ItemRole); item.isValid() && !m_isQuiet)
                Q_EMIT itemSelected(item.toUInt());
        });
    const auto remember = [this](const QModelIndex &index, bool folded) {
        if (m_isQuiet)
            return;
        const auto kind = index.data(SpecsModel::KindRole).value<ListedKind>();
        if (folded)
            m_folded.insert(kind);
        else
            m_folded.erase(kind);
    };
    connect(
        m_view, &QTreeView::collapsed, this, [remember](const QModelIndex &index) { remember(index, true); });
    connect(
        m_view, &QTreeView::expanded, this, [remember](const QModelIndex &index) { remember(index, false); });
}

void SpecsList::setOffersWhole(bool offers)
{
    m_offersWhole = offers;
    m_whole->setVisible(offers && m_whole->isVisibleTo(this));
}

void SpecsList::setIndex(const SpecsIndexPtr &specs)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_model->setIndex(specs);
    m_whole->setVisible(specs != nullptr && m_offersWhole);
    unfold();
    showCount();
    if (specs && !m_filterEdit->text().isEmpty())
        Q_EMIT searchRequested(m_filterEdit->text());
}

void SpecsList::filter(const QString &text)
{
    keepingCurrent([this, &text] { m_model->setFilter(text); });
    Q_EMIT searchRequested(text);
}

void SpecsList::setHits(const SpecsHits &hits)
{
    keepingCurrent([this, &hits] { m_model->setHits(hits); });
}

void SpecsList::keepingCurrent(const std::function<void()> &change)
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    const QVariant current = m_view->currentIndex().data(SpecsModel::ItemRole);
    change();
    unfold();
    showCount();
    if (current.isValid())
        m_view->setCurrentIndex(m_cells->mapFromSource(m_model->indexOf(current.toUInt())));
}

/// What is filtered is always open; otherwise as the user left it.
void SpecsList::unfold()
{
    const bool filtering = !m_filterEdit->text().isEmpty();
    for (int row = 0; row < m_cells->rowCount(); ++row) {
        const QModelIndex group = m_cells->index(row, 0);
        const auto kind = group.data(SpecsModel::KindRole).value<ListedKind>();
        m_view->setExpanded(group, filtering || !m_folded.contains(kind));
    }
}

void SpecsList::showCount()
{
    const bool filtering = m_model->shownCount() != m_model->totalCount();
    m_count->setVisible(filtering);
    m_clear->setVisible(filtering);
    m_count->setText(tr("%1 of %2 shown")
            .arg(QLocale().toString(m_model->shownCount()), QLocale().toString(m_model->totalCount())));
}

bool SpecsList::select(std::uint32_t item)
{
    QModelIndex index = m_model->indexOf(item);
    if (!index.isValid()) {
        leaveFilter();
        index = m_model->indexOf(item);
    }
    const QScopedValueRollback quiet(m_isQuiet, true);
    const QModelIndex shown = m_cells->mapFromSource(index);
    m_view->setCurrentIndex(shown);
    m_view->scrollTo(shown);
    return index.isValid();
}

void SpecsList::clearChoice()
{
    const QScopedValueRollback quiet(m_isQuiet, true);
    m_view->setCurrentIndex({});
    m_view->clearSelection();
}

void SpecsList::focusFilter()
{
    m_filterEdit->focusFilter();
}

bool SpecsList::leaveFilter()
{
    return m_filterEdit->clearFilter();
}

} // namespace Gatescope
