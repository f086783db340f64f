// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/secretstore.h>
#include <models/ports/statsigapi.h>

#include <QPointer>

namespace Gatescope {

/// Tries a connection as it stands in the form, saved or not, with a call that writes nothing: specs newer
/// than now, or a gate of a made-up name with exposures asked off. UI thread.
class ConnectionTest : public QObject
{
    Q_OBJECT
public:
    ConnectionTest(StatsigApi &api, SecretStore &secrets, QObject *parent = nullptr);
    ~ConnectionTest() override;

    /// `key` empty: the one stored for the connection. Starting again stops the test before.
    void start(const Connection &connection, const QString &key);
    void stop();
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    /// `message` says in words what happened; the exchange is there unless the key could not be read.
    void finished(bool works, const QString &message, const Gatescope::ExchangePtr &exchange);

private:
    void call(const Connection &connection);
    void takeOutcome(const ApiOutcome &outcome);
    void forgetTypedKey();

    StatsigApi &m_api;
    SecretStore &m_secrets;
    QPointer<ApiCall> m_call;
    QString m_typedKeyId; ///< where the typed key is held while the test runs
    bool m_running = false;
};

} // namespace Gatescope
