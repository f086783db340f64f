// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>
#include <models/statsig/connection.h>

#include <QDateTime>

#include <chrono>
#include <memory>

namespace Gatescope {

/// A request that the sandbox has answered, free of keys.
struct SandboxRequest
{
    quint64 number = 0; ///< 1-based, in the order of the answers, per run of the sandbox
    QDateTime receivedUtc;
    QByteArray method;
    QString path; ///< without the query; a key in it is replaced by {key}
    QString endpoint; ///< one of sandboxEndpoints(); empty where the path is none
    KeyKind key = KeyKind::None;
    QString sdkType; ///< as the SDK calls itself; empty where it does not
    QString sdkVersion;
    QString user; ///< who the request is about: userID, else another ID; may be empty
    QString subject; ///< a gate's name, "3 events", …; may be empty
    int status = 0; ///< 0: the connection was ended instead of an answer
    QString fault; ///< the fault on purpose in force, as faultText(); empty: none
    std::chrono::microseconds duration {0}; ///< from the whole request to the answer, delays included
    qint64 sentBytes = 0; ///< by the client, as they came over the wire
    qint64 answeredBytes = 0;
    QByteArray body; ///< decoded, at most maxBodyBytes
    QByteArray answer; ///< at most maxBodyBytes
    qsizetype eventCount = 0; ///< events received with it

    static constexpr qsizetype maxBodyBytes = 1024 * 1024;
};

using SandboxRequestPtr = std::shared_ptr<const SandboxRequest>;

/// An event that the sandbox has accepted, as the client sent it (facts §1.8).
struct ReceivedEvent
{
    enum class Kind { Custom, GateExposure, ConfigExposure, LayerExposure, Internal };

    quint64 number = 0; ///< 1-based, in the order received, per run of the sandbox
    quint64 request = 0; ///< SandboxRequest::number
    QDateTime receivedUtc;
    QDateTime time; ///< the client's; invalid if it sent none
    Kind kind = Kind::Custom;
    QString name; ///< "purchase", "statsig::gate_exposure"
    QString user; ///< userID, else another ID; may be empty
    QString subject; ///< exposures: the gate, config or layer
    QString verdict; ///< exposures: "true", "false" or the rule's ID where it has no value
    QString ruleId; ///< exposures
    QByteArray json; ///< the event as sent

    bool isExposure() const
    {
        return kind == Kind::GateExposure || kind == Kind::ConfigExposure || kind == Kind::LayerExposure;
    }
};

using ReceivedEventPtr = std::shared_ptr<const ReceivedEvent>;

/// What happened with one request.
struct SandboxActivity
{
    SandboxRequest request;
    QList<ReceivedEvent> events;
    quint64 leftOutBefore = 0; ///< requests that came faster than they could be kept
};

/// Reads one event of a log_event body; `number`, `request` and `receivedUtc` are the caller's.
ReceivedEvent readReceivedEvent(const JsonValue &event);
/// As StatsigUser::label(); empty too where it is no user.
QString userLabel(const JsonValue &user);

/// \name One line of JSON each, without a newline, for a record of what arrived
/// @{
QByteArray recordLine(const SandboxRequest &request);
QByteArray recordLine(const ReceivedEvent &event);
/// @}

} // namespace Gatescope
