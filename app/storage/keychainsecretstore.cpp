// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "keychainsecretstore.h"

#include "secretoperation.h"

#include <qt6keychain/keychain.h>

#include <QPointer>

namespace Gatescope {

namespace {

/// Calls back from the event loop, as the keychain itself would, so that callers see one order of events.
template<class Callback, class Value>
void answerSoon(QObject *context, Callback callback, Value value)
{
    Q_ASSERT(context);
    QMetaObject::invokeMethod(
        context, [callback = std::move(callback), value = std::move(value)] { callback(value); },
        Qt::QueuedConnection);
}

template<class Job>
Job *newJob(const QString &service, const QString &id)
{
    auto *job = new Job(service);
    job->setKey(id);
    return job;
}

Result<QString> readAnswer(const QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError)
        return std::unexpected(keychainError(job));
    return static_cast<const QKeychain::ReadPasswordJob &>(job).textData();
}

} // namespace

KeychainSecretStore::KeychainSecretStore(const QHash<QString, QString> &fixedKeys, QObject *parent)
    : KeychainSecretStore(fixedKeys, Options(), parent)
{ }

KeychainSecretStore::KeychainSecretStore(
    const QHash<QString, QString> &fixedKeys, const Options &options, QObject *parent)
    : SecretStore(parent)
    , m_fixedKeys(fixedKeys)
    , m_options(options)
{ }

void KeychainSecretStore::read(const QString &id, QObject *context, ReadCallback callback)
{
    for (const auto &keys : {m_fixedKeys, m_thisRunOnly}) {
        if (const auto found = keys.constFind(id); found != keys.cend())
            return answerSoon(context, std::move(callback), Result<QString>(*found));
    }
    SecretOperation::start(
        newJob<QKeychain::ReadPasswordJob>(m_options.service, id), m_options.limit, context,
        [callback](QKeychain::Job &job) { callback(readAnswer(job)); },
        [callback](const Error &error) { callback(std::unexpected(error)); });
}

bool KeychainSecretStore::isThisRunOnly(const QString &id) const
{
    return m_fixedKeys.contains(id) || m_thisRunOnly.contains(id);
}

void KeychainSecretStore::write(
    const QString &id, const QString &secret, Keep keep, QObject *context, DoneCallback callback)
{
    Q_ASSERT(!m_fixedKeys.contains(id));
    if (keep == Keep::ThisRunOnly) {
        m_thisRunOnly.insert(id, secret);
        return answerSoon(context, std::move(callback), Result<>());
    }
    auto *job = newJob<QKeychain::WritePasswordJob>(m_options.service, id);
    job->setTextData(secret);
    // Once stored, an older key of this run must not win over it; a newer one, given meanwhile, does.
    connect(job, &QKeychain::Job::finished, this,
        [this, id, older = m_thisRunOnly.value(id)](const QKeychain::Job *done) {
            if (done->error() == QKeychain::NoError && m_thisRunOnly.value(id) == older)
                m_thisRunOnly.remove(id);
        });
    SecretOperation::start(
        job, m_options.limit, context,
        [callback](QKeychain::Job &done) {
            callback(done.error() == QKeychain::NoError ? Result<>() : std::unexpected(keychainError(done)));
        },
        [callback](const Error &error) { callback(std::unexpected(error)); });
}

void KeychainSecretStore::remove(const QString &id, QObject *context, DoneCallback callback)
{
    m_thisRunOnly.remove(id);
    if (m_fixedKeys.contains(id))
        return answerSoon(context, std::move(callback), Result<>());
    SecretOperation::start(
        newJob<QKeychain::DeletePasswordJob>(m_options.service, id), m_options.limit, context,
        [callback](QKeychain::Job &job) {
            const bool gone = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
            callback(gone ? Result<>() : std::unexpected(keychainError(job)));
        },
        [callback](const Error &error) { callback(std::unexpected(error)); });
}

} // namespace Gatescope
