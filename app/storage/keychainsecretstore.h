// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/secretstore.h>

#include <QHash>

#include <chrono>

namespace Gatescope {

/// API keys in the system keychain, one entry a connection. Keys for this run only are held in memory and win
/// over it; fixed keys (the sandbox's) are never in it. Nothing blocks: a keychain that hangs is given up
/// after a limit.
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT
public:
    struct Options
    {
        QString service = QStringLiteral("dev.gatescope.Gatescope");
        std::chrono::milliseconds limit = std::chrono::seconds(30);
    };
    explicit KeychainSecretStore(const QHash<QString, QString> &fixedKeys, QObject *parent = nullptr);
    KeychainSecretStore(
        const QHash<QString, QString> &fixedKeys, const Options &options, QObject *parent = nullptr);

    void read(const QString &id, QObject *context, ReadCallback callback) override;
    bool isThisRunOnly(const QString &id) const override;
    /// Errors: KeychainUnavailable; the key is then not kept anywhere.
    void write(const QString &id, const QString &secret, Keep keep, QObject *context,
        DoneCallback callback) override;
    /// Errors: KeychainUnavailable. Fixed keys stay.
    void remove(const QString &id, QObject *context, DoneCallback callback) override;

private:
    QHash<QString, QString> m_fixedKeys;
    QHash<QString, QString> m_thisRunOnly;
    Options m_options;
};

} // namespace Gatescope
