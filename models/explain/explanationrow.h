// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/phrase.h>

#include <limits>
#include <optional>
#include <vector>

namespace Gatescope {

/// One row of the evidence: a rule, one of its conditions, its percentage, or what it asked.
struct ExplanationRow
{
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    enum class Kind {
        Rule,
        Condition,
        Percentage, ///< a rule's share of the buckets, drawn as one more condition
        Entity, ///< the experiment or config that answered in place of the one above
        Group, ///< one an autotune could choose
    };
    enum class Result {
        Pass, ///< conditions and percentages
        Fail,
        MatchedOn, ///< rules, entities and groups: the answer is a positive one
        MatchedOff, ///< rules and entities: they answer, and say no
        NoMatch, ///< rules and groups
        CannotTell,
        NotReached,
    };

    Kind kind = Kind::Rule;
    Result result = Result::NotReached;
    QString resultText; ///< "Pass", "No match", "Matched, off", "Not reached"
    bool decides = false; ///< rules: the answer is theirs

    int number = 0; ///< rules of an entity: 1-based; 0 for others
    QString id; ///< rules: their ID
    bool isTitleShared = false; ///< rules: another of the same entity is called the same
    Phrases title; ///< "DE rollout", "country is one of", "bucket of userID is below"
    Phrases user; ///< what was found: "DE", "3 text", "not a member", "4,312"
    Phrases target; ///< of many the first few: "DE, AT and 12 more", "2,500 25 %", a link
    std::uint32_t condition = none; ///< conditions: into Project::conditions()

    ValueSource source = ValueSource::Nowhere; ///< of the user's value
    QString where; ///< the same in words: "custom", "from the user agent"; empty if nowhere
    JsonValue written; ///< the user's value as written, if it stands in the user
    QString derived; ///< the user's value as text, if it was computed
    bool isPrivate = false; ///< the value comes from privateAttributes
    Phrases note; ///< what is missing, where it cannot be told

    std::optional<EntityRef> asks; ///< the entity that was asked; its rules stand below
    EntityKind asksKind = EntityKind::Gate;
    std::uint32_t shownAt = none; ///< its rules stand below that row instead: it was asked before
    int bucket = -1; ///< into Explanation::buckets

    int depth = 0; ///< 0: a rule of the entity that was asked for
    std::uint32_t parent = none;
    std::uint32_t row = 0; ///< among its siblings
    std::vector<std::uint32_t> children; ///< ascending
};
using ExplanationRows = std::vector<ExplanationRow>;

/// Every target of a condition's row, of which `target` has the first few; empty for other rows.
QStringList allTargets(const Project &project, const ExplanationRow &row);

/// The whole row as a sentence: "rule 4, DE rollout, decides: Matched, off".
QString rowSentence(const ExplanationRow &row);

} // namespace Gatescope
