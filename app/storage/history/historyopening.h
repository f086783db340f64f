// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "sqlstatement.h"

#include <models/result.h>

namespace Gatescope {

/// An open history file, of this program's version.
class OpenHistory
{
public:
    OpenHistory() = default;
    explicit OpenHistory(const QSqlDatabase &database)
        : m_database(database)
    { }

    const QSqlDatabase &database() const { return m_database; }
    bool isOpen() const { return m_database.isOpen(); }
    /// Of statements on it, none may be left. With nobody else at the file, what is in its log goes into it.
    void close();

private:
    QSqlDatabase m_database;
};

struct HistoryOpening
{
    OpenHistory history;
    QString story; ///< what became of a damaged file, in words; may be empty
};

/// Opens or makes the file, which only its owner may read; upgrades an older one after copying it, sets a
/// damaged one aside and saves what can be read of it. Errors: Unsupported (a newer one, or somebody else's,
/// which is not touched: to try again is of no use), FileUnwritable (whatever may be over the next time).
Result<HistoryOpening> openHistory(const QString &fileName);
/// The same for a file that was found damaged while it was open, and that this program has closed: it may be
/// that another one has seen to it by now, or that only the index of words is damaged.
Result<HistoryOpening> openDamagedHistory(const QString &fileName);

/// In words, with what to do.
QString sqlErrorSentence(const QString &fileName, const SqlError &error);

} // namespace Gatescope
