// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tracetree.h"

#include "targetsdialog.h"
#include "tracecells.h"

#include <ui/presenter/presenter.h>

#include <models/explain/explanationmodel.h>

#include <QAction>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

namespace Gatescope {

namespace {

/// What stands open at first: more rules than this are folded but the deciding one.
constexpr int mostOpenRules = 40;

} // namespace

TraceTree::TraceTree(QWidget *parent)
    : DataView(Shape::Tree, tr("Rules and conditions, in order"), parent)
    , m_explanations(new ExplanationModel(this))
    , m_cells(new TraceCells(this))
{
    m_cells->setSourceModel(m_explanations);
    setModel(m_cells);
    setObjectName(QStringLiteral("traceTree"));
    header()->setStretchLastSection(false);
    const Theme &theme = Theme::instance();
    header()->setSectionResizeMode(ExplanationModel::RuleColumn, QHeaderView::Stretch);
    setColumnWidth(ExplanationModel::ResultColumn, theme.scaled(136));
    connect(header(), &QHeaderView::sectionResized, this,
        [this] { m_sharesColumns &= m_isSharing || QGuiApplication::mouseButtons() == Qt::NoButton; });
    setMinimumHeight(theme.scaled(84));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &TraceTree::takeCurrent);
    connect(this, &DataView::rowActivated, this, &TraceTree::activate);
}

/// Until one is dragged, the columns share the width, and the sentence of a condition gets most of it.
void TraceTree::resizeEvent(QResizeEvent *event)
{
    DataView::resizeEvent(event);
    if (!m_sharesColumns)
        return;
    m_isSharing = true;
    setColumnWidth(ExplanationModel::UserColumn, width() * 27 / 100);
    setColumnWidth(ExplanationModel::TargetColumn, width() * 18 / 100);
    m_isSharing = false;
}

const ExplanationPtr &TraceTree::explanation() const
{
    return m_explanations->explanation();
}

void TraceTree::setExplanation(const ExplanationPtr &explanation)
{
    const ExplanationPtr before = m_explanations->explanation();
    // The same rules give the same rows as long as the same ones are asked; else it is another tree.
    const bool isSame = before && explanation && before->ref == explanation->ref
        && before->project == explanation->project && before->rows.size() == explanation->rows.size();
    const QSet<quint32> open = isSame ? openNodes() : QSet<quint32>();
    m_explanations->setExplanation(explanation);
    if (isSame) {
        for (const quint32 node : open)
            setExpanded(m_cells->mapFromSource(m_explanations->indexOf(node)), true);
    } else {
        openRows();
    }
    showDeciding();
}

QSet<quint32> TraceTree::openNodes() const
{
    QSet<quint32> open;
    const auto count = quint32(m_explanations->explanation()->rows.size());
    for (quint32 node = 0; node < count; ++node)
        if (isExpanded(m_cells->mapFromSource(m_explanations->indexOf(node))))
            open.insert(node);
    return open;
}

void TraceTree::openRows()
{
    const bool isLong = m_cells->rowCount() > mostOpenRules;
    for (int i = 0; i < m_cells->rowCount() && !isLong; ++i)
        expand(m_cells->index(i, 0));
    for (QModelIndex index = m_cells->mapFromSource(m_explanations->deciding()); index.isValid();
        index = index.parent())
        expand(index);
}

void TraceTree::showDeciding()
{
    const QModelIndex deciding = m_cells->mapFromSource(m_explanations->deciding());
    setCurrentIndex(deciding);
    if (deciding.isValid())
        scrollTo(deciding, QAbstractItemView::PositionAtCenter);
    takeCurrent();
}

const ExplanationRow *TraceTree::rowAt(const QModelIndex &index) const
{
    return m_explanations->row(m_cells->mapToSource(index));
}

std::optional<EntityRef> TraceTree::currentAsked() const
{
    for (QModelIndex index = currentIndex(); index.isValid(); index = index.parent())
        if (const ExplanationRow *row = rowAt(index); row->asks)
            return row->asks;
    return std::nullopt;
}

/// The bucket of the row, else of the rule it belongs to.
void TraceTree::takeCurrent()
{
    int bucket = -1;
    for (QModelIndex index = currentIndex(); index.isValid() && bucket < 0; index = index.parent()) {
        bucket = rowAt(index)->bucket;
        for (int i = 0; bucket < 0 && i < m_cells->rowCount(index.siblingAtColumn(0)); ++i)
            bucket = rowAt(m_cells->index(i, 0, index.siblingAtColumn(0)))->bucket;
    }
    Q_EMIT bucketChosen(bucket);
}

/// Enter on what was shown before goes there; on an entity that was asked it opens its rules, on a condition
/// with many targets their list.
void TraceTree::activate(const QModelIndex &index)
{
    const QModelIndex shown = m_cells->mapFromSource(m_explanations->shownAt(m_cells->mapToSource(index)));
    if (shown.isValid()) {
        for (QModelIndex up = shown; up.isValid(); up = up.parent())
            expand(up);
        setCurrentIndex(shown);
        scrollTo(shown);
    } else if (const ExplanationRow *row = rowAt(index); row && row->asks) {
        Q_EMIT entityRequested(*row->asks);
    } else if (row && ConditionTargets::count(*explanation()->project, *row) > 1) {
        showTargets(index);
    }
}

void TraceTree::showTargets(const QModelIndex &index)
{
    const std::uint32_t row = std::uint32_t(rowAt(index) - explanation()->rows.data());
    (new TargetsDialog(explanation(), row, this))->open();
}

void TraceTree::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    const ExplanationRow *row = rowAt(index);
    if (!row)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto copies = [this, menu](const QString &text, const QString &copied) {
        connect(menu->addAction(text), &QAction::triggered, this, [copied] { copyText(copied); });
    };
    copies(tr("Copy the row"), rowSentence(*row));
    if (const quint32 count = ConditionTargets::count(*explanation()->project, *row); count > 1) {
        connect(menu->addAction(tr("Show all %n targets", nullptr, int(count))), &QAction::triggered, this,
            [this, shown = QPersistentModelIndex(index)] {
                if (shown.isValid())
                    showTargets(shown);
            });
        connect(menu->addAction(tr("Copy all %n targets", nullptr, int(count))), &QAction::triggered, this,
            [explained = explanation(), row] {
                QStringList targets = allTargets(*explained->project, *row);
                for (QString &target : targets)
                    target = Presenter::instance().value(target);
                copyText(targets.join(u'\n'));
            });
    }
    if (!row->id.isEmpty())
        copies(tr("Copy the rule ID"), row->id);
    if (row->asks) {
        QAction *why = menu->addAction(tr("Why"));
        why->setShortcut(Qt::Key_F4); // only shown: the page has the key
        why->setShortcutContext(Qt::WidgetShortcut);
        connect(why, &QAction::triggered, this, &TraceTree::whyRequested);
        connect(menu->addAction(tr("Show its rules")), &QAction::triggered, this,
            [this, ref = *row->asks] { Q_EMIT entityRequested(ref); });
    }
    menu->popup(event->globalPos());
}

} // namespace Gatescope
