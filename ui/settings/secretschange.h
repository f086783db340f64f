// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/secretstore.h>

#include <QList>

#include <optional>

namespace Gatescope {

/// What is to be stored under an id; no value: nothing any more.
struct SecretChange
{
    QString id;
    std::optional<QString> value;
};

/// Makes all of the changes, or none: what was done is taken back when one fails, so that no connection is
/// left with the key or the password that was meant for another address. For this run only nothing fails.
/// Lives until it has called back; `parent` must, too, or half of it may be done. UI thread.
class SecretsChange : public QObject
{
    Q_OBJECT
public:
    using Callback = std::function<void(const Result<> &)>;
    /// Errors: KeychainUnavailable, of the change that failed; then all is as it was, as far as the keychain
    /// tells: what it says is not there, because it is locked, is not put back.
    static void start(SecretStore &store, const QList<SecretChange> &changes, SecretStore::Keep keep,
        QObject *parent, Callback callback);

private:
    SecretsChange(SecretStore &store, SecretStore::Keep keep, QObject *parent, Callback callback);
    /// What is put back.
    struct Before
    {
        SecretChange secret;
        SecretStore::Keep keep = SecretStore::Keep::Stored;
    };
    void next();
    void apply(const SecretChange &change);
    void takeBack(const Error &error);
    void finish(const Result<> &result);

    SecretStore &m_store;
    SecretStore::Keep m_keep;
    Callback m_callback;
    QList<SecretChange> m_waiting;
    QList<Before> m_before; ///< what stood there, last first
};

} // namespace Gatescope
