// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkanswer.h>
#include <models/privacy/redaction.h>

namespace Gatescope {

/// What one of the two said, as it stood on the screen.
struct EvidenceAnswer
{
    QString verdict; ///< "Off"; or why there is none
    QString rule; ///< "rule DE rollout"; may be empty
    QString source; ///< "Server answer, 14:05:21 (12:05:21 UTC)"
    QByteArray value; ///< JSON: the server's whole answer, or the value; may be empty

    bool operator==(const EvidenceAnswer &) const = default;
};

/// A verdict for a ticket: who got what, when, from where, and why. A value of texts: it can be read where
/// there are no specs. Never holds a key.
struct Evidence
{
    CheckItem item;
    StatsigUser user;
    std::optional<EvidenceAnswer> live; ///< the server's
    std::optional<EvidenceAnswer> local; ///< this machine's
    QString agreement; ///< "agrees", "rule differs"; empty where there are not two answers
    QByteArray explanation; ///< as of explanationJson(); empty: it could not be explained

    QString connection; ///< its name
    QString address; ///< asked; without query
    QString tier;
    qint64 specsTime = 0; ///< ms; 0: there were none
    QString specsSource;
    QDateTime madeUtc;
    QString program; ///< "Gatescope 0.1.0"

    bool operator==(const Evidence &) const = default;
};

/// The evidence as it may leave: the user by the choices made, no value of hers in any text, and no hash of
/// an ID that is hidden, for a few tries would find it. Keys that stand in a text are gone.
Evidence redacted(Evidence evidence, const Redaction &redaction);

/// \name The form for programs, one JSON object
/// @{
QByteArray evidenceJson(const Evidence &evidence);
/// From evidenceHtml() or evidenceJson(). The error is a sentence; a newer version's file is refused. Any
/// thread.
Result<Evidence> readEvidence(const QByteArray &file);
/// @}

} // namespace Gatescope
