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
    if (m_keep == SecretStore::Keep::ThisRunOnly)
        return apply(change);
    m_store.read(change.id, this, [this, change](const Result<QString> &before) {
        if (!before && before.error().code != ErrorCode::KeyMissing)
            return takeBack(before.error());
        m_before.prepend({{change.id, before ? std::optional(*before) : std::nullopt},
            m_store.isThisRunOnly(change.id) ? SecretStore::Keep::ThisRunOnly : SecretStore::Keep::Stored});
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

/// The one that failed, too: a keychain that was given up on may still do it. One that refuses now has shut
/// meanwhile: memory then holds what it should.
void SecretsChange::takeBack(const Error &error)
{
    if (m_before.isEmpty())
        return finish(std::unexpected(error));
    const auto [before, keep] = m_before.takeFirst();
    const auto done = [this, error](const Result<> &) { takeBack(error); };
    if (!before.value)
        return m_store.remove(before.id, this, done);
    m_store.write(
        before.id, *before.value, keep, this, [this, before = before, done](const Result<> &written) {
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
