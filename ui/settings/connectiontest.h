// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "connectionreport.h"

#include <models/ports/secretstore.h>
#include <models/ports/statsigapi.h>

#include <QPointer>

namespace Gatescope {

/// Tries what a connection's key may do, as it stands in the form, saved or not: one call for each
/// capability, one after another, none of which writes. UI thread.
class ConnectionTest : public QObject
{
    Q_OBJECT
public:
    /// Empty: what is stored for the connection.
    struct TypedSecrets
    {
        QString key;
        QString proxyPassword;
        bool isAnotherProxy = false; ///< what is stored for the one before is not for it
    };

    ConnectionTest(StatsigApi &api, SecretStore &secrets, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// Starting again stops the test before. Failing to reach the server ends it.
    void start(const Connection &connection, const TypedSecrets &typed);
    /// Without a signal.
    void stop();
    bool isRunning() const { return m_isRunning; }
    const ConnectionReport &report() const { return m_report; }

Q_SIGNALS:
    /// After each call; the last has isOver.
    void changed(const Gatescope::ConnectionReport &report);

private:
    void prepareTrial(const TypedSecrets &typed);
    /// Holds a secret for the trial, typed or read from where it is stored, and goes on.
    void lend(const QString &storedId, const QString &trialId, const QString &typed,
        void (ConnectionTest::*then)());
    void lendPassword();
    void tryNext();
    void take(const ApiOutcome &outcome);
    void end();
    void leaveOut(const QString &why);
    void forgetTrial();
    CapabilityRow *waitingRow();

    StatsigApi &m_api;
    SecretStore &m_secrets;
    QPointer<ApiCall> m_call;
    Connection m_connection;
    QString m_storedId; ///< of the connection as saved
    QString m_trialId; ///< where typed secrets are held while the test runs; empty: none were typed
    QString m_typedPassword;
    bool m_isAnotherProxy = false;
    ConnectionReport m_report;
    quint64 m_run = 0; ///< answers of a run before are dropped
    bool m_isRunning = false;
};

} // namespace Gatescope
