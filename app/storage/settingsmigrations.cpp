// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "settingsmigrations.h"

namespace Gatescope {

std::span<const SettingsMigration> settingsMigrations()
{
    return {}; // version 1 is the first format
}

void migrateSettings(QSettings &settings, std::span<const SettingsMigration> migrations)
{
    const QString versionKey = QStringLiteral("meta/version");
    const int current = int(migrations.size()) + 1;
    if (settings.allKeys().isEmpty()) {
        settings.setValue(versionKey, current);
        return;
    }
    const int from = qMax(1, settings.value(versionKey, 1).toInt());
    for (int version = from; version < current; ++version)
        migrations[size_t(version - 1)](settings);
    if (from < current || !settings.contains(versionKey))
        settings.setValue(versionKey, current);
}

} // namespace Gatescope
