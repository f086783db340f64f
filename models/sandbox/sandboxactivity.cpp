// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxactivity.h"

#include <models/evaluation/jsonwriter.h>
#include <models/statsig/statsiguser.h>

namespace Gatescope {

namespace {

using EventKind = ReceivedEvent::Kind;

EventKind kindOf(const QString &name)
{
    if (name == QLatin1String("statsig::gate_exposure"))
        return EventKind::GateExposure;
    if (name == QLatin1String("statsig::config_exposure"))
        return EventKind::ConfigExposure;
    if (name == QLatin1String("statsig::layer_exposure"))
        return EventKind::LayerExposure;
    return name.startsWith(QLatin1String("statsig::")) ? EventKind::Internal : EventKind::Custom;
}

QString scalarText(const JsonValue &value)
{
    if (value.isString())
        return value.toString();
    const std::string_view raw = value.rawText();
    return value.isNumber() || value.isBool() ? QString::fromUtf8(raw.data(), qsizetype(raw.size()))
                                              : QString();
}

/// Milliseconds, or a date in ISO's form (facts §1.8).
QDateTime timeOf(const JsonValue &value)
{
    if (const auto milliseconds = value.toInt64())
        return QDateTime::fromMSecsSinceEpoch(*milliseconds, Qt::UTC);
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

void writeText(JsonWriter &writer, std::string_view key, const QString &text)
{
    if (text.isEmpty())
        return;
    writer.key(key);
    writer.text(text.toStdString());
}

void writeStart(JsonWriter &writer, std::string_view kind, quint64 number, const QDateTime &time)
{
    writer.beginObject();
    writer.key("kind");
    writer.text(kind);
    writer.key("seq");
    writer.integer(qint64(number));
    writeText(writer, "time", time.toUTC().toString(Qt::ISODateWithMs));
}

std::string_view keyName(KeyKind key)
{
    switch (key) {
    case KeyKind::Client:
        return "client";
    case KeyKind::Server:
        return "server";
    case KeyKind::Console:
        return "console";
    case KeyKind::Unknown:
        return "unknown";
    case KeyKind::None:
        break;
    }
    return "none";
}

void writeSdk(JsonWriter &writer, const SandboxRequest &request)
{
    if (request.sdkType.isEmpty())
        return;
    writer.key("sdk");
    writer.beginObject();
    writeText(writer, "type", request.sdkType);
    writeText(writer, "version", request.sdkVersion);
    writer.endObject();
}

/// Events have lines of their own; what is no JSON, or was cut, is told by its size alone.
void writeBody(JsonWriter &writer, const SandboxRequest &request)
{
    if (request.body.isEmpty() || request.eventCount > 0)
        return;
    const Result<JsonDocumentPtr> body = JsonDocument::parse(request.body);
    if (!body)
        return;
    writer.key("body");
    writer.raw(jsonCompact((*body)->root()));
}

} // namespace

QString userLabel(const JsonValue &user)
{
    const Result<StatsigUser> read = StatsigUser::fromJson(user);
    return read ? read->label() : QString();
}

ReceivedEvent readReceivedEvent(const JsonValue &event)
{
    ReceivedEvent read;
    read.name = event["eventName"].toString();
    read.kind = kindOf(read.name);
    read.time = timeOf(event["time"]);
    read.user = userLabel(event["user"]);
    const std::string_view raw = event.rawText();
    read.json = QByteArray(raw.data(), qsizetype(raw.size()));
    if (!read.isExposure())
        return read;
    const JsonValue metadata = event["metadata"];
    read.subject = scalarText(metadata[read.kind == EventKind::GateExposure ? "gate" : "config"]);
    read.ruleId = scalarText(metadata["ruleID"]);
    read.verdict = scalarText(metadata[read.kind == EventKind::GateExposure ? "gateValue" : "rulePassed"]);
    return read;
}

QByteArray recordLine(const SandboxRequest &request)
{
    JsonWriter writer;
    writeStart(writer, "request", request.number, request.receivedUtc);
    writeText(writer, "method", QString::fromLatin1(request.method));
    writeText(writer, "path", request.path);
    writeText(writer, "endpoint", request.endpoint);
    writer.key("status");
    writer.integer(request.status);
    writer.key("key");
    writer.text(keyName(request.key));
    writeSdk(writer, request);
    writeText(writer, "user", request.user);
    writeText(writer, "fault", request.fault);
    writer.key("durationUs");
    writer.integer(request.duration.count());
    writer.key("sentBytes");
    writer.integer(request.sentBytes);
    writer.key("answeredBytes");
    writer.integer(request.answeredBytes);
    writer.key("events");
    writer.integer(request.eventCount);
    writeBody(writer, request);
    writer.endObject();
    return writer.take();
}

QByteArray recordLine(const ReceivedEvent &event)
{
    JsonWriter writer;
    writeStart(writer, "event", event.number, event.receivedUtc);
    writer.key("request");
    writer.integer(qint64(event.request));
    writer.key("event");
    const Result<JsonDocumentPtr> sent = JsonDocument::parse(event.json);
    writer.raw(sent ? jsonCompact((*sent)->root()) : QByteArrayLiteral("null")); // a line has no line breaks
    writer.endObject();
    return writer.take();
}

} // namespace Gatescope
