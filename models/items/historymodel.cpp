// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historymodel.h"

#include "exchangewords.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

/// What the words for an exchange look at.
Exchange outlineOf(const HistoryEntry &entry)
{
    Exchange outline;
    outline.status = entry.status;
    if (entry.error)
        outline.error = Error {*entry.error, {}, {}};
    return outline;
}

QString historyCellText(const HistoryEntry &entry, int column)
{
    switch (column) {
    case HistoryModel::Time:
        return historyTimeText(entry.startedUtc, QDateTime::currentDateTimeUtc());
    case HistoryModel::Endpoint:
        return pathName(entry.endpoint);
    case HistoryModel::Subject:
        return entry.subject;
    case HistoryModel::User:
        return entry.user;
    case HistoryModel::Connection:
        return entry.connectionName;
    case HistoryModel::Status:
        return statusText(entry);
    case HistoryModel::Duration:
        return durationText(entry.duration);
    case HistoryModel::Note:
        return entry.note;
    default:
        return {};
    }
}

/// The whole row as a sentence, so that a screen reader needs no column.
QString historySentence(const HistoryEntry &entry)
{
    QStringList parts;
    if (entry.isPinned)
        parts << HistoryModel::tr("Pinned");
    parts << historyCellText(entry, HistoryModel::Time) << pathName(entry.endpoint);
    for (const QString &text : {entry.subject, entry.user, entry.connectionName})
        if (!text.isEmpty())
            parts << text;
    parts << (entry.error ? statusText(entry) : HistoryModel::tr("succeeded with %1").arg(statusText(entry)))
          << durationText(entry.duration);
    if (!entry.note.isEmpty())
        parts << HistoryModel::tr("note: %1").arg(entry.note);
    return parts.join(QStringLiteral(", "));
}

QString historyToolTip(const HistoryEntry &entry, int column)
{
    // Texts from outside are plain: escaped, a tool tip cannot take them for markup.
    if (column != HistoryModel::Time)
        return historyCellText(entry, column).toHtmlEscaped();
    const QString day = QLocale().toString(entry.startedUtc.toLocalTime().date(), QLocale::LongFormat);
    return HistoryModel::tr("%1, %2", "day and time").arg(day, localAndUtcText(entry.startedUtc));
}

} // namespace

QString statusText(const HistoryEntry &entry)
{
    return statusText(outlineOf(entry));
}

QString historyTimeText(const QDateTime &utc, const QDateTime &nowUtc)
{
    const QDateTime local = utc.toLocalTime();
    const QDate today = nowUtc.toLocalTime().date();
    if (local.date() == today)
        return localTimeText(utc);
    const QString day =
        local.date().year() == today.year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy");
    return HistoryModel::tr("%1, %2", "day and time")
        .arg(QLocale().toString(local.date(), day), local.toString(QStringLiteral("HH:mm")));
}

HistoryModel::HistoryModel(HistoryStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_pages(new QObject(this))
    , m_older(new QObject(this))
    , m_newer(new QObject(this))
{
    connect(&store, &HistoryStore::kept, this, &HistoryModel::take);
    connect(&store, &HistoryStore::removed, this, &HistoryModel::drop);
    connect(&store, &HistoryStore::restored, this, [this] {
        if (m_isAnswered || m_isLoading)
            refresh();
    });
    connect(&store, &HistoryStore::changed, this, [this](const HistoryEntry &entry) {
        const int row = rowOf(entry.id);
        if (row < 0)
            return;
        m_entries[row] = entry;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    });
}

void HistoryModel::setQuery(const HistoryQuery &query)
{
    m_query = query;
    m_query.beforeId = 0;
    refresh();
}

bool HistoryModel::isFiltered() const
{
    HistoryQuery all;
    all.limit = m_query.limit;
    return m_query != all;
}

/// As many as are there, so that who has scrolled down stays where he is; up to a bound.
void HistoryModel::refresh()
{
    constexpr qsizetype mostAtOnce = 1000;
    HistoryQuery query = m_query;
    query.limit = int(std::clamp<qsizetype>(m_entries.size(), m_query.limit, mostAtOnce));
    m_isLoading = true;
    ask(query);
    Q_EMIT changed();
}

/// Asking again drops the answer that is still out.
void HistoryModel::ask(const HistoryQuery &query)
{
    m_isFetching = true;
    m_store.find(query, m_pages, [this, token = ++m_token](const Result<HistoryMatches> &matches) {
        if (token != m_token)
            return;
        m_isFetching = false;
        const bool isListed = std::exchange(m_listed, token) == token;
        m_isCounted = m_isCounted || isListed; // it was, or cannot be
        if (!matches)
            fail(matches.error());
        else if (isListed)
            takeCounts(*matches);
        else
            takeFirst(*matches);
    });
}

void HistoryModel::fail(const Error &error)
{
    m_isLoading = false;
    if (error.code == ErrorCode::Cancelled)
        return;
    m_error = error;
    Q_EMIT changed();
}

void HistoryModel::takeFirst(const HistoryMatches &matches)
{
    beginResetModel();
    m_entries = matches.entries;
    m_total = matches.total;
    m_isCounted = matches.isCounted;
    m_kept = matches.kept;
    m_isLoading = false;
    m_isAnswered = true;
    m_error.reset();
    endResetModel();
    Q_EMIT changed();
}

void HistoryModel::takeCounts(const HistoryMatches &matches)
{
    m_total = matches.total;
    m_kept = matches.kept;
    Q_EMIT changed();
}

void HistoryModel::takeMore(const HistoryMatches &matches)
{
    const qint64 last = m_entries.isEmpty() ? 0 : m_entries.last().id;
    QList<HistoryEntry> older;
    std::ranges::copy_if(matches.entries, std::back_inserter(older),
        [last](const HistoryEntry &entry) { return last == 0 || entry.id < last; });
    if (older.isEmpty()) { // whatever the counts say, asking again would bring nothing
        m_total = m_entries.size();
        m_isCounted = true;
    }
    m_kept = matches.kept;
    m_error.reset();
    if (!older.isEmpty()) {
        beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + older.size()) - 1);
        m_entries += older;
        endInsertRows();
    }
    Q_EMIT changed();
}

bool HistoryModel::mayMatch(const HistoryEntry &entry) const
{
    using Outcome = HistoryQuery::Outcome;
    return (m_query.outcome == Outcome::Any
               || (m_query.outcome == Outcome::Failed) == entry.error.has_value())
        && (m_query.connectionId.isEmpty() || m_query.connectionId == entry.connectionId)
        && (!m_query.onlyPinned || entry.isPinned);
}

/// Only the store can tell whether the words are in its bodies.
void HistoryModel::take(const HistoryEntry &entry)
{
    if (!m_isAnswered)
        return;
    ++m_kept;
    if (mayMatch(entry) && m_query.text.isEmpty())
        takeNewer({{entry}, m_total + 1, m_kept, m_isCounted});
    else if (mayMatch(entry))
        lookForNewer();
    else
        Q_EMIT changed();
}

void HistoryModel::lookForNewer()
{
    m_store.find(m_query, m_newer, [this, token = m_token](const Result<HistoryMatches> &matches) {
        if (matches && token == m_token) // else what was asked for since knows as much
            takeNewer(*matches);
    });
}

void HistoryModel::takeNewer(const HistoryMatches &matches)
{
    const qint64 newest = m_entries.isEmpty() ? 0 : m_entries.first().id;
    QList<HistoryEntry> newer;
    std::ranges::copy_if(matches.entries, std::back_inserter(newer),
        [newest](const HistoryEntry &entry) { return entry.id > newest; });
    m_total = matches.isCounted ? matches.total : m_total + newer.size();
    m_isCounted = m_isCounted || matches.isCounted;
    m_kept = matches.kept;
    if (!newer.isEmpty()) {
        beginInsertRows({}, 0, int(newer.size()) - 1);
        m_entries = newer + m_entries;
        endInsertRows();
    }
    Q_EMIT changed();
}

void HistoryModel::drop(const QList<qint64> &ids)
{
    if (!m_isAnswered)
        return;
    constexpr qsizetype mostOneByOne = 100;
    if (ids.size() > mostOneByOne) {
        refresh();
        return;
    }
    for (const qint64 id : ids) {
        const int row = rowOf(id);
        if (row < 0)
            continue;
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
    }
    if (m_entries.isEmpty())
        refresh(); // what comes next was not there yet
    else
        lookForNewer(); // for the counts
}

/// Newest first, which is by falling id.
int HistoryModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::lower_bound(m_entries, id, std::greater<>(), &HistoryEntry::id);
    return found == m_entries.end() || found->id != id ? -1 : int(found - m_entries.begin());
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return historyCellText(entry, index.column());
    case Qt::ToolTipRole:
        return historyToolTip(entry, index.column());
    case Qt::TextAlignmentRole:
        return int((index.column() == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return historySentence(entry);
    case StateRole:
        return int(stateOf(outlineOf(entry)));
    case PinnedRole:
        return entry.isPinned;
    case IdRole:
        return entry.id;
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Duration ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    static const char *const titles[ColumnCount] = {QT_TR_NOOP("Time"), QT_TR_NOOP("Endpoint"),
        QT_TR_NOOP("Subject"), QT_TR_NOOP("User"), QT_TR_NOOP("Connection"), QT_TR_NOOP("Status"),
        QT_TR_NOOP("Duration"), QT_TR_NOOP("Note")};
    return tr(titles[section]);
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_isAnswered && !m_isFetching && !m_entries.isEmpty() && hasMore();
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    HistoryQuery query = m_query;
    query.beforeId = m_entries.last().id;
    m_isFetching = true;
    m_store.find(query, m_older, [this, token = m_token](const Result<HistoryMatches> &matches) {
        if (token != m_token)
            return;
        m_isFetching = false;
        if (matches)
            takeMore(*matches);
        else
            fail(matches.error());
    });
}

} // namespace Gatescope
