// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Gatescope {

/// Words for a rule ID that says by itself why it was given, such as "default" (facts §3.11); empty for the
/// IDs that only a project can name.
QString ruleIdWords(QStringView ruleId);
/// The rule an ID speaks of: without the ":10.00:1" of a changed rollout and the like.
QString baseRuleId(QStringView ruleId);

} // namespace Gatescope
