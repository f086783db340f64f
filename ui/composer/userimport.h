// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

class QMimeData;

namespace Gatescope {

/// What is taken from a file, the clipboard or a drop: at most this, parsed as a user or as a request body
/// with one.
inline constexpr qint64 maxUserBytes = 1024 * 1024;

/// A user from JSON text: the object itself, or its member "user" where it is a request body. The error is a
/// sentence with line and column.
Result<StatsigUser> userFromJson(const QByteArray &json);
/// The same, or the user of the first of copied commands that sends one (curl, PowerShell), or of the first
/// request in a HAR file that has one. No key in it is kept.
Result<StatsigUser> userFromText(const QByteArray &text);
Result<StatsigUser> userFromFile(const QString &fileName);

/// Whether userFromMime() has something to try: text, or one local file.
bool mayHoldUser(const QMimeData &mime);
Result<StatsigUser> userFromMime(const QMimeData &mime);

} // namespace Gatescope
