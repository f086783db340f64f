// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/flips/flipsearch.h>
#include <models/evaluation/phrase.h>

namespace Gatescope {

/// A flip as a row says it.
struct FlipWords
{
    UserEdits edits;
    Phrases title; ///< "Set country to FR and make level a number"
    Phrases outcome; ///< "On by rule Gold tier."
    bool operator==(const FlipWords &) const = default;
};
using FlipWordsList = QList<FlipWords>;

/// The flips of a report in words; each changed user is explained once more for its outcome. Any thread.
FlipWordsList flipWords(
    const Evaluator &evaluator, std::uint32_t spec, const StatsigUser &user, const FlipReport &report);

/// What changes, as an imperative: "Use userID u_48214", "Remove plan".
Phrases editWords(const StatsigUser &user, const UserEdits &edits);

/// What the search says as a whole where that is more than its rows: that only another unit ID changes it,
/// that nothing about a user can, that nothing was found or the search was cut short. Empty otherwise.
QString flipConclusion(const FlipReport &report);

} // namespace Gatescope
