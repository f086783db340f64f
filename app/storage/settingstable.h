// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/preferences.h>
#include <models/statsig/connection.h>

#include <QSettings>

namespace Gatescope {

/// \name The declared tables of what the settings file holds. Defaults are those of the value types; a bad
/// value falls back to its key's default alone. There is no key for an API key.
/// @{
PreferenceValues readPreferences(const QSettings &settings);
void writePreferences(QSettings &settings, const PreferenceValues &values);

/// Reads the connection of the current group; one without an id is nothing to call.
Connection readConnection(const QSettings &settings);
void writeConnection(QSettings &settings, const Connection &connection);
/// @}

} // namespace Gatescope
