// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkrow.h>
#include <models/items/witnesscauses.h>
#include <ui/widgets/mark.h>

namespace Gatescope {

/// What stands around a row that is shown whole.
struct CheckSurroundings
{
    bool isInSpecs = false;
    bool hasSpecs = false;
    WitnessGrounds grounds;
    QString noFreshSpecs; ///< why specs cannot be fetched now; empty if they can
    QDateTime nowUtc; ///< what ages are counted to
};

/// What one of the two says about an entity, and what that rests on.
struct WitnessWords
{
    Mark mark;
    QString rule; ///< "rule DE rollout"
    QString time; ///< it took
    QString source; ///< "Server answer, 14:05:21 (12:05:21 UTC)"
};

/// What the server says. The rule's ID is with it where the other's rule has the same name and is another.
WitnessWords liveWitnessWords(const CheckRow &row, const CheckSurroundings &surroundings);
/// What this machine says; nothing where it was not asked.
WitnessWords localWitnessWords(const CheckRow &row, const CheckSurroundings &surroundings);

} // namespace Gatescope
