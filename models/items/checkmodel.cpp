// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkmodel.h"

#include <models/evaluation/phrase.h>

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

/// Negatives that are the ordinary case are quiet, so that red points at what decides.
bool isOrdinary(CheckVerdict verdict)
{
    return verdict == CheckVerdict::NotHeldOut || verdict == CheckVerdict::NotMember;
}

bool isAnswered(const CheckRow &row)
{
    return leadingVerdict(row) != CheckVerdict::None;
}

bool isComparable(const CheckRow &row)
{
    return !row.isOld && !row.isLocalOld && row.local && row.reading.verdict != CheckVerdict::None
        && !std::holds_alternative<std::monostate>(row.local->content);
}

QString timeText(const CheckRow &row)
{
    if (row.answer.time().count() < 0)
        return {};
    return CheckModel::tr("%1 ms").arg(
        QLocale().toString(qRound64(double(row.answer.time().count()) / 1000)));
}

QString cellText(const CheckRow &row, int column)
{
    switch (column) {
    case CheckModel::NameColumn:
        return displayName(row.item.kind, row.item.name);
    case CheckModel::LiveColumn:
        return liveText(row);
    case CheckModel::LocalColumn:
        return localText(row);
    case CheckModel::RuleColumn:
        return ruleText(row);
    case CheckModel::GroupColumn:
        return groupText(row);
    case CheckModel::TimeColumn:
        return timeText(row);
    default:
        return {};
    }
}

QString shownText(const CheckRow &row, int column)
{
    const QString text = cellText(row, column);
    const bool hasDash = text.isEmpty() && isAnswered(row) && row.reading.verdict != CheckVerdict::Failed;
    return hasDash && column != CheckModel::LocalColumn ? QStringLiteral("–") : text;
}

QString remarkIn(const CheckRow &row, int column)
{
    if (column == CheckModel::RuleColumn)
        return ruleRemark(row);
    return column == CheckModel::GroupColumn ? groupRemark(row) : QString();
}

QString toolTip(const CheckRow &row, int column)
{
    if (column == CheckModel::NameColumn)
        return row.item.name;
    const QString remark = column == CheckModel::LocalColumn ? localRemark(row) : QString();
    return remark.isEmpty() ? shownText(row, column) + remarkIn(row, column) : remark;
}

QString spokenText(const CheckRow &row, int column)
{
    if (column == CheckModel::NameColumn)
        return rowSentence(row);
    const QString agreement =
        column == CheckModel::LocalColumn ? agreementWords(row.agreement) : remarkIn(row, column);
    const QString text = shownText(row, column);
    return column == CheckModel::LocalColumn && !agreement.isEmpty()
        ? CheckModel::tr("%1, %2", "verdict, agrees").arg(text, agreement)
        : text + agreement;
}

CheckVerdict verdictIn(const CheckRow &row, int column)
{
    if (column != CheckModel::LocalColumn)
        return row.reading.verdict;
    return row.local ? row.local->reading.verdict : CheckVerdict::None;
}

bool isOldIn(const CheckRow &row, int column)
{
    const bool isOfLocal = column == CheckModel::LocalColumn || row.reading.verdict == CheckVerdict::None;
    return isOfLocal ? row.isLocalOld : row.isOld;
}

int alignment(int column)
{
    return int((column == CheckModel::TimeColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

void count(CheckModel::Counts &counts, const CheckRow &row, int by)
{
    for (std::size_t filter = 0; filter < checkFilterCount; ++filter)
        counts.of[filter] += passes(row, CheckFilter(filter)) ? by : 0;
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
        Row row;
        row.item = item;
        rows.append(known == m_byItem.cend() ? row : m_rows[*known]);
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
    tellRows();
}

/// What was compared holds no longer.
void CheckModel::beginRevision(Row &row)
{
    row.agreement = {};
    row.revision = ++m_lastRevision;
}

void CheckModel::markOld(const CheckItems &items)
{
    for (const CheckItem &item : items) {
        const auto found = m_byItem.constFind(item);
        if (found == m_byItem.cend())
            continue;
        Row &row = m_rows[*found];
        row.isOld = row.reading.verdict != CheckVerdict::None;
        beginRevision(row);
    }
    tellRows();
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
    row.answer = answer;
    row.reading = readAnswer(item, answer, m_project.get());
    row.isOld = false;
    beginRevision(row);
    count(m_counts, row, 1);
    m_uncompared.append(item);
    if (const int at = rowOf(item); at >= 0)
        Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    if (m_counts != before)
        Q_EMIT countsChanged();
}

void CheckModel::clearAnswers()
{
    for (Row &row : m_rows) {
        row.answer = {};
        row.reading = {};
        row.isOld = false;
        beginRevision(row);
    }
    refreshOrder();
    tellRows();
}

void CheckModel::markLocalOld()
{
    for (Row &row : m_rows) {
        row.isLocalOld = row.local != nullptr;
        beginRevision(row);
    }
    tellRows();
}

void CheckModel::setLocal(const LocalAnswers &answers)
{
    for (Row &row : m_rows) {
        row.local = answers.value(row.item);
        row.isLocalOld = false;
        beginRevision(row);
        m_uncompared.append(row.item);
    }
    tellRows();
}

QList<CheckModel::Pair> CheckModel::takePairs()
{
    const QList<CheckItem> uncompared = std::exchange(m_uncompared, {});
    QList<Pair> pairs;
    for (const CheckItem &item : QSet<CheckItem>(uncompared.begin(), uncompared.end())) {
        const auto found = m_byItem.constFind(item);
        if (found == m_byItem.cend() || !isComparable(m_rows[*found]))
            continue;
        const Row &row = m_rows[*found];
        pairs.append({item, row.revision, row.answer, row.local});
    }
    return pairs;
}

void CheckModel::setAgreements(const QList<Compared> &compared)
{
    for (const Compared &pair : compared) {
        const auto found = m_byItem.constFind(pair.item);
        if (found != m_byItem.cend() && m_rows[*found].revision == pair.revision)
            m_rows[*found].agreement = pair.agreement;
    }
    tellRows();
}

/// Every row may have changed; they stay where they are.
void CheckModel::tellRows()
{
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

const CheckModel::Row *CheckModel::find(const CheckItem &item) const
{
    const auto found = m_byItem.constFind(item);
    return found == m_byItem.constEnd() ? nullptr : &m_rows[*found];
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

QVariant CheckModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &shown = row(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return shownText(shown, column);
    case Qt::ToolTipRole:
        return toolTip(shown, column);
    case Qt::AccessibleTextRole:
        return spokenText(shown, column);
    case Qt::TextAlignmentRole:
        return alignment(column);
    case KindRole:
        return int(shown.item.kind);
    case VerdictRole:
        return int(verdictIn(shown, column));
    case QuietRole:
        return column == RuleColumn ? leadingReading(shown).isRuleQuiet
                                    : isOrdinary(verdictIn(shown, column));
    case OldRole:
        return isOldIn(shown, column);
    case IdentifierRole: {
        const CheckReading &reading = leadingReading(shown);
        return column == RuleColumn && !reading.rule.isEmpty() && reading.rule == reading.ruleId;
    }
    case AgreementRole:
        return int(shown.agreement.state);
    case AgreementTextRole:
        return agreementWords(shown.agreement);
    case LocalTextRole:
        return remarkIn(shown, column);
    default:
        return {};
    }
}

QVariant CheckModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignment(section);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case LiveColumn:
        return tr("Live");
    case LocalColumn:
        return tr("Local");
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

/// What differs comes first in the column that says so.
bool CheckModel::isLess(const Row &left, const Row &right) const
{
    if (m_sortColumn == TimeColumn)
        return left.answer.time() < right.answer.time();
    const CheckVerdict leftVerdict = verdictIn(left, m_sortColumn);
    const CheckVerdict rightVerdict = verdictIn(right, m_sortColumn);
    if (m_sortColumn == LocalColumn && left.agreement.state != right.agreement.state)
        return left.agreement.state > right.agreement.state;
    if ((m_sortColumn == LiveColumn || m_sortColumn == LocalColumn) && leftVerdict != rightVerdict)
        return leftVerdict < rightVerdict;
    return QString::compare(
               shownText(left, m_sortColumn), shownText(right, m_sortColumn), Qt::CaseInsensitive)
        < 0;
}

QList<qsizetype> CheckModel::computeVisible() const
{
    QList<qsizetype> visible;
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        if (passes(m_rows[i], m_filter))
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
