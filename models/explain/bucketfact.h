// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/phrase.h>

#include <optional>

namespace Gatescope {

/// A stretch of buckets that belong together.
struct BucketRange
{
    int first = 0;
    int last = 0; ///< inclusive
    QString name; ///< "on", "off", a group, an experiment; empty: nobody's
    bool isPositive = false; ///< what lies in it passes, or has a group
    EntityRef link; ///< experiments in a layer; no name: none
    bool operator==(const BucketRange &) const = default;
};

/// Where one unit ID falls and what that was measured against (facts §3.5): a bucket bar's content.
struct BucketFact
{
    QString title; ///< whose bucket: a rule, an experiment, a layer
    QString idType; ///< "userID"
    QString unitId; ///< empty: the user has no such ID, and the empty text was hashed
    QString salt;
    QString hashedText; ///< salts and unit ID with dots between
    quint64 hash = 0; ///< the first eight bytes of its SHA-256, big endian
    int modulus = 0; ///< 10,000 for rules, 1,000 for groups and layers
    int bucket = 0; ///< hash mod modulus
    std::optional<double> limit; ///< buckets below it pass: rules with a percentage
    QList<BucketRange> ranges; ///< all of 0 … modulus − 1, ascending
    bool decides = false; ///< the answer hangs on it
    /// "bucket 4,312 of 10,000, limit 2,500" or "bucket 387 of 1,000, in Buy now (333 to 665)".
    QString sentence;

    bool operator==(const BucketFact &) const = default;
};
using BucketFacts = QList<BucketFact>;

/// The range a bucket lies in; null if there are none.
const BucketRange *rangeOf(const BucketFact &fact);

} // namespace Gatescope
