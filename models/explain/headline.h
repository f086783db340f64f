// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "decisionreason.h"

namespace Gatescope {

/// The verdict and the fact that decided it, in one sentence; a second one says what to do where the verdict
/// cannot be told. `explanation` has everything but the headline.
Phrases headlineWords(const Explanation &explanation, const TraceView &view, const DecisionReason &reason);

/// How the sentence around the reason of an entity is built: a config's names the rule itself.
ReasonStyle reasonStyle(const CheckReading &reading, EntityKind kind);

/// A sentence for users who have no ID of the type that decided, as all of them share one bucket (facts
/// §0.9); else empty.
Phrases emptyIdWords(const BucketFacts &buckets);

} // namespace Gatescope
