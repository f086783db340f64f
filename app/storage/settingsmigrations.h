// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>

#include <span>

namespace Gatescope {

/// One step of the settings file's format; it names old and new keys literally.
using SettingsMigration = void (*)(QSettings &);

/// The steps of this program, oldest first: step n leads from version n to n + 1. Never reordered, never
/// removed.
std::span<const SettingsMigration> settingsMigrations();

/// Runs the steps the file has not seen and writes its new version. A file without a version that holds
/// anything is version 1; an empty one stays empty. A newer file than this program knows is left as it is.
void migrateSettings(QSettings &settings, std::span<const SettingsMigration> migrations);
/// Gives a file that has no version yet the current one: to be called with the first thing written to it.
void stampSettings(QSettings &settings, std::span<const SettingsMigration> migrations);

} // namespace Gatescope
