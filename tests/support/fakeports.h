// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/connectionstore.h>
#include <models/ports/evaluationdata.h>
#include <models/ports/preferences.h>
#include <models/ports/secretstore.h>
#include <models/ports/snapshotstore.h>

#include <QMap>
#include <QSet>
#include <QTimer>

namespace Gatescope::Test {

/// Connections in memory.
class FakeConnectionStore : public ConnectionStore
{
public:
    QList<Connection> connections;
    QString selected;

    QList<Connection> load() const override { return connections; }
    void save(const QList<Connection> &list) override { connections = list; }
    QString selectedId() const override { return selected; }
    void setSelectedId(const QString &id) override { selected = id; }
};

/// Preferences in memory.
class FakePreferences : public Preferences
{
public:
    PreferenceValues values() const override { return m_values; }
    void setValues(const PreferenceValues &values) override
    {
        m_values = values;
        Q_EMIT changed(values);
    }
    QByteArray viewState(const QString &key) const override { return m_states.value(key); }
    void setViewState(const QString &key, const QByteArray &state) override { m_states[key] = state; }

private:
    PreferenceValues m_values;
    QMap<QString, QByteArray> m_states;
};

/// Evaluation data as a test says.
class FakeEvaluationData : public EvaluationData
{
public:
    int refreshes = 0;

    const EvaluationDataState &state() const override { return m_state; }
    void setState(const EvaluationDataState &state)
    {
        m_state = state;
        Q_EMIT changed();
    }
    void refresh() override { ++refreshes; }

private:
    EvaluationDataState m_state;
};

/// Snapshots as a test says; remembers what it was asked to keep.
class FakeSnapshotStore : public SnapshotStore
{
public:
    QMap<QString, QList<SpecsSnapshot>> kept;
    QList<std::pair<QString, QByteArray>> asked; ///< connection and payload
    QStringList removed;

    QList<SpecsSnapshot> snapshots(const QString &connectionId) const override
    {
        return kept.value(connectionId);
    }
    void keep(const QString &connectionId, const JsonDocumentPtr &payload) override
    {
        const std::string_view bytes = payload->source();
        asked.append({connectionId, QByteArray(bytes.data(), qsizetype(bytes.size()))});
    }
    void removeAll(const QString &connectionId) override { removed.append(connectionId); }
};

/// Keys in memory, answering on the next turn of the event loop; `available` false behaves as a system
/// without a keychain.
class FakeSecretStore : public SecretStore
{
public:
    bool available = true;
    QSet<QString> refused; ///< ids that are neither written nor removed
    QMap<QString, QString> stored;
    QMap<QString, QString> thisRun;

    void read(const QString &id, QObject *context, ReadCallback callback) override
    {
        Result<QString> result = failure(ErrorCode::KeyMissing, QStringLiteral("No key is stored."));
        if (thisRun.contains(id))
            result = thisRun.value(id);
        else if (available && stored.contains(id))
            result = stored.value(id);
        else if (!available)
            result = unavailable();
        QTimer::singleShot(0, context, [result, callback] { callback(result); });
    }
    bool isThisRunOnly(const QString &id) const override { return thisRun.contains(id); }
    void write(
        const QString &id, const QString &secret, Keep keep, QObject *context, DoneCallback callback) override
    {
        Result<> result;
        if (keep == Keep::ThisRunOnly) {
            thisRun[id] = secret;
        } else if (available && !refused.contains(id)) {
            stored[id] = secret;
            thisRun.remove(id);
        } else {
            result = unavailable();
        }
        QTimer::singleShot(0, context, [result, callback] { callback(result); });
    }
    void remove(const QString &id, QObject *context, DoneCallback callback) override
    {
        Result<> result;
        thisRun.remove(id);
        if (available && !refused.contains(id))
            stored.remove(id);
        else
            result = unavailable();
        QTimer::singleShot(0, context, [result, callback] { callback(result); });
    }

private:
    static std::unexpected<Error> unavailable()
    {
        return failure(ErrorCode::KeychainUnavailable, QStringLiteral("There is no keychain."));
    }
};

} // namespace Gatescope::Test
