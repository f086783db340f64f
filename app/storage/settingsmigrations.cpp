// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "settingsmigrations.h"

namespace Gatescope {

namespace {

const QString formatVersion = QStringLiteral("meta/version");

} // namespace

std::span<const SettingsMigration> settingsMigrations()
{
    return {}; // version 1 is the first format
}

void migrateSettings(QSettings &settings, std::span<const SettingsMigration> migrations)
{
    if (settings.allKeys().isEmpty())
        return;
    const int current = int(migrations.size()) + 1;
    const int from = qMax(1, settings.value(formatVersion, 1).toInt());
    for (int version = from; version < current; ++version)
        migrations[size_t(version - 1)](settings);
    if (from < current || !settings.contains(formatVersion))
        settings.setValue(formatVersion, current);
}

void stampSettings(QSettings &settings, std::span<const SettingsMigration> migrations)
{
    if (!settings.contains(formatVersion))
        settings.setValue(formatVersion, int(migrations.size()) + 1);
}

} // namespace Gatescope
