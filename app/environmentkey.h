// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>
#include <models/statsig/connection.h>

#include <QStringList>

namespace Gatescope {

inline constexpr const char *environmentKeyName = "GATESCOPE_API_KEY";

/// The key in the environment, which it is taken out of: programs that this one starts do not get it, nor is
/// it left where the system shows what a process was started with. To be called once, before there are
/// threads.
QString takeEnvironmentKey();

/// Errors: BadInput where an argument is or asks for a key: the system shows them to everybody. The sentence
/// does not repeat it.
Result<> refuseKeyArguments(const QStringList &arguments);

/// "From the environment": to be chosen for this run, never saved. Production, as nobody said otherwise.
Connection environmentConnection(const QString &key);

} // namespace Gatescope
