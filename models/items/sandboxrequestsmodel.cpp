// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxrequestsmodel.h"

#include "exchangewords.h"

namespace Gatescope {

namespace {

constexpr int firstErrorStatus = 400;

QString requestCellText(const SandboxRequest &request, int column)
{
    switch (column) {
    case SandboxRequestsModel::Number:
        return QString::number(request.number);
    case SandboxRequestsModel::Time:
        return localTimeText(request.receivedUtc);
    case SandboxRequestsModel::Endpoint:
        return request.endpoint.isEmpty() ? request.path : request.endpoint;
    case SandboxRequestsModel::Subject:
        return request.subject;
    case SandboxRequestsModel::User:
        return request.user;
    case SandboxRequestsModel::Client:
        return clientText(request);
    case SandboxRequestsModel::Status:
        return outcomeText(request);
    case SandboxRequestsModel::Duration:
        return tookText(request);
    default:
        return {};
    }
}

QVariant requestSortValue(const SandboxRequest &request, int column)
{
    switch (column) {
    case SandboxRequestsModel::Number:
        return request.number;
    case SandboxRequestsModel::Time:
        return request.receivedUtc;
    case SandboxRequestsModel::Duration:
        return qint64(request.duration.count());
    default:
        return requestCellText(request, column);
    }
}

QString requestSentence(const SandboxRequest &request)
{
    QStringList parts {SandboxRequestsModel::tr("Request %1").arg(request.number)};
    for (int column = SandboxRequestsModel::Endpoint; column < SandboxRequestsModel::ColumnCount; ++column) {
        if (const QString text = requestCellText(request, column); !text.isEmpty())
            parts << text;
    }
    return parts.join(QStringLiteral(", "));
}

QVariant requestToolTip(const SandboxRequest &request, int column)
{
    if (column == SandboxRequestsModel::Time)
        return localAndUtcText(request.receivedUtc);
    return {};
}

int requestAlignment(int column)
{
    const bool isNumber = column == SandboxRequestsModel::Number || column == SandboxRequestsModel::Duration;
    return int(isNumber ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

SandboxOutcome outcomeOf(const SandboxRequest &request)
{
    // A delay alone spoils nothing.
    if (!request.fault.isEmpty()
        && (request.status == 0 || request.fault.contains(QLatin1Char(','))
            || !request.fault.startsWith(QLatin1String("latency"))))
        return SandboxOutcome::Spoiled;
    return request.status < firstErrorStatus ? SandboxOutcome::Answered : SandboxOutcome::Refused;
}

QString outcomeText(const SandboxRequest &request)
{
    switch (outcomeOf(request)) {
    case SandboxOutcome::Answered:
        return request.fault.isEmpty()
            ? QString::number(request.status)
            : SandboxRequestsModel::tr("%1, %2").arg(request.status).arg(request.fault);
    case SandboxOutcome::Refused:
        return SandboxRequestsModel::tr("Refused %1").arg(request.status);
    case SandboxOutcome::Spoiled:
        break;
    }
    return SandboxRequestsModel::tr("Fault: %1").arg(request.fault);
}

QString clientText(const SandboxRequest &request)
{
    return QString(request.sdkType + QLatin1Char(' ') + request.sdkVersion).trimmed();
}

QString tookText(const SandboxRequest &request)
{
    return request.duration < std::chrono::microseconds(50) ? SandboxRequestsModel::tr("< 0.1 ms")
                                                            : durationText(request.duration);
}

int SandboxRequestsModel::rowOf(quint64 number) const
{
    // They are numbered in their order.
    const auto found = std::ranges::lower_bound(
        items(), number, {}, [](const SandboxRequestPtr &request) { return request->number; });
    return found != items().end() && (*found)->number == number ? int(found - items().begin()) : -1;
}

int SandboxRequestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SandboxRequestsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SandboxRequest &request = *items().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return requestCellText(request, index.column());
    case Qt::ToolTipRole:
        return requestToolTip(request, index.column());
    case Qt::TextAlignmentRole:
        return requestAlignment(index.column());
    case Qt::AccessibleTextRole:
        return requestSentence(request);
    case SortRole:
        return requestSortValue(request, index.column());
    case FilterTextRole:
        return QStringList {request.path, request.endpoint, request.subject, request.user,
            clientText(request), outcomeText(request)}
            .join(QLatin1Char('\n'));
    default:
        return {};
    }
}

QVariant SandboxRequestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return requestAlignment(section);
    if (role != Qt::DisplayRole)
        return {};
    static const char *const titles[ColumnCount] = {QT_TR_NOOP("#"), QT_TR_NOOP("Time"),
        QT_TR_NOOP("Endpoint"), QT_TR_NOOP("About"), QT_TR_NOOP("User"), QT_TR_NOOP("Client"),
        QT_TR_NOOP("Answer"), QT_TR_NOOP("Took")};
    return tr(titles[section]);
}

} // namespace Gatescope
