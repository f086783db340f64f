// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sqlstatement.h"

#include <models/ports/historystore.h>

#include <QHash>

namespace Gatescope {

/// The users asked about, gathered from the newest exchange back, some exchanges at a time: whoever else
/// wants something of the history is served in between. One thread.
class HistoryUserGathering
{
public:
    explicit HistoryUserGathering(int most)
        : m_most(most)
    { }

    /// Exchanges a step.
    static constexpr int stepSize = 200;

    /// One step; true: it was the last. One that failed can be done again.
    SqlResult<bool> gatherMore(const QSqlDatabase &database);
    const HistoryUsers &users() const { return m_users; }

private:
    bool add(const QByteArray &packedRequest); ///< false: there was no room

    int m_most;
    qint64 m_beforeId = 0; ///< 0: nothing has been read
    QHash<QByteArray, qsizetype> m_places; ///< in the list, by the user's JSON
    HistoryUsers m_users;
};

} // namespace Gatescope
