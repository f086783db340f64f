// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparison.h"

namespace Gatescope {

enum class CompareSide : quint8 { Left, Right };

/// "gate", "parameter store" …
QString kindWords(ComparedKind kind);
/// "Gates", "Parameter stores" …
QString kindPlural(ComparedKind kind);
/// "Differs", "Left only", "Right only".
QString changeWords(Change change);
/// A field in words, from the outside in: "rules › DE rollout › pass percentage".
QString fieldWords(const FieldDifference &difference);
/// What a side says of a field, cut where it is long: "Off", "25", "{"label":"Buy"}"; empty if it says
/// nothing.
QString sideText(const EntityDifference &entity, const FieldDifference &difference, CompareSide side);
/// What a side says of a whole entity; empty if it lacks it.
QString entityText(ComparedType type, const EntityDifference &entity, CompareSide side);
/// The name people know: a segment without its "segment:".
QString entityName(const EntityDifference &entity);
/// "3 entities differ in 7 fields, 1 is left only, 2 are right only, 40 are the same."
QString comparisonSummary(const Comparison &comparison);

/// \name Counts with their noun: "1 entity", "2,000 fields"
/// @{
QString entityCount(qint64 count);
QString fieldCountWords(qint64 count);
QString userCount(qint64 count);
/// @}

/// Says how many users an impact evaluated without private attributes, and what that means.
QString lackingPrivateWords(qint64 users);

/// A difference between users that lies in their privateAttributes: its values are for the screen alone.
bool isPrivateDifference(const FieldDifference &difference);

} // namespace Gatescope
