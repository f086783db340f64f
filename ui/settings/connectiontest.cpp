// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectiontest.h"

#include <models/items/exchangewords.h>
#include <ui/keyrefusal.h>

#include <QUuid>

#include <utility>

namespace Gatescope {

namespace {

ApiRequest harmlessRequest(KeyKind kind)
{
    if (kind == KeyKind::Server)
        return DownloadConfigSpecsRequest {QDateTime::currentMSecsSinceEpoch()};
    CheckGateRequest request;
    request.gateNames = {QStringLiteral("gatescope_connection_test")};
    return request;
}

QString successText(const Exchange &exchange)
{
    return ConnectionTest::tr("This connection works: %1 answered %2 after %3. Nothing was logged.")
        .arg(exchange.url.host(), QString::number(exchange.status), durationText(exchange.finished));
}

} // namespace

ConnectionTest::ConnectionTest(StatsigApi &api, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_secrets(secrets)
{ }

ConnectionTest::~ConnectionTest()
{
    stop();
}

void ConnectionTest::start(const Connection &connection, const QString &key)
{
    stop();
    m_running = true;
    if (key.isEmpty()) {
        call(connection);
        return;
    }
    Connection trial = connection;
    trial.id = m_typedKeyId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    trial.keyKind = keyKindOf(key);
    m_secrets.write(trial.id, key, SecretStore::Keep::ThisRunOnly, this, [this, trial](const Result<> &) {
        if (m_running && trial.id == m_typedKeyId)
            call(trial);
    });
}

void ConnectionTest::stop()
{
    m_running = false;
    if (m_call) {
        m_call->disconnect(this);
        m_call->cancel();
    }
    m_call.clear();
    forgetTypedKey();
}

void ConnectionTest::call(const Connection &connection)
{
    const ApiRequest request = harmlessRequest(connection.keyKind);
    if (const QString refusal = keyRefusal(connection.keyKind, endpointOf(request)); !refusal.isEmpty()) {
        m_running = false;
        forgetTypedKey();
        Q_EMIT finished(false, refusal, {});
        return;
    }
    m_call = m_api.start(connection, request);
    connect(m_call, &ApiCall::finished, this, &ConnectionTest::takeOutcome);
}

void ConnectionTest::takeOutcome(const ApiOutcome &outcome)
{
    m_running = false;
    m_call.clear();
    forgetTypedKey();
    if (outcome.response)
        Q_EMIT finished(true, successText(*outcome.exchange), outcome.exchange);
    else
        Q_EMIT finished(false, outcome.response.error().message, outcome.exchange);
}

void ConnectionTest::forgetTypedKey()
{
    if (!m_typedKeyId.isEmpty())
        m_secrets.remove(std::exchange(m_typedKeyId, {}), this, [](const Result<> &) { });
}

} // namespace Gatescope
