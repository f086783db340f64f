// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "finding.h"
#include "userlintindex.h"

#include <models/ports/countrylookup.h>

#include <stop_token>

namespace Gatescope {

/// What linting depends on beside the specs and the user.
struct LintContext
{
    QString tier; ///< in force where the user names none
    std::shared_ptr<const CountryLookup> countries; ///< null: no country is known for an IP address here
};

/// What is probably wrong with a user, in the order of the form: fields, environment, tables, other members.
/// Without an index only what is odd whatever the specs say. Takes a millisecond or so, also for large
/// projects, and a time that grows with the user: a fifth of a second for 100,000 attributes. If stopped,
/// what it gives is of no use. Any thread.
LintFindings lintUser(const UserLintIndex *index, const StatsigUser &user, const LintContext &context = {},
    const std::stop_token &stop = {});

} // namespace Gatescope
