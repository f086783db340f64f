// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fakehistorystore.h"

#include <models/statsig/requestreading.h>

#include <QTimer>

#include <algorithm>
#include <utility>

namespace Gatescope::Test {

namespace {

HistoryEntry entryOf(const Exchange &exchange)
{
    HistoryEntry entry;
    entry.startedUtc = exchange.startedUtc;
    entry.endpoint = exchange.endpoint;
    entry.connectionId = exchange.connectionId;
    entry.connectionName = exchange.connectionName;
    entry.subject = exchange.subject;
    if (const auto kept = readRequest(exchange.endpoint, exchange.requestBody))
        entry.user = userOf(kept->request).label();
    entry.status = exchange.status;
    if (exchange.error)
        entry.error = exchange.error->code;
    entry.duration = exchange.finished;
    entry.bytesSent = exchange.requestBody.size();
    entry.bytesReceived = exchange.responseBody.size();
    return entry;
}

} // namespace

void FakeHistoryStore::setNotice(const QString &notice)
{
    m_notice = notice;
    Q_EMIT noticeChanged();
}

void FakeHistoryStore::answer(QObject *context, const std::function<void()> &act)
{
    if (m_held)
        m_waiting.append({context, act});
    else
        QTimer::singleShot(0, context, act);
}

void FakeHistoryStore::release()
{
    m_held = false;
    for (const auto &[context, act] : std::exchange(m_waiting, {}))
        if (context)
            act();
}

void FakeHistoryStore::release(int answers)
{
    for (int i = 0; i < answers && !m_waiting.isEmpty(); ++i)
        if (const auto [context, act] = m_waiting.takeFirst(); context)
            act();
}

qint64 FakeHistoryStore::add(HistoryEntry entry, const ExchangePtr &exchange)
{
    entry.id = ++m_lastId;
    m_entries[entry.id] = entry;
    m_exchanges[entry.id] = exchange;
    return entry.id;
}

void FakeHistoryStore::keep(const ExchangePtr &exchange)
{
    const HistoryEntry kept = entry(add(entryOf(*exchange), exchange));
    answer(this, [this, kept] { Q_EMIT this->kept(kept); });
}

bool FakeHistoryStore::matches(const HistoryEntry &entry, const HistoryQuery &query) const
{
    using Outcome = HistoryQuery::Outcome;
    const Exchange &exchange = *m_exchanges.value(entry.id);
    const QString texts =
        QStringList {entry.subject, entry.user, entry.note, entry.connectionName, pathName(entry.endpoint),
            QString::fromUtf8(exchange.requestBody), QString::fromUtf8(exchange.responseBody)}
            .join(QLatin1Char('\n'));
    return !m_hidden.contains(entry.id)
        && (query.outcome == Outcome::Any || (query.outcome == Outcome::Failed) == entry.error.has_value())
        && (query.connectionId.isEmpty() || query.connectionId == entry.connectionId)
        && (!query.onlyPinned || entry.isPinned)
        && std::ranges::all_of(query.text.split(QLatin1Char(' '), Qt::SkipEmptyParts),
            [&texts](const QString &word) { return texts.contains(word, Qt::CaseInsensitive); });
}

HistoryMatches FakeHistoryStore::matching(const HistoryQuery &query) const
{
    HistoryMatches found;
    found.kept = m_entries.size() - m_hidden.size();
    for (const HistoryEntry &entry : m_entries) {
        if (!matches(entry, query))
            continue;
        ++found.total;
        if (query.beforeId == 0 || entry.id < query.beforeId)
            found.entries.prepend(entry);
    }
    found.entries = found.entries.first(std::min<qsizetype>(found.entries.size(), query.limit));
    return found;
}

void FakeHistoryStore::find(const HistoryQuery &query, QObject *context, Callback<HistoryMatches> callback)
{
    m_asked.append(query);
    const quint64 search = m_searches[context] = ++m_lastSearch;
    const Result<HistoryMatches> found =
        m_failure ? Result<HistoryMatches>(std::unexpected(*m_failure)) : matching(query);
    if (m_countsLater && found) {
        HistoryMatches uncounted = *found;
        uncounted.total = uncounted.entries.size();
        uncounted.isCounted = false;
        answer(context, [callback, uncounted] { callback(uncounted); });
    }
    if (m_countsLater && query.beforeId > 0)
        return;
    answer(context, [this, context, search, found, callback = std::move(callback)] {
        if (m_searches.value(context) == search)
            callback(found);
    });
}

void FakeHistoryStore::load(qint64 id, QObject *context, Callback<ExchangePtr> callback)
{
    const ExchangePtr exchange = m_hidden.contains(id) ? nullptr : m_exchanges.value(id);
    answer(context, [exchange, callback = std::move(callback)] {
        callback(exchange ? Result<ExchangePtr>(exchange)
                          : failure(ErrorCode::BadInput, QStringLiteral("It is gone.")));
    });
}

void FakeHistoryStore::names(QObject *context, Callback<QStringList> callback)
{
    QStringList names;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (!m_hidden.contains(entry.key()) && !names.contains(entry->subject))
            names.append(entry->subject);
    }
    answer(context, [names, callback = std::move(callback)] { callback(names); });
}

void FakeHistoryStore::users(
    int, const std::stop_token &stop, QObject *context, Callback<HistoryUsers> callback)
{
    HistoryUsers users;
    for (const ExchangePtr &exchange : std::as_const(m_exchanges)) {
        const auto document = JsonDocument::parse(exchange->requestBody);
        const JsonValue asked = document ? (*document)->root()["user"] : JsonValue();
        if (asked.isObject())
            users.users.prepend(keptUser(asked));
    }
    answer(context, [users, stop, callback = std::move(callback)] {
        callback(stop.stop_requested()
                ? Result<HistoryUsers>(failure(ErrorCode::Cancelled, QStringLiteral("Stopped.")))
                : Result<HistoryUsers>(users));
    });
}

void FakeHistoryStore::setPinned(qint64 id, bool pinned)
{
    m_entries[id].isPinned = pinned;
    answer(this, [this, id] { Q_EMIT changed(entry(id)); });
}

void FakeHistoryStore::setNote(qint64 id, const QString &note)
{
    m_entries[id].note = note;
    answer(this, [this, id] { Q_EMIT changed(entry(id)); });
}

void FakeHistoryStore::remove(const QList<qint64> &ids)
{
    for (const qint64 id : ids)
        m_hidden.insert(id);
    answer(this, [this, ids] { Q_EMIT removed(ids); });
}

void FakeHistoryStore::restore(const QList<qint64> &ids)
{
    for (const qint64 id : ids)
        m_hidden.remove(id);
    answer(this, [this, ids] { Q_EMIT restored(ids); });
}

void FakeHistoryStore::removeAll(QObject *context, Callback<QList<qint64>> callback)
{
    QList<qint64> ids;
    for (const HistoryEntry &entry : std::as_const(m_entries))
        if (!entry.isPinned && !m_hidden.contains(entry.id))
            ids.append(entry.id);
    if (!ids.isEmpty())
        remove(ids);
    answer(context, [ids, callback = std::move(callback)] { callback(ids); });
}

void FakeHistoryStore::forgetRemoved()
{
    for (const qint64 id : std::as_const(m_hidden)) {
        m_entries.remove(id);
        m_exchanges.remove(id);
    }
    m_hidden.clear();
}

} // namespace Gatescope::Test
