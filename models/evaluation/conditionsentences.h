// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "phrase.h"

namespace Gatescope {

/// A condition in its parts. In the sentences %1 stands for the field, %2 for the target and %3 for an
/// operator that is not known; most conditions have only the first two.
struct ConditionParts
{
    QString holds; ///< "%1 is one of %2"
    QString fails; ///< the opposite: "%1 is not one of %2"
    Phrases field; ///< "country", "os_name (from the user agent)"
    Phrases target; ///< of many the first few: "DE, AT, CH and 12 more"
    Phrases operatorName;
};
ConditionParts conditionParts(const Project &project, const Spec &spec, const Condition &condition);

/// The comparison of an operator, translated; both texts are empty for operators that have no words of their
/// own. `one`: in the words for a single target.
struct OperatorWords
{
    QString holds;
    QString fails;
};
OperatorWords operatorWords(Operator op, bool one);

} // namespace Gatescope
