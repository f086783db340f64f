// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historyusers.h"

#include "packedbytes.h"

#include <limits>

namespace Gatescope {

namespace {

constexpr std::array askingEndpoints {Endpoint::CheckGate, Endpoint::CheckGateMultiple, Endpoint::GetConfig,
    Endpoint::GetExperiment, Endpoint::GetLayer, Endpoint::Initialize};

struct HistoryRequest
{
    qint64 id = 0;
    QByteArray packed;
};

SqlResult<QList<HistoryRequest>> requestsBefore(const QSqlDatabase &database, qint64 id, int most)
{
    static_assert(askingEndpoints.size() == 6); // as many as there are places
    SqlStatement statement(database,
        QStringLiteral(
            "SELECT entries.id, parts.request_body FROM entries JOIN parts ON parts.id = entries.id "
            "WHERE entries.id < ? AND entries.endpoint IN (?, ?, ?, ?, ?, ?) "
            "AND entries.id NOT IN (SELECT id FROM temp.hidden) "
            "ORDER BY entries.id DESC LIMIT ?"));
    statement.bind(id);
    for (const Endpoint endpoint : askingEndpoints)
        statement.bind(pathName(endpoint));
    if (const auto run = statement.bind(qint64(most)).run(); !run)
        return std::unexpected(run.error());
    QList<HistoryRequest> requests;
    for (;;) {
        const auto row = statement.next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return requests;
        requests.append({statement.number(0), statement.bytes(1)});
    }
}

} // namespace

SqlResult<bool> HistoryUserGathering::gatherMore(const QSqlDatabase &database)
{
    const qint64 before = m_beforeId > 0 ? m_beforeId : std::numeric_limits<qint64>::max();
    const auto requests = requestsBefore(database, before, stepSize);
    if (!requests)
        return std::unexpected(requests.error());
    for (const HistoryRequest &request : *requests) {
        m_beforeId = request.id;
        if (!add(request.packed)) {
            m_users.isCut = true;
            return true;
        }
    }
    return requests->size() < stepSize;
}

/// A body that is damaged, left out or about nobody adds nobody.
bool HistoryUserGathering::add(const QByteArray &packedRequest)
{
    const auto body = unpackedBytes(packedRequest);
    const auto document = JsonDocument::parse(body.value_or(QByteArray()));
    const JsonValue asked = document ? (*document)->root()["user"] : JsonValue();
    if (!asked.isObject())
        return true;
    const KeptUser user = keptUser(asked);
    if (const auto known = m_places.constFind(user.json); known != m_places.cend()) {
        KeptUser &same = m_users.users[*known];
        same.lacksPrivate = same.lacksPrivate || user.lacksPrivate;
        return true;
    }
    if (m_users.users.size() >= m_most)
        return false;
    m_places.insert(user.json, m_users.users.size());
    m_users.users.append(user);
    return true;
}

} // namespace Gatescope
