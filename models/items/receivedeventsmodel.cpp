// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "receivedeventsmodel.h"

#include "exchangewords.h"

namespace Gatescope {

namespace {

using EventKind = ReceivedEvent::Kind;

/// The prefix is the same for all of Statsig's own.
QString shortName(const QString &name)
{
    const QLatin1String prefix("statsig::");
    return name.startsWith(prefix) ? name.sliced(prefix.size()) : name;
}

QString eventCellText(const ReceivedEvent &event, int column)
{
    switch (column) {
    case ReceivedEventsModel::Number:
        return QString::number(event.number);
    case ReceivedEventsModel::Time:
        return localTimeText(event.receivedUtc);
    case ReceivedEventsModel::Event:
        return shortName(event.name);
    case ReceivedEventsModel::User:
        return event.user;
    case ReceivedEventsModel::Subject:
        return event.subject;
    case ReceivedEventsModel::Verdict:
        return verdictText(event);
    case ReceivedEventsModel::Rule:
        return event.ruleId;
    default:
        return {};
    }
}

QVariant eventSortValue(const ReceivedEvent &event, int column)
{
    switch (column) {
    case ReceivedEventsModel::Number:
        return event.number;
    case ReceivedEventsModel::Time:
        return event.receivedUtc;
    default:
        return eventCellText(event, column);
    }
}

QString eventSentence(const ReceivedEvent &event)
{
    QStringList parts {ReceivedEventsModel::tr("Event %1").arg(event.number)};
    for (int column = ReceivedEventsModel::Event; column < ReceivedEventsModel::ColumnCount; ++column) {
        if (const QString text = eventCellText(event, column); !text.isEmpty())
            parts << text;
    }
    return parts.join(QStringLiteral(", "));
}

int eventAlignment(int column)
{
    return int(column == ReceivedEventsModel::Number ? Qt::AlignRight | Qt::AlignVCenter
                                                     : Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

QString verdictText(const ReceivedEvent &event)
{
    const bool isTrue = event.verdict == QLatin1String("true");
    if (!isTrue && event.verdict != QLatin1String("false"))
        return {};
    if (event.kind == EventKind::GateExposure)
        return isTrue ? ReceivedEventsModel::tr("On") : ReceivedEventsModel::tr("Off");
    return isTrue ? ReceivedEventsModel::tr("Rule matched") : ReceivedEventsModel::tr("Default");
}

QString kindText(EventKind kind)
{
    switch (kind) {
    case EventKind::GateExposure:
        return ReceivedEventsModel::tr("Gate exposure");
    case EventKind::ConfigExposure:
        return ReceivedEventsModel::tr("Config or experiment exposure");
    case EventKind::LayerExposure:
        return ReceivedEventsModel::tr("Layer exposure");
    case EventKind::Internal:
        return ReceivedEventsModel::tr("Statsig’s own event");
    case EventKind::Custom:
        break;
    }
    return ReceivedEventsModel::tr("Event");
}

int ReceivedEventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReceivedEventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReceivedEvent &event = *items().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return eventCellText(event, index.column());
    case Qt::ToolTipRole:
        return index.column() == Time ? localAndUtcText(event.receivedUtc)
            : index.column() == Event ? QVariant(event.name)
                                      : QVariant();
    case Qt::TextAlignmentRole:
        return eventAlignment(index.column());
    case Qt::AccessibleTextRole:
        return eventSentence(event);
    case SortRole:
        return eventSortValue(event, index.column());
    case FilterTextRole:
        return QStringList {event.name, event.user, event.subject, event.ruleId, verdictText(event)}.join(
            QLatin1Char('\n'));
    default:
        return {};
    }
}

QVariant ReceivedEventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return eventAlignment(section);
    if (role != Qt::DisplayRole)
        return {};
    static const char *const titles[ColumnCount] = {QT_TR_NOOP("#"), QT_TR_NOOP("Time"), QT_TR_NOOP("Event"),
        QT_TR_NOOP("User"), QT_TR_NOOP("About"), QT_TR_NOOP("Verdict"), QT_TR_NOOP("Rule")};
    return tr(titles[section]);
}

} // namespace Gatescope
