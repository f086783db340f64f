// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "secretschange.h"

#include <utility>

namespace Gatescope {

void SecretsChange::start(SecretStore &store, const QList<SecretChange> &changes, SecretStore::Keep keep,
    QObject *parent, Callback callback)
{
    auto *change = new SecretsChange(store, keep, parent, std::move(callback));
    change->m_waiting = changes;
    change->next();
}

SecretsChange::SecretsChange(SecretStore &store, SecretStore::Keep keep, QObject *parent, Callback callback)
    : QObject(parent)
    , m_store(store)
    , m_keep(keep)
    , m_callback(std::move(callback))
{ }

void SecretsChange::next()
{
    if (m_waiting.isEmpty())
        return finish({});
    const SecretChange change = m_waiting.takeFirst();
    if (m_waiting.isEmpty())
        return apply(change); // nothing after it can fail, so there is no need to know what stood there
    m_store.read(change.id, this, [this, change](const Result<QString> &before) {
        if (!before && before.error().code != ErrorCode::KeyMissing)
            return takeBack(before.error());
        m_before.prepend({change.id, before ? std::optional(*before) : std::nullopt});
        apply(change);
    });
}

void SecretsChange::apply(const SecretChange &change)
{
    const auto done = [this](const Result<> &result) { result ? next() : takeBack(result.error()); };
    if (change.value)
        m_store.write(change.id, *change.value, m_keep, this, done);
    else
        m_store.remove(change.id, this, done);
}

/// A keychain that refuses now may have shut meanwhile: memory then holds what it should.
void SecretsChange::takeBack(const Error &error)
{
    if (m_before.isEmpty())
        return finish(std::unexpected(error));
    const SecretChange before = m_before.takeFirst();
    const auto done = [this, error](const Result<> &) { takeBack(error); };
    if (!before.value)
        return m_store.remove(before.id, this, done);
    m_store.write(before.id, *before.value, SecretStore::Keep::Stored, this,
        [this, before, done](const Result<> &written) {
            if (written)
                done({});
            else
                m_store.write(before.id, *before.value, SecretStore::Keep::ThisRunOnly, this, done);
        });
}

void SecretsChange::finish(const Result<> &result)
{
    m_callback(result);
    deleteLater();
}

} // namespace Gatescope
