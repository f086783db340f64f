// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "traceview.h"

#include <models/evaluation/phrase.h>

namespace Gatescope {

/// What a condition compares: the user's value, in words and as it is.
struct UserValue
{
    ValueSource source = ValueSource::Nowhere;
    const AttributeValue *value = nullptr; ///< as compared; null if there is none, or it was computed
    JsonValue written; ///< where it stands in the user; missing if it was computed
    QString derived; ///< the computed text
    bool isPrivate = false;

    bool isSet() const; ///< there is a value, and it is not null
};

/// The value a condition looks at. `node` is the condition's node, or none for one that was not reached: then
/// what would take an evaluation or a table is left out.
UserValue userValueOf(const TraceView &view, const Condition &condition, std::uint32_t node);

/// The value alone, at most `longest` characters of it: "DE"; "not set" if there is none.
Phrases valueWords(const UserValue &value, qsizetype longest);
/// What should be known beside it: its type where it is not the one to be expected, where it was computed
/// from. Empty for the usual.
QString valueRemark(const UserValue &value, const Condition &condition);
/// Where it was found, in words: "custom", "from the user agent"; empty if nowhere.
QString whereWords(ValueSource source);

/// A bucket a condition or rule asks for, as it was computed, or computed now where it was not reached.
Trace::Bucket conditionBucket(const TraceView &view, const Condition &condition, std::uint32_t node);
Trace::Bucket ruleBucket(
    const TraceView &view, const Spec &spec, const Rule &rule, std::uint32_t node = Trace::none);

} // namespace Gatescope
