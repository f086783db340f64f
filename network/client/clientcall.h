// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "answerreader.h"
#include "clientoptions.h"
#include "transportfault.h"
#include "transportpool.h"

#include <models/ports/statsigapi.h>

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QPointer>
#include <QTimer>

namespace Gatescope {

class OneShotBody;
class SecretStore;

/// One call of StatsigClient: key from the store → request → answer → reading on a worker → one outcome.
class ClientCall : public ApiCall
{
    Q_OBJECT
public:
    struct Order
    {
        Connection connection;
        ApiRequest request;
        ClientOptions options;
        quint64 number = 0;
    };
    ClientCall(Order order, SecretStore &secrets, TransportPool &transports, QObject *parent);
    ~ClientCall() override;

    void cancel() override;

Q_SIGNALS:
    void exchangeFinished(const Gatescope::ExchangePtr &exchange);

private:
    /// \name The stages, in their order
    /// @{
    void readKey();
    void readProxyPassword(const QString &key);
    void send(const QString &key);
    void authorize(QNetworkRequest &request) const;
    void receiveHead();
    void receiveBody();
    void receiveEnd();
    void startReading();
    void finishReading();
    /// @}

    void watch(QNetworkReply *reply, OneShotBody *body);
    void noteBodyTaken();
    void stopTransport();
    /// Ends the transport with an error of our own making.
    void breakOff(Situation situation);
    void fail(const Error &error);
    /// The one place that ends the call; the outcome is announced from the event loop.
    void conclude(Result<ApiResponse> response);
    void announce();

    qint64 announcedSize() const;
    Circumstances circumstances() const;
    std::chrono::microseconds elapsed() const;

    Order m_order;
    SecretStore &m_secrets;
    TransportPool &m_transports;
    Exchange m_exchange;
    Redactor m_redactor;
    TransportKind m_transportKind;
    QString m_keyHint;
    QPointer<QNetworkReply> m_reply;
    TransportProgress m_progress;
    WireAnswer m_raw;
    qint64 m_received = 0;
    QElapsedTimer m_clock;
    QTimer m_limit; ///< to connect, then of silence
    QFutureWatcher<ReadAnswer> m_reading;
    std::optional<Result<ApiResponse>> m_result; ///< set once, when it is over
};

} // namespace Gatescope
