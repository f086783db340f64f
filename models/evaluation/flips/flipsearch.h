// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/evaluator.h>
#include <models/statsig/useredit.h>

#include <chrono>
#include <stop_token>

namespace Gatescope {

/// A change of the user that gives another answer, found by evaluating it.
struct Flip
{
    UserEdits edits; ///< one or two, of different attributes
    Verdict verdict; ///< of the changed user
    bool isIdentity = false; ///< one of the edits is another unit ID
};

/// What was found, and how far the search went.
struct FlipReport
{
    /// Why there is no flip, or none but by another unit ID.
    enum class Obstacle {
        Nothing,
        Bucket, ///< no attribute changes it, the bucket of a unit ID does
        UnitId, ///< no attribute changes it, another unit ID does: by its bucket, or because a rule names it
        NoAttribute, ///< no rule looks at anything a user has
        NotFound, ///< rules look at the user, but none of the changes tried gives another answer
    };

    Verdict asIs;
    std::vector<Flip> flips; ///< fewest edits first, then the most natural; one for each way and answer
    Obstacle obstacle = Obstacle::Nothing;
    QList<UserAttribute> bucketIds; ///< unit IDs whose buckets are asked
    qsizetype tried = 0;
    bool isComplete = true; ///< false: stopped, or a limit was reached
    bool wasStopped = false;
    bool triedEverySingle = false; ///< each change alone, other unit IDs included
};

struct FlipLimits
{
    using Clock = std::chrono::steady_clock;

    qsizetype maxEvaluations = 60'000;
    std::chrono::milliseconds maxTime {5'000};
    Clock::time_point (*now)() = &Clock::now;
    std::size_t maxFlips = 12;
    int maxIds = 1'000; ///< unit IDs tried near the present one
};

/// The smallest changes of the user's attributes that give another answer: for gates another value; for the
/// others another value, group or experiment. One change first, then pairs; every one has been evaluated.
/// Any thread; ends soon after `stop` is requested or a limit is reached. With larger limits it finds what it
/// found before, and goes on.
FlipReport findFlips(const Evaluator &evaluator, std::uint32_t spec, const StatsigUser &user,
    const std::stop_token &stop = {}, const FlipLimits &limits = {});

/// The ID beside it: u_48213 → u_48214 for step 1, guest → guest-1.
QString neighbourId(const QString &id, int step);

} // namespace Gatescope
