// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangesmodel.h"

#include "exchangewords.h"

#include <algorithm>

namespace Gatescope {

namespace {

QString exchangeCellText(const Exchange &exchange, int column)
{
    switch (column) {
    case ExchangesModel::Number:
        return QString::number(exchange.number);
    case ExchangesModel::Time:
        return localTimeText(exchange.startedUtc);
    case ExchangesModel::Endpoint:
        return pathName(exchange.endpoint);
    case ExchangesModel::Subject:
        return exchange.subject.isEmpty() ? QStringLiteral("–") : exchange.subject;
    case ExchangesModel::Connection:
        return exchange.connectionName;
    case ExchangesModel::Status:
        return statusText(exchange);
    case ExchangesModel::Duration:
        return durationText(exchange.finished);
    case ExchangesModel::SizeOut:
        return byteCountText(exchange.requestBody.size());
    case ExchangesModel::SizeIn:
        return exchange.status == 0 ? QStringLiteral("–") : byteCountText(exchange.responseBody.size());
    default:
        return {};
    }
}

QVariant exchangeSortValue(const Exchange &exchange, int column)
{
    switch (column) {
    case ExchangesModel::Number:
        return exchange.number;
    case ExchangesModel::Time:
        return exchange.startedUtc;
    case ExchangesModel::Status:
        return exchange.status;
    case ExchangesModel::Duration:
        return qint64(exchange.finished.count());
    case ExchangesModel::SizeOut:
        return qint64(exchange.requestBody.size());
    case ExchangesModel::SizeIn:
        return qint64(exchange.responseBody.size());
    default:
        return exchangeCellText(exchange, column);
    }
}

/// The whole row as a sentence, so that a screen reader needs no column.
QString exchangeSentence(const Exchange &exchange)
{
    const QString status = exchange.error ? statusText(exchange)
                                          : ExchangesModel::tr("succeeded with %1").arg(statusText(exchange));
    QStringList parts {ExchangesModel::tr("Exchange %1").arg(exchange.number), pathName(exchange.endpoint)};
    if (!exchange.subject.isEmpty())
        parts << exchange.subject;
    parts << exchange.connectionName << status << durationText(exchange.finished);
    return parts.join(QStringLiteral(", "));
}

QVariant exchangeToolTip(const Exchange &exchange, int column)
{
    // Texts from outside are plain: escaped, a tool tip cannot take them for markup.
    if (column == ExchangesModel::Time)
        return localAndUtcText(exchange.startedUtc);
    if (column == ExchangesModel::Status && exchange.error)
        return exchange.error->message.toHtmlEscaped();
    return exchangeCellText(exchange, column).toHtmlEscaped();
}

bool isNumeric(int column)
{
    return column == ExchangesModel::Number || column >= ExchangesModel::Duration;
}

} // namespace

int ExchangesModel::rowOf(quint64 number) const
{
    const auto found =
        std::ranges::find_if(items(), [number](const ExchangePtr &each) { return each->number == number; });
    return found == items().end() ? -1 : int(found - items().begin());
}

int ExchangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExchangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Exchange &exchange = *items().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return exchangeCellText(exchange, index.column());
    case Qt::ToolTipRole:
        return exchangeToolTip(exchange, index.column());
    case Qt::TextAlignmentRole:
        return int(
            isNumeric(index.column()) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return exchangeSentence(exchange);
    case SortRole:
        return exchangeSortValue(exchange, index.column());
    case StateRole:
        return int(stateOf(exchange));
    case FilterTextRole:
        return QStringList {
            pathName(exchange.endpoint), exchange.subject, exchange.connectionName, statusText(exchange)}
            .join(QLatin1Char('\n'));
    default:
        return {};
    }
}

QVariant ExchangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(isNumeric(section) ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    static const char *const titles[ColumnCount] = {QT_TR_NOOP("#"), QT_TR_NOOP("Time"),
        QT_TR_NOOP("Endpoint"), QT_TR_NOOP("Subject"), QT_TR_NOOP("Connection"), QT_TR_NOOP("Status"),
        QT_TR_NOOP("Duration"), QT_TR_NOOP("Out"), QT_TR_NOOP("In")};
    return tr(titles[section]);
}

} // namespace Gatescope
