// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/connectionstore.h>
#include <models/ports/preferences.h>

#include <QHash>
#include <QSettings>
#include <QTimer>

namespace Gatescope {

/// Preferences and connections in one INI file, the state of windows in another that can be thrown away.
/// Neither ever holds an API key. Nothing is written before something is set, and the state of windows a
/// moment later: a splitter being dragged is not a file a pixel. UI thread.
class SettingsStore : public Preferences, public ConnectionStore
{
    Q_OBJECT
public:
    struct Files
    {
        QString settings;
        QString viewState;
    };
    /// In the user's configuration and state folders.
    static Files defaultFiles();

    explicit SettingsStore(const Files &files = defaultFiles(), QObject *parent = nullptr);
    ~SettingsStore() override;

    PreferenceValues values() const override;
    void setValues(const PreferenceValues &values) override;
    QByteArray viewState(const QString &key) const override;
    void setViewState(const QString &key, const QByteArray &state) override;

    QList<Connection> load() const override;
    void save(const QList<Connection> &connections) override;
    QString selectedId() const override;
    void setSelectedId(const QString &id) override;

private:
    QSettings &settingsToWrite();
    void writeViewState();

    mutable QSettings m_settings; ///< mutable: QSettings reads groups by entering them
    QSettings m_viewState;
    QHash<QString, QByteArray> m_unwritten; ///< of the view state
    QTimer m_writeSoon;
    PreferenceValues m_values;
};

} // namespace Gatescope
