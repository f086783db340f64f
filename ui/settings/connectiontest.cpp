// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectiontest.h"

#include <ui/keyrefusal.h>

#include <QUuid>

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

using Outcome = CapabilityRow::Outcome;

/// Before the network was asked for anything.
bool wasHeldBack(const Error &error)
{
    return error.code == ErrorCode::KeyMissing || error.code == ErrorCode::KeychainUnavailable
        || error.code == ErrorCode::BadInput || error.code == ErrorCode::FileUnreadable;
}

bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::Unauthorized || error.code == ErrorCode::Forbidden;
}

ConnectionReport freshReport(const Connection &connection)
{
    ConnectionReport report;
    report.host = connection.apiUrl.host();
    report.isTls = connection.apiUrl.scheme() == QLatin1String("https");
    for (const auto capability : {Capability::Gates, Capability::Configs, Capability::Initialize,
             Capability::Specs, Capability::Events}) {
        CapabilityRow row {capability};
        const auto trial = trialOf(capability);
        const QString refusal = trial ? keyRefusal(connection.keyKind, endpointOf(*trial))
                                      : ConnectionTest::tr("It would write.");
        if (!refusal.isEmpty())
            row = {capability, Outcome::NotTried, refusal};
        report.rows.append(row);
    }
    return report;
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

void ConnectionTest::start(const Connection &connection, const TypedSecrets &typed)
{
    stop();
    m_isRunning = true;
    m_connection = connection;
    m_storedId = connection.id;
    if (!typed.key.isEmpty())
        m_connection.keyKind = keyKindOf(typed.key);
    m_report = freshReport(m_connection);
    Q_EMIT changed(m_report);
    if (typed.key.isEmpty() && typed.proxyPassword.isEmpty() && !typed.isAnotherProxy)
        tryNext();
    else
        prepareTrial(typed);
}

/// What was typed must neither replace what is stored nor be mixed up with it, so it gets an id of its own.
void ConnectionTest::prepareTrial(const TypedSecrets &typed)
{
    m_trialId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_connection.id = m_trialId;
    m_typedPassword = typed.proxyPassword;
    m_isAnotherProxy = typed.isAnotherProxy;
    lend(m_storedId, m_trialId, typed.key,
        m_connection.proxy.wantsPassword() ? &ConnectionTest::lendPassword : &ConnectionTest::tryNext);
}

void ConnectionTest::lendPassword()
{
    if (m_isAnotherProxy && m_typedPassword.isEmpty())
        return tryNext(); // without one: the proxy says that it wants it
    lend(proxySecretId(m_storedId), proxySecretId(m_trialId), std::exchange(m_typedPassword, {}),
        &ConnectionTest::tryNext);
}

void ConnectionTest::lend(
    const QString &storedId, const QString &trialId, const QString &typed, void (ConnectionTest::*then)())
{
    const auto write = [this, trialId, then, run = m_run](const QString &secret) {
        m_secrets.write(
            trialId, secret, SecretStore::Keep::ThisRunOnly, this, [this, then, run](const auto &) {
                if (run == m_run)
                    (this->*then)();
            });
    };
    if (!typed.isEmpty())
        return write(typed);
    m_secrets.read(storedId, this, [this, write, then, run = m_run](const Result<QString> &secret) {
        if (run != m_run)
            return;
        if (secret)
            write(*secret);
        else
            (this->*then)(); // the call says what is missing
    });
}

CapabilityRow *ConnectionTest::waitingRow()
{
    const auto row = std::ranges::find(m_report.rows, Outcome::Waiting, &CapabilityRow::outcome);
    return row == m_report.rows.end() ? nullptr : &*row;
}

void ConnectionTest::tryNext()
{
    const CapabilityRow *row = waitingRow();
    if (!row)
        return end();
    m_call = m_api.start(m_connection, *trialOf(row->capability));
    connect(m_call, &ApiCall::finished, this, &ConnectionTest::take);
}

void ConnectionTest::take(const ApiOutcome &outcome)
{
    m_call.clear();
    CapabilityRow *row = waitingRow();
    if (!row)
        return end();
    if (const ExchangePtr exchange = outcome.exchange) {
        row->exchange = exchange->number;
        m_report.isReached |= exchange->status > 0;
        m_report.proxy = exchange->proxy;
        m_report.duration += std::max(exchange->finished, std::chrono::microseconds(0));
    }
    // Nothing has the made-up name, and some servers say so; the key was good for the answer.
    const bool isUnknownName = !outcome.response && outcome.response.error().code == ErrorCode::NotFound
        && row->capability == Capability::Configs && m_report.worksForSome();
    if (outcome.response || isUnknownName) {
        row->outcome = Outcome::Works;
    } else {
        const Error &error = outcome.response.error();
        row->outcome = isRefusal(error) ? Outcome::Refused : Outcome::Failed;
        row->note = error.message;
        if (!m_report.firstError)
            m_report.firstError = error;
        if (!m_report.isReached)
            leaveOut(wasHeldBack(error) ? tr("Nothing was sent.") : tr("The server was not reached."));
    }
    if (!waitingRow())
        return end();
    Q_EMIT changed(m_report);
    if (m_isRunning)
        tryNext();
}

void ConnectionTest::leaveOut(const QString &why)
{
    while (CapabilityRow *row = waitingRow())
        *row = {row->capability, Outcome::NotTried, why};
}

void ConnectionTest::end()
{
    m_isRunning = false;
    m_report.isOver = true;
    if (!m_report.firstError && !m_report.worksForSome() && !m_report.rows.isEmpty())
        m_report.firstError = Error {ErrorCode::Unsupported, m_report.rows.constFirst().note, {}};
    forgetTrial();
    Q_EMIT changed(m_report);
}

void ConnectionTest::stop()
{
    ++m_run;
    if (m_isRunning) {
        leaveOut(tr("The test was stopped."));
        m_report.isOver = m_report.isStopped = true;
    }
    m_isRunning = false;
    if (m_call) {
        m_call->disconnect(this);
        m_call->cancel();
    }
    m_call.clear();
    m_typedPassword.clear();
    forgetTrial();
}

void ConnectionTest::forgetTrial()
{
    const QString id = std::exchange(m_trialId, {});
    if (id.isEmpty())
        return;
    for (const QString &each : {id, proxySecretId(id)})
        m_secrets.remove(each, this, [](const Result<> &) { });
}

} // namespace Gatescope
