// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tablereader.h"

#include <ui/presenter/presenter.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/dataview.h>

#include <QElapsedTimer>
#include <QHeaderView>
#include <QTimer>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int mostMilliseconds = 4;

/// What the cell says, with what is drawn right behind it.
QString exportedText(const QModelIndex &index)
{
    QString text = shownCell(index);
    if (text == QStringLiteral("–"))
        text.clear(); // nothing, for the eye
    for (const int role : {int(CellRole::Suffix), int(CellRole::Tag)}) {
        const QString more = Presenter::instance().text(index.data(role).toString());
        if (!more.isEmpty())
            text += more.startsWith(u',') || text.isEmpty() ? more : QString(u' ' + more);
    }
    return text;
}

} // namespace

TableReader::TableReader(DataView &view, QObject *parent)
    : QObject(parent)
    , m_view(view)
{
    const QAbstractItemModel *model = view.model();
    const auto restart = [this] { m_isStale = true; };
    connect(model, &QAbstractItemModel::modelReset, this, restart);
    connect(model, &QAbstractItemModel::layoutChanged, this, restart);
    connect(model, &QAbstractItemModel::rowsInserted, this, restart);
    connect(model, &QAbstractItemModel::rowsRemoved, this, restart);
    connect(model, &QAbstractItemModel::dataChanged, this, restart);
    readSome();
}

void TableReader::start()
{
    m_isStale = false;
    m_columns.clear();
    m_table = {};
    m_groups.clear();
    m_group.clear();
    const QHeaderView *header = m_view.header();
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        if (m_view.isColumnHidden(column) && column != 0)
            continue;
        const QString title = m_view.model()->headerData(column, Qt::Horizontal).toString();
        m_columns << column;
        m_table.titles << title << tr("%1, note", "title of a column").arg(title);
    }
    m_at = m_view.model()->index(0, 0, m_view.rootIndex());
}

void TableReader::readSome()
{
    QElapsedTimer timer;
    timer.start();
    if (m_isStale)
        start();
    while (m_at.isValid() && !m_isStale) {
        readRow(m_at);
        m_at = next(m_at);
        if (timer.elapsed() >= mostMilliseconds)
            break;
    }
    if (m_isStale || m_at.isValid())
        QTimer::singleShot(0, this, &TableReader::readSome);
    else
        QTimer::singleShot(0, this, &TableReader::finish); // whoever made this has connected by then
}

/// A heading is told with each row below it.
void TableReader::readRow(const QModelIndex &first)
{
    if (first.data(CellRole::GroupRow).toBool()) {
        m_group = shownCell(first);
        return;
    }
    QStringList cells;
    for (const int column : std::as_const(m_columns)) {
        const QModelIndex index = first.siblingAtColumn(column);
        cells << exportedText(index) << Presenter::instance().text(index.data(CellRole::Note).toString());
    }
    m_table.rows << cells;
    m_groups << m_group;
}

/// In reading order, whatever is folded.
QModelIndex TableReader::next(const QModelIndex &index) const
{
    const QAbstractItemModel *model = m_view.model();
    if (model->rowCount(index) > 0)
        return model->index(0, 0, index);
    QModelIndex at = index;
    while (at.isValid()) {
        const QModelIndex parent = at.parent();
        if (at.row() + 1 < model->rowCount(parent))
            return model->index(at.row() + 1, 0, parent);
        at = parent;
    }
    return {};
}

/// Columns of notes that say nothing are left out.
void TableReader::finish()
{
    if (m_isStale)
        return readSome();
    ExportedTable table;
    const bool hasGroups =
        std::ranges::any_of(m_groups, [](const QString &group) { return !group.isEmpty(); });
    QList<qsizetype> kept;
    for (qsizetype i = 0; i < m_table.titles.size(); ++i) {
        const bool isNote = i % 2 == 1;
        const auto says = [i](const QStringList &row) { return !row[i].isEmpty(); };
        if (!isNote || std::ranges::any_of(m_table.rows, says))
            kept << i;
    }
    const auto add = [&kept](QStringList &to, const QStringList &from) {
        for (const qsizetype i : kept)
            to << from[i];
    };
    if (hasGroups)
        table.titles << tr("Group", "heading over rows");
    add(table.titles, m_table.titles);
    for (qsizetype row = 0; row < m_table.rows.size(); ++row) {
        QStringList cells;
        if (hasGroups)
            cells << m_groups[row];
        add(cells, m_table.rows[row]);
        table.rows << cells;
    }
    Q_EMIT ready(table);
    deleteLater();
}

} // namespace Gatescope
