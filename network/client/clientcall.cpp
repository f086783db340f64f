// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "clientcall.h"

#include "oneshotbody.h"
#include "outgoingrequest.h"
#include "requestsubject.h"

#include <models/ports/secretstore.h>

#include <QtConcurrentRun>

namespace Gatescope {

namespace {

/// Of an answer that is an error anyway no more than this is waited for.
constexpr qint64 largestErrorBody = 1 << 20;
constexpr qint64 receiveBufferSize = 1 << 20;

} // namespace

ClientCall::ClientCall(Order order, SecretStore &secrets, TransportPool &transports, QObject *parent)
    : ApiCall(parent)
    , m_order(std::move(order))
    , m_secrets(secrets)
    , m_transports(transports)
{
    m_exchange.number = m_order.number;
    m_exchange.endpoint = endpointOf(m_order.request);
    m_exchange.connectionId = m_order.connection.id;
    m_exchange.connectionName = m_order.connection.name;
    m_exchange.subject = subjectOf(m_order.request);
    m_exchange.url = endpointUrl(m_order.connection, m_exchange.endpoint).value_or(QUrl());
    m_exchange.startedUtc = QDateTime::currentDateTimeUtc();
    m_clock.start();
    m_transportKind = {m_order.connection.caFile, m_order.connection.proxy, {}};
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this,
        [this] { breakOff(m_progress.writing ? Situation::IdleTimeout : Situation::ConnectTimeout); });
    connect(&m_reading, &QFutureWatcherBase::finished, this, &ClientCall::finishReading);
    QMetaObject::invokeMethod(this, &ClientCall::readKey, Qt::QueuedConnection);
}

ClientCall::~ClientCall()
{
    stopTransport();
}

void ClientCall::cancel()
{
    if (m_result)
        return;
    const auto situation = m_progress.writing ? Situation::CancelledAfterSending : Situation::Cancelled;
    fail(errorFor(situation, circumstances()));
}

void ClientCall::readKey()
{
    if (m_result)
        return;
    m_secrets.read(m_order.connection.id, this, [this](const Result<QString> &key) {
        if (m_result)
            return;
        if (key)
            readProxyPassword(key->trimmed());
        else
            fail(key.error());
    });
}

void ClientCall::readProxyPassword(const QString &key)
{
    if (!m_order.connection.proxy.wantsPassword())
        return send(key);
    m_secrets.read(proxySecretId(m_order.connection.id), this, [this, key](const Result<QString> &password) {
        if (m_result)
            return;
        // A name may come without a password; a keychain that does not open is another matter.
        if (!password && password.error().code != ErrorCode::KeyMissing)
            return fail(password.error());
        m_transportKind.proxyPassword = password.value_or(QString());
        send(key);
    });
}

void ClientCall::send(const QString &key)
{
    // A keychain may have asked for a password: the exchange begins when the network does.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_exchange.startedUtc = now;
    m_clock.start();
    m_redactor = Redactor(key);
    if (m_order.connection.proxy.wantsPassword())
        m_redactor.addPassword(m_order.connection.proxy.user, m_transportKind.proxyPassword);
    m_keyHint = keyHint(key);

    const QByteArray body = requestBody(m_order.request, m_order.connection.tier, now);
    m_exchange.requestBody = m_redactor(body);
    m_exchange.subject = m_redactor(m_exchange.subject);
    m_exchange.connectionName = m_redactor(m_exchange.connectionName);
    auto outgoing = prepareRequest(m_order.connection, m_exchange.endpoint, key, body.size(), now);
    if (!outgoing)
        return fail(outgoing.error());
    m_exchange.requestHeaders = outgoing->shownHeaders;
    m_exchange.url = QUrl(m_redactor(outgoing->request.url().toString()));

    authorize(outgoing->request);

    auto *device = new OneShotBody(body);
    m_reply =
        m_transports.managerFor(m_transportKind, m_order.options.keepAlive).post(outgoing->request, device);
    device->setParent(m_reply);
    watch(m_reply, device);
    m_limit.start(m_order.options.connectTimeout);
}

/// The header is the proxy's, who takes it off; it is in no exchange.
void ClientCall::authorize(QNetworkRequest &request) const
{
    if (!TransportPool::authorizesAhead(m_transportKind, request.url()))
        return;
    const QString credentials = m_transportKind.proxy.user + QLatin1Char(':') + m_transportKind.proxyPassword;
    request.setRawHeader("Proxy-Authorization", "Basic " + credentials.toUtf8().toBase64());
}

void ClientCall::watch(QNetworkReply *reply, OneShotBody *body)
{
    reply->setReadBufferSize(receiveBufferSize);
    connect(body, &OneShotBody::taken, this, &ClientCall::noteBodyTaken);
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_exchange.sent = elapsed(); });
    connect(reply, &QNetworkReply::metaDataChanged, this, &ClientCall::receiveHead);
    connect(reply, &QNetworkReply::readyRead, this, &ClientCall::receiveBody);
    connect(reply, &QNetworkReply::sslErrors, this,
        [this](const QList<QSslError> &errors) { m_progress.tlsErrors = errors; });
    connect(reply, &QNetworkReply::finished, this, &ClientCall::receiveEnd);
}

void ClientCall::noteBodyTaken()
{
    if (!m_progress.writing)
        m_exchange.connected = elapsed();
    m_progress.writing = true;
    m_limit.start(m_order.options.idleTimeout);
}

void ClientCall::receiveHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return;
    if (!m_progress.answered)
        m_exchange.firstByte = elapsed();
    m_progress.answered = true;
    m_exchange.status = status;
    m_raw.headers.clear();
    m_exchange.responseHeaders.clear();
    for (const auto &[name, value] : m_reply->rawHeaderPairs()) {
        m_raw.headers.append({name, value});
        m_exchange.responseHeaders.append({m_redactor(name), m_redactor(value)});
    }
    m_limit.start(m_order.options.idleTimeout);
    if (status < 300 && announcedSize() > m_order.options.maxResponseBytes)
        breakOff(Situation::TooLarge);
}

void ClientCall::receiveBody()
{
    const bool isError = m_exchange.status >= 300;
    const qint64 most = isError ? std::min(largestErrorBody, m_order.options.maxResponseBytes)
                                : m_order.options.maxResponseBytes;
    const QByteArray chunk = m_reply->readAll();
    m_received += chunk.size();
    m_raw.chunks.append(chunk);
    m_limit.start(m_order.options.idleTimeout);
    if (m_received > most)
        return breakOff(Situation::TooLarge);
    Q_EMIT progress(m_received, announcedSize());
}

void ClientCall::receiveEnd()
{
    if (!m_progress.answered)
        receiveHead();
    const QPointer<ClientCall> guard(this);
    if (m_reply && m_reply->bytesAvailable() > 0)
        receiveBody();
    if (!guard || !m_reply) // broken off, or destroyed by a listener of progress()
        return;
    if (const auto error = m_reply->error(); error != QNetworkReply::NoError && m_exchange.status < 300) {
        const QNetworkProxy proxy = m_transports.proxyUsed(m_transportKind, m_reply->url());
        m_progress.throughProxy = proxy.type() != QNetworkProxy::NoProxy;
        m_progress.hasPassword = m_transportKind.proxy.wantsPassword();
        const QString detail = faultDetail(error, m_reply->errorString(), m_progress.tlsErrors);
        m_raw.transportError = errorFor(situationOf(error, m_progress), circumstances(), detail);
    }
    startReading();
}

void ClientCall::breakOff(Situation situation)
{
    m_raw.transportError = errorFor(situation, circumstances());
    startReading();
}

void ClientCall::startReading()
{
    stopTransport();
    if (!m_progress.answered)
        return fail(m_raw.transportError.value_or(errorFor(Situation::Internal, circumstances())));
    m_raw.endpoint = m_exchange.endpoint;
    m_raw.url = m_exchange.url;
    m_raw.status = m_exchange.status;
    m_raw.maxBytes = m_order.options.maxResponseBytes;
    m_raw.circumstances = circumstances();
    m_raw.redactor = m_redactor;
    m_reading.setFuture(QtConcurrent::run([raw = std::move(m_raw)] { return readAnswer(raw); }));
}

void ClientCall::finishReading()
{
    if (m_result)
        return;
    ReadAnswer answer = m_reading.result();
    m_exchange.responseBody = std::move(answer.body);
    conclude(std::move(answer.response));
}

void ClientCall::stopTransport()
{
    if (m_exchange.finished < std::chrono::microseconds::zero())
        m_exchange.finished = elapsed();
    m_limit.stop();
    if (!m_reply)
        return;
    if (const QNetworkProxy proxy = m_transports.proxyUsed(m_transportKind, m_reply->url());
        proxy.type() != QNetworkProxy::NoProxy)
        m_exchange.proxy = proxy.hostName() + QLatin1Char(':') + QString::number(proxy.port());
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

void ClientCall::fail(const Error &error)
{
    conclude(std::unexpected(error));
}

void ClientCall::conclude(Result<ApiResponse> response)
{
    stopTransport();
    if (!response) {
        Error &error = response.error();
        error.message = m_redactor(error.message);
        error.detail = m_redactor(error.detail);
        m_exchange.error = error;
    }
    m_result = std::move(response);
    QMetaObject::invokeMethod(this, &ClientCall::announce, Qt::QueuedConnection);
}

void ClientCall::announce()
{
    const auto exchange = std::make_shared<const Exchange>(m_exchange);
    const ApiOutcome outcome {exchange, *m_result};
    const QPointer<ClientCall> guard(this);
    Q_EMIT exchangeFinished(exchange);
    if (!guard)
        return;
    Q_EMIT finished(outcome);
    if (guard)
        deleteLater();
}

/// −1 if the answer does not say.
qint64 ClientCall::announcedSize() const
{
    bool hasLength = false;
    const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong(&hasLength);
    return hasLength ? length : -1;
}

Circumstances ClientCall::circumstances() const
{
    const bool connecting = !m_progress.writing;
    return {
        .endpoint = m_exchange.endpoint,
        .host = m_exchange.url.host(),
        .keyHint = m_keyHint,
        .status = m_exchange.status,
        .limit = connecting ? m_order.options.connectTimeout : m_order.options.idleTimeout,
        .maxBytes = m_order.options.maxResponseBytes,
        .hasOwnProxy = m_order.connection.proxy.isOwn(),
        .hasProxyPassword = m_order.connection.proxy.wantsPassword(),
    };
}

std::chrono::microseconds ClientCall::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::microseconds>(
        std::chrono::nanoseconds(m_clock.nsecsElapsed()));
}

} // namespace Gatescope
