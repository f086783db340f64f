// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "phrase.h"

namespace Gatescope {

/// How many targets a condition has: elements of a list, keys of a set, 1 for a scalar.
quint32 targetCount(const JsonValue &target);
/// "DE, AT, CH and 12 more"; an empty list is "nothing".
Phrases targetWords(const JsonValue &target);
/// A moment given in ms, local time first and UTC in brackets; other values as written.
Phrases timeWords(const JsonValue &target);
/// A moment in ms, local time first and UTC in brackets; empty if there is no such date.
QString momentText(qint64 milliseconds);
/// The same to the second, or to the millisecond where it is none whole.
QString exactMomentText(qint64 milliseconds);
/// How many of the 1,000 buckets a set names; −1 and other impossible numbers are none of them.
int bucketCount(const JsonValue &target);

} // namespace Gatescope
