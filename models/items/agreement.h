// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "localwitness.h"
#include "witnesstouches.h"

#include <QFlags>

namespace Gatescope {

/// In what the server's answer and that of this machine differ.
enum class Difference { Value = 1, Rule = 2, Group = 4, Experiment = 8 };
Q_DECLARE_FLAGS(Differences, Difference)
Q_DECLARE_OPERATORS_FOR_FLAGS(Differences)

/// What the server did not say (a null text) is no difference; values are compared as JSON. Nothing where
/// there are not two answers.
std::optional<Differences> differencesOf(const CheckAnswer &live, const LocalAnswer &local);

/// Two answers about one item, compared.
struct Agreement
{
    enum class State { None, Agrees, Differs };

    State state = State::None;
    Differences differences;
    /// Of values: in the server's answer the innermost part that is different, or lacks something.
    JsonDocument::Id firstDifference = JsonDocument::noId;
    std::shared_ptr<const WitnessTouches> touches; ///< where they differ: what may be why

    bool operator==(const Agreement &) const = default;
};

/// Evaluates again with a trace where they differ: for workers.
Agreement compareAnswers(
    const CheckItem &item, const CheckAnswer &live, const LocalAnswer &local, const LocalWitness &witness);

QString agreementWords(const Agreement &agreement); ///< "agrees", "differs", "rule differs"; empty for None
QString differenceWords(Differences differences); ///< "value, rule and group"

} // namespace Gatescope
