// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QObject>

#include <functional>

namespace Gatescope {

/// Where API keys live. Asynchronous; the callback is dropped when `context` dies. UI thread.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    enum class Keep { Stored, ThisRunOnly };
    using ReadCallback = std::function<void(const Result<QString> &)>;
    using DoneCallback = std::function<void(const Result<> &)>;

    using QObject::QObject;
    /// Errors: KeyMissing, KeychainUnavailable.
    virtual void read(const QString &id, QObject *context, ReadCallback callback) = 0;
    /// Whether what is read now is held in memory only.
    virtual bool isThisRunOnly(const QString &id) const = 0;
    /// ThisRunOnly holds it in memory; it never fails.
    virtual void write(
        const QString &id, const QString &secret, Keep keep, QObject *context, DoneCallback callback) = 0;
    /// A missing entry is no error.
    virtual void remove(const QString &id, QObject *context, DoneCallback callback) = 0;
};

} // namespace Gatescope
