// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "memorysecretstore.h"

namespace Gatescope {

void MemorySecretStore::read(const QString &id, QObject *context, ReadCallback callback)
{
    Result<QString> answer = failure(ErrorCode::KeyMissing, tr("There is no key. Nothing was sent."));
    if (const auto found = m_secrets.constFind(id); found != m_secrets.cend())
        answer = *found;
    QMetaObject::invokeMethod(context, [callback, answer] { callback(answer); }, Qt::QueuedConnection);
}

void MemorySecretStore::write(
    const QString &id, const QString &secret, Keep, QObject *context, DoneCallback callback)
{
    m_secrets.insert(id, secret);
    QMetaObject::invokeMethod(context, [callback] { callback({}); }, Qt::QueuedConnection);
}

void MemorySecretStore::remove(const QString &id, QObject *context, DoneCallback callback)
{
    m_secrets.remove(id);
    QMetaObject::invokeMethod(context, [callback] { callback({}); }, Qt::QueuedConnection);
}

} // namespace Gatescope
