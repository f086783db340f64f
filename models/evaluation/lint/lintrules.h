// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "linteduser.h"
#include "userlint.h"
#include "userlintindex.h"

#include <stop_token>

namespace Gatescope {

/// \name The parts of lintUser(), each about one kind of mistake. Any thread.
/// @{
/// Values that rules cannot compare as they mean to: by type, or by form.
LintFindings lintValues(const UserLintIndex &index, const LintedUser &user);
/// Names that nothing reads, but that are very like one that is read.
/// If stopped, only some.
LintFindings lintNames(const UserLintIndex &index, const LintedUser &user, const std::stop_token &stop);
/// Members beside the API's own fields that were probably meant as one, or as custom attributes. The index
/// may be null.
LintFindings lintOtherMembers(const UserLintIndex *index, const LintedUser &user);
/// ID types that entities bucket by and the user lacks.
LintFindings lintUnitIds(const UserLintIndex &index, const LintedUser &user);
/// The index may be null.
LintFindings lintTier(const UserLintIndex *index, const LintedUser &user, const QString &tierInForce);
/// What would come from a user agent or an IP address that is not there.
LintFindings lintDerived(const UserLintIndex &index, const LintedUser &user, const CountryLookup *countries);
/// E-mail addresses outside privateAttributes: one finding for all of them.
LintFindings lintPrivacy(const LintedUser &user);
/// @}

} // namespace Gatescope
