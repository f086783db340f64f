// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/sandbox/sandboxactivity.h>
#include <models/statsig/exchange.h>

namespace Gatescope {

/// An exposure or an event that this program asked a server to log, and what came of it. Free of keys.
struct LedgerEntry
{
    enum class Outcome {
        Logged,
        Refused, ///< the server said no: nothing was logged
        Unknown, ///< it was sent, and no answer says what became of it
    };

    quint64 number = 0; ///< 1-based, per run; the Ledger's
    quint64 exchange = 0; ///< Exchange::number
    QDateTime sentUtc;
    QString connectionId;
    QString connectionName;
    Endpoint endpoint = Endpoint::CheckGate;
    ReceivedEvent::Kind kind = ReceivedEvent::Kind::Custom;
    QString name; ///< of the gate, config, experiment or layer; of the event where it is none of them
    QString user; ///< userID, else another ID; may be empty
    Outcome outcome = Outcome::Logged;
    QString note; ///< translated: why it was refused or is unknown
    bool operator==(const LedgerEntry &) const = default;

    bool isExposure() const;
};

/// What a finished exchange may have had logged (facts §1.2 to §1.8): one entry for each gate, config,
/// experiment or layer asked about with exposures on, one for each event. None for initialize and specs, for
/// checks asked not to log, and where not one byte can have been read by a server. Any thread.
QList<LedgerEntry> ledgerEntries(const Exchange &exchange);

/// "Logged", "Refused" or "Unknown".
QString outcomeText(LedgerEntry::Outcome outcome);

} // namespace Gatescope
