// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkmodel.h"
#include "entitystatus.h"

#include <models/evaluation/phrase.h>

#include <QLocale>
#include <QSet>

#include <algorithm>

namespace Gatescope {

namespace {

bool isFailed(CheckVerdict verdict)
{
    return verdict == CheckVerdict::Failed || verdict == CheckVerdict::Unreadable;
}

/// Negatives that are the ordinary case are quiet, so that red points at what decides.
bool isOrdinary(CheckVerdict verdict)
{
    return verdict == CheckVerdict::NotHeldOut || verdict == CheckVerdict::NotMember;
}

} // namespace

CheckItems CheckModel::items() const
{
    CheckItems items;
    items.reserve(m_rows.size());
    for (const Row &row : m_rows)
        items.append(row.item);
    return items;
}

void CheckModel::setItems(const CheckItems &items)
{
    beginResetModel();
    QList<Row> rows;
    QSet<CheckItem> seen;
    for (const CheckItem &item : items) {
        if (seen.contains(item))
            continue;
        seen.insert(item);
        const auto known = m_byItem.constFind(item);
        rows.append(known == m_byItem.cend() ? Row {item, {}, {}, false} : m_rows[*known]);
    }
    m_rows = rows;
    indexRows();
    m_visible = computeVisible();
    endResetModel();
    updateCounts();
}

int CheckModel::addItems(const CheckItems &items)
{
    const qsizetype before = m_rows.size();
    setItems(this->items() + items);
    return int(m_rows.size() - before);
}

void CheckModel::removeItems(const CheckItems &items)
{
    const QSet<CheckItem> gone(items.begin(), items.end());
    CheckItems kept = this->items();
    kept.removeIf([&](const CheckItem &item) { return gone.contains(item); });
    setItems(kept);
}

void CheckModel::setProject(const ProjectPtr &project)
{
    m_project = project;
    for (Row &row : m_rows)
        row.reading = readAnswer(row.item, row.answer, m_project.get());
    refreshOrder();
    if (!m_visible.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    updateCounts();
}

void CheckModel::markOld(const CheckItems &items)
{
    for (const CheckItem &item : items)
        if (const auto found = m_byItem.constFind(item); found != m_byItem.cend())
            m_rows[*found].isOld = m_rows[*found].reading.verdict != CheckVerdict::None;
    if (!m_visible.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool CheckModel::hasOld() const
{
    return std::ranges::any_of(m_rows, &Row::isOld);
}

void CheckModel::setAnswer(const CheckItem &item, const CheckAnswer &answer)
{
    const auto found = m_byItem.constFind(item);
    if (found == m_byItem.cend())
        return;
    Row &row = m_rows[*found];
    const Counts before = m_counts;
    count(m_counts, row, -1);
    row = {item, answer, readAnswer(item, answer, m_project.get()), false};
    count(m_counts, row, 1);
    if (const int at = rowOf(item); at >= 0)
        Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    if (m_counts != before)
        Q_EMIT countsChanged();
}

void CheckModel::clearAnswers()
{
    for (Row &row : m_rows)
        row = Row {row.item, {}, {}, false};
    refreshOrder();
    if (!m_visible.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    updateCounts();
}

void CheckModel::refreshOrder()
{
    const QList<qsizetype> visible = computeVisible();
    if (visible == m_visible)
        return;
    beginResetModel();
    m_visible = visible;
    endResetModel();
}

void CheckModel::setFilter(Filter filter)
{
    m_filter = filter;
    refreshOrder();
}

void CheckModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    refreshOrder();
}

int CheckModel::rowOf(const CheckItem &item) const
{
    const auto found = m_byItem.constFind(item);
    return found == m_byItem.cend() ? -1 : int(m_visible.indexOf(*found));
}

int CheckModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_visible.size());
}

int CheckModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CheckModel::text(const Row &row, int column) const
{
    const bool asked = row.reading.verdict != CheckVerdict::None;
    const QString none =
        asked && row.reading.verdict != CheckVerdict::Failed ? QStringLiteral("–") : QString();
    const auto orNone = [&none](const QString &text) { return text.isEmpty() ? none : text; };
    switch (column) {
    case NameColumn:
        return displayName(row.item.kind, row.item.name);
    case VerdictColumn:
        return asked ? verdictWords(row.reading.verdict) : tr("Not asked yet");
    case RuleColumn:
        if (row.answer.error)
            return row.answer.error->message;
        if (const auto *unknown = std::get_if<UnknownShape>(&row.answer.content))
            return unknown->note;
        return orNone(row.reading.rule);
    case GroupColumn:
        return orNone(row.reading.group);
    case TimeColumn:
        if (row.answer.time().count() < 0)
            return none;
        return tr("%1 ms").arg(QLocale().toString(qRound64(double(row.answer.time().count()) / 1000)));
    default:
        return {};
    }
}

QVariant CheckModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, index.column());
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? shown.item.name : text(shown, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? sentence(index.row()) : text(shown, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == TimeColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                            : int(Qt::AlignLeft | Qt::AlignVCenter);
    case KindRole:
        return int(shown.item.kind);
    case VerdictRole:
        return int(shown.reading.verdict);
    case QuietRole:
        return index.column() == RuleColumn ? shown.reading.isRuleQuiet : isOrdinary(shown.reading.verdict);
    case OldRole:
        return shown.isOld;
    case IdentifierRole:
        return index.column() == RuleColumn && !shown.reading.rule.isEmpty()
            && shown.reading.rule == shown.reading.ruleId;
    default:
        return {};
    }
}

QString CheckModel::sentence(int row) const
{
    const Row &shown = this->row(row);
    const QString name = text(shown, NameColumn) + QStringLiteral(", ") + kindWords(shown.item.kind);
    if (shown.reading.verdict == CheckVerdict::None)
        return tr("%1, not asked yet").arg(name);
    if (shown.answer.error)
        return tr("%1, failed: %2").arg(name, shown.answer.error->message);
    QString sentence = tr("%1, live %2").arg(name, verdictWords(shown.reading.verdict));
    if (!shown.reading.rule.isEmpty())
        sentence = tr("%1, rule %2").arg(sentence, shown.reading.rule);
    if (!shown.reading.group.isEmpty())
        sentence = tr("%1, group %2").arg(sentence, shown.reading.group);
    return shown.isOld ? tr("%1, from an earlier run").arg(sentence) : sentence;
}

QVariant CheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == TimeColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                     : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case VerdictColumn:
        return tr("Live");
    case RuleColumn:
        return tr("Rule");
    case GroupColumn:
        return tr("Group");
    case TimeColumn:
        return tr("Time");
    default:
        return {};
    }
}

bool CheckModel::isShown(const Row &row) const
{
    switch (m_filter) {
    case Filter::All:
        return true;
    case Filter::Positive:
        return isPositive(row.reading.verdict);
    case Filter::Negative:
        return isNegative(row.reading.verdict);
    case Filter::Failed:
        return isFailed(row.reading.verdict);
    }
    return true;
}

bool CheckModel::isLess(const Row &left, const Row &right) const
{
    if (m_sortColumn == TimeColumn)
        return left.answer.time() < right.answer.time();
    if (m_sortColumn == VerdictColumn && left.reading.verdict != right.reading.verdict)
        return left.reading.verdict < right.reading.verdict;
    return QString::compare(text(left, m_sortColumn), text(right, m_sortColumn), Qt::CaseInsensitive) < 0;
}

QList<qsizetype> CheckModel::computeVisible() const
{
    QList<qsizetype> visible;
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        if (isShown(m_rows[i]))
            visible.append(i);
    if (m_sortColumn < 0)
        return visible;
    const bool down = m_sortOrder == Qt::DescendingOrder;
    std::ranges::stable_sort(visible, [&](qsizetype left, qsizetype right) {
        return down ? isLess(m_rows[right], m_rows[left]) : isLess(m_rows[left], m_rows[right]);
    });
    return visible;
}

void CheckModel::indexRows()
{
    m_byItem.clear();
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_byItem.insert(m_rows[i].item, i);
}

void CheckModel::count(Counts &counts, const Row &row, int by)
{
    counts.all += by;
    counts.positive += isPositive(row.reading.verdict) ? by : 0;
    counts.negative += isNegative(row.reading.verdict) ? by : 0;
    counts.failed += isFailed(row.reading.verdict) ? by : 0;
}

void CheckModel::updateCounts()
{
    Counts counts;
    for (const Row &row : m_rows)
        count(counts, row, 1);
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT countsChanged();
}

} // namespace Gatescope
