// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

namespace Gatescope {

/// What came of an exchange, as far as an icon tells it.
enum class ExchangeState { Succeeded, Failed, Stopped };
ExchangeState stateOf(const Exchange &exchange);

/// \name The words for an exchange, translated; any thread
/// @{
/// What came of it in a word, "Refused"; empty if it succeeded.
QString outcomeWord(const Exchange &exchange);
/// The word and the status number as far as there are any: "200", "Refused 401", "Not reached".
QString statusText(const Exchange &exchange);
QString durationText(std::chrono::microseconds duration); ///< "12 ms"; "–" for a negative one
QString byteCountText(qint64 bytes); ///< "16 B", "0.3 KB", "6.4 MB"
QString ageText(const QDateTime &thenUtc, const QDateTime &nowUtc); ///< "just now", "3 min ago"
QString agedText(const QDateTime &thenUtc, const QDateTime &nowUtc); ///< "just now", "3 min old"
QString spanText(std::chrono::seconds span); ///< "20 s", "3 min", "2 h", "5 days"
QString localTimeText(const QDateTime &utc); ///< "14:05:21"
/// "14:02 (12:02 UTC)", with the day where it is not today's.
QString momentText(const QDateTime &utc, const QDateTime &nowUtc);
QString localAndUtcText(const QDateTime &utc); ///< "14:05:21 (12:05:21 UTC)"
/// @}

} // namespace Gatescope
