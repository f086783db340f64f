// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "witnesstouches.h"

#include <models/ports/evaluationdata.h>
#include <models/statsig/useredit.h>

#include <QDateTime>

namespace Gatescope {

/// What two answers that differ stand on.
struct WitnessGrounds
{
    bool isSandbox = false; ///< which evaluates with the same data as this machine
    bool areSpecsFromServer = false; ///< the one that was asked, not a file
    QString specsSource; ///< the file's or connection's name
    QDateTime specsUtc; ///< when they were read, or last found unchanged
    qint64 specsTime = 0; ///< ms, the project's last change they know of; 0: not said
    QDateTime answeredUtc;
    qint64 serverTime = 0; ///< ms, the last change the server's answer speaks of; 0: it does not
    bool isTierOfConnection = false; ///< the tier that was sent is not the user's own
    EvaluationFile countriesFile;
    EvaluationFile idListsFile;

    bool operator==(const WitnessGrounds &) const = default;
};

/// Why a server may have answered otherwise, with the fact that makes it likely, and what to do about it.
struct WitnessCause
{
    enum class Kind {
        SpecsLackRule,
        SpecsOlder,
        SpecsFromFile,
        AnswerOlder,
        SpecsAge,
        IdList,
        Country,
        MissingIp,
        Autotune,
        UserAgent,
        MissingUserAgent,
        DefaultTier,
        TargetApp,
        Clock,
        Tier,
    };
    enum class Remedy {
        FreshSpecs,
        AskAgain,
        EvaluationData, ///< to the lists and tables in the settings
        EnterCountry, ///< to the user's field
        EnterUserAgent,
        EnterTier,
        ChangeUser, ///< by `edits`, and ask again
        Connection, ///< to its settings: key and tier
    };

    Kind kind = Kind::SpecsAge;
    QString text;
    Remedy remedy = Remedy::FreshSpecs;
    QString action; ///< ChangeUser: what a button for it says
    UserEdits edits; ///< ChangeUser
    bool operator==(const WitnessCause &) const = default;
};

/// The likeliest first. Only what the evaluation really looked at is among them, beside the specs' age.
QList<WitnessCause> likelyCauses(const WitnessGrounds &grounds, const WitnessTouches &touches);

/// WitnessGrounds::serverTime of an answer.
qint64 serverTimeOf(const CheckAnswer &answer);

} // namespace Gatescope
