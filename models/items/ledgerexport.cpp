// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "ledgerexport.h"

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

QString csvField(QString text)
{
    constexpr QStringView formulaStarts = u"=+-@\t\r";
    if (!text.isEmpty() && formulaStarts.contains(text.front()))
        text.prepend(u'\'');
    const bool needsQuotes =
        text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r');
    return needsQuotes ? u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"' : text;
}

} // namespace

QByteArray ledgerCsv(const QList<LedgerEntry> &entries)
{
    QString csv = QStringLiteral("number,time,connection,endpoint,kind,name,user,outcome,note,exchange\r\n");
    for (const LedgerEntry &entry : entries) {
        QStringList fields {QString::number(entry.number), timeWord(entry)};
        for (const QString &text : {entry.connectionName, pathName(entry.endpoint), kindWord(entry.kind),
                 entry.name, entry.user, outcomeWordOf(entry.outcome), entry.note})
            fields.append(csvField(text));
        fields.append(QString::number(entry.exchange));
        csv += fields.join(u',') + QStringLiteral("\r\n");
    }
    return csv.toUtf8();
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
