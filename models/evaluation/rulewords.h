// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "phrase.h"

namespace Gatescope {

/// All conditions of a rule: "If country is one of DE, AT and appVersion is at least 4.10.0"; "Everyone" if
/// it has none.
Phrases ruleWords(const Project &project, const Spec &spec, const Rule &rule);
/// What a matching rule gives: "On for 25 %, else off", "Group Control", "Not in, default values".
Phrases outcomeWords(const Project &project, const Spec &spec, const Rule &rule);

/// What a rule is called: its own name, else its group, else words for its id, else the id.
QString ruleTitle(const Rule &rule);
/// A percentage with at most two decimals and a space: "33.3 %".
QString percentWords(double percent);

} // namespace Gatescope
