// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "secretoperation.h"

#include <qt6keychain/keychain.h>

#include <QTimer>

namespace Gatescope {

namespace {

Error unavailable(const QString &reason, const QString &detail)
{
    const QString way =
        SecretOperation::tr("Unlock or start it and try again, or use the key for this run only.");
    return {ErrorCode::KeychainUnavailable, reason + QLatin1Char(' ') + way, detail};
}

} // namespace

SecretOperation::SecretOperation(QObject *context, Answer answer, Failure timedOut)
    : m_context(context)
    , m_answer(std::move(answer))
    , m_timedOut(std::move(timedOut))
{ }

void SecretOperation::start(
    QKeychain::Job *job, std::chrono::milliseconds limit, QObject *context, Answer answer, Failure timedOut)
{
    Q_ASSERT(context);
    auto *operation = new SecretOperation(context, std::move(answer), std::move(timedOut));
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    connect(job, &QKeychain::Job::finished, operation, &SecretOperation::finish);
    QTimer::singleShot(limit, operation, [operation, limit] { operation->giveUp(limit); });
    job->start();
}

void SecretOperation::finish(QKeychain::Job *job)
{
    deleteLater();
    if (m_context)
        m_answer(*job);
}

void SecretOperation::giveUp(std::chrono::milliseconds limit)
{
    disconnect(this);
    deleteLater();
    if (!m_context)
        return;
    const QString reason = tr("The system keychain did not answer within %1 seconds.");
    m_timedOut(
        unavailable(reason.arg(double(limit.count()) / 1000), QStringLiteral("no answer from the backend")));
}

Error keychainError(const QKeychain::Job &job)
{
    const QString detail = job.errorString();
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        // A locked keyring answers the same, so the sentence names both.
        return {ErrorCode::KeyMissing,
            SecretOperation::tr(
                "The system keychain has no key for this connection, or it is locked. Unlock it, or enter "
                "the key "
                "again."),
            detail};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return unavailable(SecretOperation::tr("The system keychain did not allow access."), detail);
    default:
        // OtherError is what a missing D-Bus session or secret service comes to; only the detail tells them
        // apart.
        return unavailable(SecretOperation::tr("The system keychain cannot be reached."), detail);
    }
}

} // namespace Gatescope
