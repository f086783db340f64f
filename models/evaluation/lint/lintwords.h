// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "userlintindex.h"

#include <models/evaluation/phrase.h>

namespace Gatescope {

/// "rule “Gold tier” of checkout_v2", "rule “Gold tier” of checkout_v2 and 3 more".
Phrases rulesWords(const UserLintIndex::RuleRefs &rules);
/// "2 gates and 1 experiment"; of a single one its name.
Phrases entitiesWords(const std::vector<const Spec *> &specs);
/// "a, b and c" in the face of values; of many the first few.
Phrases listWords(const QStringList &texts);
/// A value in its face, shortened to what a line can bear.
Phrase valuePhrase(const QString &text);

} // namespace Gatescope
