// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "checkanswer.h"

namespace Gatescope {

/// The verdict words of design.md, "Wording".
enum class CheckVerdict {
    None,
    On,
    Off,
    HeldOut,
    NotHeldOut,
    Member,
    NotMember,
    In,
    NotIn,
    RuleMatched,
    Default,
    Undetermined, ///< only evaluating here gives it
    NotInSpecs, ///< likewise
    Unreadable, ///< an answer of no known shape
    Failed,
};
QString verdictWords(CheckVerdict verdict);
bool isPositive(CheckVerdict verdict);
bool isNegative(CheckVerdict verdict);

/// An answer in the words of the table.
struct CheckReading
{
    CheckVerdict verdict = CheckVerdict::None;
    QString rule; ///< its name where the specs know it, else words for a known id, else the id
    bool isRuleQuiet = false; ///< no rule decided
    QString ruleId;
    QString group;
    QString allocatedExperiment;
    bool operator==(const CheckReading &) const = default;
};

/// `project` may be null; with it rules have names and groups are known for sure.
CheckReading readAnswer(const CheckItem &item, const CheckAnswer &answer, const Project *project);

} // namespace Gatescope
