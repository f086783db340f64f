// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historyschema.h"

#include "historydatabase.h"

#include <array>

namespace Gatescope {

namespace {

SqlResult<> runAll(const QSqlDatabase &database, std::initializer_list<const char *> statements)
{
    for (const char *sql : statements) {
        if (const auto run = runSql(database, QString::fromLatin1(sql)); !run)
            return run;
    }
    return {};
}

/// Entries apart from their bodies, so that a page of them reads little. Times in milliseconds since 1970,
/// durations in microseconds.
SqlResult<> createVersion1(const QSqlDatabase &database)
{
    return runAll(database,
        {"CREATE TABLE entries (id INTEGER PRIMARY KEY AUTOINCREMENT, started INTEGER NOT NULL, "
         "endpoint TEXT NOT NULL, connection_id TEXT NOT NULL, connection_name TEXT NOT NULL, "
         "subject TEXT NOT NULL, user TEXT NOT NULL, status INTEGER NOT NULL, error TEXT, "
         "duration INTEGER NOT NULL, sent INTEGER NOT NULL, received INTEGER NOT NULL, "
         "pinned INTEGER NOT NULL DEFAULT 0, note TEXT NOT NULL DEFAULT '')",
            "CREATE TABLE parts (id INTEGER PRIMARY KEY REFERENCES entries(id) ON DELETE CASCADE, "
            "number INTEGER NOT NULL, method BLOB NOT NULL, url TEXT NOT NULL, connected INTEGER NOT NULL, "
            "sent_after INTEGER NOT NULL, first_byte INTEGER NOT NULL, error_message TEXT, "
            "error_detail TEXT, request_headers BLOB NOT NULL, response_headers BLOB NOT NULL, "
            "request_body BLOB NOT NULL, response_body BLOB NOT NULL)",
            "CREATE INDEX entries_started ON entries(started)"});
}

/// What is found by words, and what the whole takes.
SqlResult<> addSearch(const QSqlDatabase &database)
{
    const auto created = runAll(database,
        {"ALTER TABLE entries ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE entries ADD COLUMN words TEXT NOT NULL DEFAULT ''",
            "CREATE VIRTUAL TABLE search USING fts5(words, bodies, content='', columnsize=0, "
            "tokenize='trigram')",
            "CREATE TABLE totals (id INTEGER PRIMARY KEY CHECK (id = 1), entries INTEGER NOT NULL, "
            "bytes INTEGER NOT NULL)"});
    if (!created)
        return created;
    if (const auto filled = HistoryDatabase(database).indexAll(); !filled)
        return filled;
    return runAll(database,
        {"INSERT INTO totals SELECT 1, count(*), coalesce(sum(bytes), 0) FROM entries",
            "CREATE TRIGGER entries_added AFTER INSERT ON entries BEGIN "
            "UPDATE totals SET entries = entries + 1, bytes = bytes + NEW.bytes; END",
            "CREATE TRIGGER entries_removed AFTER DELETE ON entries BEGIN "
            "UPDATE totals SET entries = entries - 1, bytes = bytes - OLD.bytes; END"});
}

constexpr std::array<HistoryMigration, 2> steps {createVersion1, addSearch};

SqlResult<> runStep(const QSqlDatabase &database, int version)
{
    SqlTransaction transaction(database);
    if (!transaction.begun())
        return transaction.begun();
    if (const auto changed = steps.at(size_t(version))(database); !changed)
        return changed;
    const QString stamp = QStringLiteral("PRAGMA user_version = %1").arg(version + 1);
    if (const auto stamped = runSql(database, stamp); !stamped)
        return stamped;
    const QString mark = QStringLiteral("PRAGMA application_id = %1").arg(historyApplicationId);
    if (const auto marked = runSql(database, mark); !marked)
        return marked;
    return transaction.commit();
}

} // namespace

std::span<const HistoryMigration> historyMigrations()
{
    return steps;
}

int historyVersion()
{
    return int(steps.size());
}

SqlResult<> migrateHistory(const QSqlDatabase &database, int from)
{
    for (int version = from; version < historyVersion(); ++version) {
        if (const auto done = runStep(database, version); !done)
            return done;
    }
    return {};
}

} // namespace Gatescope
