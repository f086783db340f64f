// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "settingsstore.h"

#include "settingsmigrations.h"
#include "settingstable.h"

#include <QStandardPaths>

namespace Gatescope {

namespace {

const QString connectionsGroup = QStringLiteral("connections");
const QString selectedKey = QStringLiteral("selectedConnection/id");

constexpr std::chrono::milliseconds writeDelay {500};

QString viewStateKey(const QString &key)
{
    return QStringLiteral("viewState/") + key;
}

} // namespace

SettingsStore::Files SettingsStore::defaultFiles()
{
    const QString config = QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation);
    return {config + QStringLiteral("/settings.ini"), config + QStringLiteral("/viewstate.ini")};
}

SettingsStore::SettingsStore(const Files &files, QObject *parent)
    : Preferences(parent)
    , m_settings(files.settings, QSettings::IniFormat)
    , m_viewState(files.viewState, QSettings::IniFormat)
{
    migrateSettings(m_settings, settingsMigrations());
    m_values = readPreferences(m_settings);
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(writeDelay);
    m_writeSoon.callOnTimeout(this, &SettingsStore::writeViewState);
}

SettingsStore::~SettingsStore()
{
    writeViewState();
}

QSettings &SettingsStore::settingsToWrite()
{
    stampSettings(m_settings, settingsMigrations());
    return m_settings;
}

PreferenceValues SettingsStore::values() const
{
    return m_values;
}

void SettingsStore::setValues(const PreferenceValues &values)
{
    if (values == m_values)
        return;
    m_values = values;
    writePreferences(settingsToWrite(), values);
    Q_EMIT changed(m_values);
}

QByteArray SettingsStore::viewState(const QString &key) const
{
    const auto unwritten = m_unwritten.constFind(key);
    return unwritten != m_unwritten.cend() ? *unwritten : m_viewState.value(viewStateKey(key)).toByteArray();
}

void SettingsStore::setViewState(const QString &key, const QByteArray &state)
{
    if (viewState(key) == state)
        return;
    m_unwritten.insert(key, state);
    if (!m_writeSoon.isActive())
        m_writeSoon.start();
}

void SettingsStore::writeViewState()
{
    for (auto it = m_unwritten.cbegin(); it != m_unwritten.cend(); ++it)
        m_viewState.setValue(viewStateKey(it.key()), it.value());
    m_unwritten.clear();
}

QList<Connection> SettingsStore::load() const
{
    QList<Connection> connections;
    const int count = m_settings.beginReadArray(connectionsGroup);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        const Connection connection = readConnection(m_settings);
        // Without an id its key could not be found.
        if (!connection.id.isEmpty())
            connections << connection;
    }
    m_settings.endArray();
    return connections;
}

void SettingsStore::save(const QList<Connection> &connections)
{
    settingsToWrite().remove(connectionsGroup);
    m_settings.beginWriteArray(connectionsGroup);
    int index = 0;
    for (const Connection &connection : connections) {
        if (connection.builtIn || connection.isTemporary)
            continue;
        m_settings.setArrayIndex(index++);
        writeConnection(m_settings, connection);
    }
    m_settings.endArray();
}

QString SettingsStore::selectedId() const
{
    return m_settings.value(selectedKey).toString();
}

void SettingsStore::setSelectedId(const QString &id)
{
    settingsToWrite().setValue(selectedKey, id);
}

} // namespace Gatescope
