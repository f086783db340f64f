// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventsmodel.h"

#include <QLocale>

#include <algorithm>

namespace Gatescope {

namespace {

const QString absentCell = QStringLiteral("–");

QString valueText(const StatsigEvent::Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<StatsigEvent::NumberValue>(&value))
        return QString::fromUtf8(number->text);
    return {};
}

int warningCount(const QList<EventFinding> &findings)
{
    return int(std::ranges::count(findings, EventSeverity::Warning, &EventFinding::severity));
}

QString localMoment(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const bool today = local.date() == QDate::currentDate();
    return local.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

EventsModel::Status statusOf(const EventRow &row)
{
    switch (row.delivery.state) {
    case EventState::Sending:
        return EventsModel::Status::Sending;
    case EventState::Accepted:
        return EventsModel::Status::Accepted;
    case EventState::Refused:
        return EventsModel::Status::Refused;
    case EventState::Unknown:
        return EventsModel::Status::Unknown;
    case EventState::NotSent:
        break;
    }
    if (row.isBlocked())
        return EventsModel::Status::Blocked;
    return warningCount(row.findings) > 0 ? EventsModel::Status::Warnings : EventsModel::Status::Ready;
}

void EventsModel::setRows(const QList<EventRow> &rows)
{
    const bool sameEvents = std::ranges::equal(m_rows, rows, {}, &EventRow::id, &EventRow::id);
    if (!sameEvents) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
        return;
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (m_rows.at(row) == rows.at(row))
            continue;
        m_rows[row] = rows.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    }
}

int EventsModel::rowOf(quint64 id) const
{
    const auto found = std::ranges::find(m_rows, id, &EventRow::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int EventsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString EventsModel::stateText(const EventRow &row) const
{
    switch (statusOf(row)) {
    case Status::Ready:
        return tr("Ready");
    case Status::Warnings: {
        const int count = warningCount(row.findings);
        return count == 1 ? tr("1 warning") : tr("%1 warnings").arg(count);
    }
    case Status::Blocked:
        return tr("Blocked");
    case Status::Sending:
        return tr("Sending");
    case Status::Accepted:
        return tr("Accepted");
    case Status::Refused:
        return tr("Refused");
    case Status::Unknown:
        return tr("Unknown");
    }
    Q_UNREACHABLE();
}

QString EventsModel::timeText(const EventRow &row) const
{
    if (row.event.time)
        return localMoment(*row.event.time);
    return row.delivery.sentUtc.isValid() ? localMoment(row.delivery.sentUtc) : tr("Now");
}

QString EventsModel::text(const EventRow &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.event.name.isEmpty() ? tr("no name yet") : row.event.name;
    case UserColumn:
        return row.userText;
    case ValueColumn:
        return row.event.value.index() == 0 ? absentCell : valueText(row.event.value);
    case MetadataColumn:
        if (row.event.metadata.isEmpty())
            return tr("none");
        return row.event.metadata.size() == 1 ? tr("1 key") : tr("%1 keys").arg(row.event.metadata.size());
    case TimeColumn:
        return timeText(row);
    case StateColumn:
        return stateText(row);
    default:
        return {};
    }
}

QVariant EventsModel::suffix(const EventRow &row, int column) const
{
    if (column == UserColumn && row.isComposersUser)
        return tr("composer");
    if (column == ValueColumn && std::holds_alternative<StatsigEvent::NumberValue>(row.event.value))
        return tr("number");
    return {};
}

QString EventsModel::toolTip(const EventRow &row, int column) const
{
    if (column
        != StateColumn) // full texts, for elided cells; escaped, since a tool tip may read as rich text
        return text(row, column).toHtmlEscaped();
    if (row.delivery.state != EventState::NotSent)
        return row.delivery.note.toHtmlEscaped();
    QStringList lines;
    for (const EventFinding &finding : row.findings)
        lines << finding.text.toHtmlEscaped();
    return lines.join(QStringLiteral("<br>"));
}

QString EventsModel::sentence(int row) const
{
    const EventRow &event = m_rows.at(row);
    QStringList parts {tr("Event %1").arg(row + 1)};
    parts << text(event, NameColumn) << tr("user %1").arg(event.userText);
    parts << (event.event.value.index() == 0 ? tr("no value") : tr("value %1").arg(text(event, ValueColumn)));
    parts << tr("metadata %1").arg(text(event, MetadataColumn)) << tr("time %1").arg(timeText(event));
    parts << stateText(event);
    return parts.join(QStringLiteral(", "));
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const EventRow &row = m_rows.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == NumberColumn ? QVariant(index.row() + 1) : text(row, column);
    case Qt::ToolTipRole:
        return column == NumberColumn ? QVariant() : toolTip(row, column);
    case Qt::AccessibleTextRole:
        return sentence(index.row());
    case StatusRole:
        return column == StateColumn ? QVariant::fromValue(statusOf(row)) : QVariant();
    case MutedRole:
        return (column == NameColumn && row.event.name.isEmpty())
            || (column == ValueColumn && row.event.value.index() == 0)
            || (column == MetadataColumn && row.event.metadata.isEmpty()) || column == NumberColumn;
    case SuffixRole:
        return suffix(row, column);
    case IdentifierRole:
        return (column == NameColumn && !row.event.name.isEmpty()) || column == ValueColumn;
    default:
        return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return QStringLiteral("#");
    case NameColumn:
        return tr("Event");
    case UserColumn:
        return tr("User");
    case ValueColumn:
        return tr("Value");
    case MetadataColumn:
        return tr("Metadata");
    case TimeColumn:
        return tr("Time");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

} // namespace Gatescope
