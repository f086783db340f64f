// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

namespace QKeychain {
class Job;
}

namespace Gatescope {

/// One keychain job with a time limit: answers once, or never if its context died. Deletes itself.
///
/// The job outlives a missed limit, since the backend still holds a pointer to it; its late answer is
/// dropped.
class SecretOperation : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(QKeychain::Job &job)>;
    using Failure = std::function<void(const Error &error)>;

    /// Starts the job, which deletes itself when the backend answers.
    static void start(QKeychain::Job *job, std::chrono::milliseconds limit, QObject *context, Answer answer,
        Failure timedOut);

private:
    SecretOperation(QObject *context, Answer answer, Failure timedOut);
    void finish(QKeychain::Job *job);
    void giveUp(std::chrono::milliseconds limit);

    QPointer<QObject> m_context;
    Answer m_answer;
    Failure m_timedOut;
};

/// What the backend's complaint means for the user. Errors: KeyMissing, KeychainUnavailable.
Error keychainError(const QKeychain::Job &job);

} // namespace Gatescope
