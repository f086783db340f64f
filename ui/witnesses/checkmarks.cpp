// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkmarks.h"

namespace Gatescope {

Mark markOf(CheckVerdict verdict)
{
    const QString word = verdictWords(verdict);
    switch (verdict) {
    case CheckVerdict::On:
    case CheckVerdict::HeldOut:
    case CheckVerdict::Member:
    case CheckVerdict::In:
    case CheckVerdict::RuleMatched:
        return Marks::positive(word);
    case CheckVerdict::Off:
    case CheckVerdict::NotIn:
        return Marks::negative(word);
    case CheckVerdict::Failed:
        return Marks::error(word);
    case CheckVerdict::Undetermined:
    case CheckVerdict::Unreadable:
        return Marks::cannotTell(word);
    default:
        return Marks::neutral(word);
    }
}

} // namespace Gatescope
