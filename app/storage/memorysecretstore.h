// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/secretstore.h>

#include <QHash>

namespace Gatescope {

/// Keys of one run, in memory alone: for commands without a window, which ask no keychain.
class MemorySecretStore : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    /// Errors: KeyMissing.
    void read(const QString &id, QObject *context, ReadCallback callback) override;
    bool isThisRunOnly(const QString &id) const override { return m_secrets.contains(id); }
    /// Never fails, whatever `keep` says.
    void write(const QString &id, const QString &secret, Keep keep, QObject *context,
        DoneCallback callback) override;
    void remove(const QString &id, QObject *context, DoneCallback callback) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace Gatescope
