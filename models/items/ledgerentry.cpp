// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "ledgerentry.h"

#include "eventdelivery.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

using EntryKind = ReceivedEvent::Kind;

/// Receipts are short; what is longer is none.
constexpr qsizetype longestReceipt = 64 * 1024;

struct LedgerWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Ledger)
};

Result<ApiResponse> receiptOf(const Exchange &exchange)
{
    if (exchange.error)
        return std::unexpected(*exchange.error);
    if (exchange.responseBody.isEmpty())
        return readResponse(exchange.endpoint, exchange.status, nullptr);
    if (exchange.responseBody.size() > longestReceipt)
        return ApiResponse {nullptr, UnknownShape {LedgerWords::tr("The answer is too long for a receipt.")}};
    const auto document = JsonDocument::parse(exchange.responseBody);
    if (!document)
        return std::unexpected(document.error());
    return readResponse(exchange.endpoint, exchange.status, *document);
}

EventDelivery deliveryOfExchange(const Exchange &exchange)
{
    const auto shared = std::make_shared<const Exchange>(exchange);
    if (exchange.endpoint == Endpoint::LogEvent)
        return deliveryOf({shared, receiptOf(exchange)});
    // Whatever a check was answered with: an answer means that it was asked.
    if (!exchange.error)
        return {EventState::Accepted, {}, {}, 0};
    EventDelivery delivery = deliveryOf({shared, std::unexpected(*exchange.error)});
    // Only of log_event is it known that 503 logs nothing.
    if (delivery.state == EventState::Refused && exchange.status >= 500)
        delivery.state = EventState::Unknown;
    return delivery;
}

LedgerEntry::Outcome ledgerOutcome(EventState state)
{
    return state == EventState::Accepted ? LedgerEntry::Outcome::Logged
        : state == EventState::Refused   ? LedgerEntry::Outcome::Refused
                                         : LedgerEntry::Outcome::Unknown;
}

/// The names a check's body asks about; as one entry each, whatever their number.
QStringList askedNames(const JsonValue &body)
{
    for (const char *key : {"gateName", "configName", "experimentName", "layerName"}) {
        if (const JsonValue name = body[key]; name.isString())
            return {name.toString()};
    }
    QStringList names;
    const JsonValue list = body["gateNames"];
    for (quint32 i = 0; i < list.size(); ++i)
        names.append(list.at(i).toString());
    return names;
}

EntryKind kindOf(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::CheckGate:
    case Endpoint::CheckGateMultiple:
        return EntryKind::GateExposure;
    case Endpoint::GetLayer:
        return EntryKind::LayerExposure;
    default:
        return EntryKind::ConfigExposure;
    }
}

QList<LedgerEntry> exposuresAsked(const JsonValue &body, const LedgerEntry &common)
{
    if (body["statsigMetadata"]["exposureLoggingDisabled"].toBool())
        return {};
    QList<LedgerEntry> entries;
    LedgerEntry entry = common;
    entry.kind = kindOf(common.endpoint);
    entry.user = userLabel(body["user"]);
    for (const QString &name : askedNames(body)) {
        entry.name = name;
        entries.append(entry);
    }
    return entries;
}

QList<LedgerEntry> eventsSent(const JsonValue &body, const LedgerEntry &common)
{
    QList<LedgerEntry> entries;
    const JsonValue events = body["events"];
    for (quint32 i = 0; i < events.size(); ++i) {
        const ReceivedEvent event = readReceivedEvent(events.at(i));
        LedgerEntry entry = common;
        entry.kind = event.kind;
        entry.name = event.isExposure() && !event.subject.isEmpty() ? event.subject : event.name;
        entry.user = event.user;
        entries.append(entry);
    }
    return entries;
}

} // namespace

bool LedgerEntry::isExposure() const
{
    return kind == EntryKind::GateExposure || kind == EntryKind::ConfigExposure
        || kind == EntryKind::LayerExposure;
}

QList<LedgerEntry> ledgerEntries(const Exchange &exchange)
{
    if (exchange.endpoint == Endpoint::Initialize || exchange.endpoint == Endpoint::DownloadConfigSpecs)
        return {};
    const auto document = JsonDocument::parse(exchange.requestBody);
    if (!document)
        return {};
    const EventDelivery delivery = deliveryOfExchange(exchange);
    if (delivery.state == EventState::NotSent)
        return {};
    LedgerEntry common;
    common.exchange = exchange.number;
    common.sentUtc = exchange.startedUtc;
    common.connectionId = exchange.connectionId;
    common.connectionName = exchange.connectionName;
    common.endpoint = exchange.endpoint;
    common.outcome = ledgerOutcome(delivery.state);
    common.note = delivery.note;
    const JsonValue body = (*document)->root();
    return exchange.endpoint == Endpoint::LogEvent ? eventsSent(body, common) : exposuresAsked(body, common);
}

QString outcomeText(LedgerEntry::Outcome outcome)
{
    switch (outcome) {
    case LedgerEntry::Outcome::Logged:
        return LedgerWords::tr("Logged");
    case LedgerEntry::Outcome::Refused:
        return LedgerWords::tr("Refused");
    case LedgerEntry::Outcome::Unknown:
        break;
    }
    return LedgerWords::tr("Unknown");
}

} // namespace Gatescope
