// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "ledgerexport.h"

#include "tableexport.h"

#include <models/json/utf8text.h>
#include <models/statsig/members.h>

namespace Gatescope {

namespace {

/// These words are of the format, not of the program's language.
QString kindWord(ReceivedEvent::Kind kind)
{
    switch (kind) {
    case ReceivedEvent::Kind::GateExposure:
        return QStringLiteral("gate_exposure");
    case ReceivedEvent::Kind::ConfigExposure:
        return QStringLiteral("config_exposure");
    case ReceivedEvent::Kind::LayerExposure:
        return QStringLiteral("layer_exposure");
    case ReceivedEvent::Kind::Internal:
    case ReceivedEvent::Kind::Custom:
        break;
    }
    return QStringLiteral("event");
}

QString outcomeWordOf(LedgerEntry::Outcome outcome)
{
    switch (outcome) {
    case LedgerEntry::Outcome::Logged:
        return QStringLiteral("logged");
    case LedgerEntry::Outcome::Refused:
        return QStringLiteral("refused");
    case LedgerEntry::Outcome::Unknown:
        break;
    }
    return QStringLiteral("unknown");
}

QString timeWord(const LedgerEntry &entry)
{
    return entry.sentUtc.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

QByteArray ledgerCsv(const QList<LedgerEntry> &entries)
{
    ExportedTable table;
    for (const char *title :
        {"number", "time", "connection", "endpoint", "kind", "name", "user", "outcome", "note", "exchange"})
        table.titles << QLatin1String(title);
    for (const LedgerEntry &entry : entries)
        table.rows << QStringList {QString::number(entry.number), timeWord(entry), entry.connectionName,
            pathName(entry.endpoint), kindWord(entry.kind), entry.name, entry.user,
            outcomeWordOf(entry.outcome), entry.note, QString::number(entry.exchange)};
    return tableCsv(table);
}

QByteArray ledgerJson(const QList<LedgerEntry> &entries)
{
    QByteArray json("[");
    for (const LedgerEntry &entry : entries) {
        JsonMembers members {{QStringLiteral("number"), QByteArray::number(entry.number)},
            {QStringLiteral("time"), jsonQuoted(timeWord(entry))},
            {QStringLiteral("connection"), jsonQuoted(entry.connectionName)},
            {QStringLiteral("endpoint"), jsonQuoted(pathName(entry.endpoint))},
            {QStringLiteral("kind"), jsonQuoted(kindWord(entry.kind))},
            {QStringLiteral("name"), jsonQuoted(entry.name)},
            {QStringLiteral("user"), jsonQuoted(entry.user)},
            {QStringLiteral("outcome"), jsonQuoted(outcomeWordOf(entry.outcome))}};
        if (!entry.note.isEmpty())
            members.append({QStringLiteral("note"), jsonQuoted(entry.note)});
        members.append({QStringLiteral("exchange"), QByteArray::number(entry.exchange)});
        json += json.size() > 1 ? ",\n" : "\n";
        json += membersToJson(members);
    }
    return json + "\n]\n";
}

} // namespace Gatescope
