// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mend.h"

#include <models/evaluation/phrase.h>

#include <optional>

namespace Gatescope {

/// A member of the user that is neither a known field nor a table.
struct OtherMember
{
    QString key;
    bool operator==(const OtherMember &) const = default;
};

/// What a finding is about, as a form shows it. The tier is UserTable::StatsigEnvironment without a row.
struct LintSubject
{
    std::variant<UserField, UserTable, OtherMember> place = UserField::UserId;
    int row = -1; ///< of a table: index into StatsigUser::table(); −1: the whole
    bool operator==(const LintSubject &) const = default;
};

/// Something about a user that will probably not do what its author expects. Never a reason to forbid
/// anything.
struct LintFinding
{
    enum class Kind {
        Form, ///< odd whatever the specs say
        Type, ///< a value of a type, or in a form, that a rule cannot compare as it means to
        Name, ///< read by no rule, but very like a name that is
        UnitId, ///< an ID that entities bucket by is missing
        Tier,
        Derived, ///< what rules take from the user agent or the IP address is not to be had
        Privacy,
    };
    enum class Severity {
        Warning,
        Hint, ///< nothing goes wrong by it
    };

    Kind kind = Kind::Form;
    Severity severity = Severity::Warning;
    LintSubject subject;
    Phrases sentence; ///< the entities it names are links
    std::optional<Mend> mend;
    bool operator==(const LintFinding &) const = default;
};
using LintFindings = QList<LintFinding>;

} // namespace Gatescope
