// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Gatescope {

/// \name What somebody probably meant by a text that SDKs do not read; nothing where it is anybody's guess
/// @{
/// A JSON number: of " 5 ", "0x1f", "1,000", "84,50".
std::optional<QByteArray> numberMeantBy(const QString &text);
/// A comparable version: of "v4.12", "4.12.0 (build 7)".
std::optional<QString> versionMeantBy(const QString &text);
/// ms since the epoch: of ISO dates with and without a time, of RFC 2822; without a time zone in UTC.
std::optional<qint64> timeMeantBy(const QString &text);
/// Of true, yes, on, 1 and their opposites in any case.
std::optional<bool> booleanMeantBy(const QString &text);
/// @}

/// ms of a number that is too exact or too large for them: of seconds with a fraction, micro- and
/// nanoseconds.
std::optional<qint64> millisecondsMeantBy(double number);
/// A time far beyond any that rules compare with, as microseconds taken for milliseconds are.
bool isFarFuture(double milliseconds);

/// Whether SDKs before the Rust core, which read numbers as JavaScript does, find one in the text (facts
/// §4.1).
bool olderSdksReadNumber(const QString &text);
/// Whether they find a version in it: numbers of theirs between dots (facts §11, 8).
bool olderSdksReadVersion(const QString &text);

} // namespace Gatescope
