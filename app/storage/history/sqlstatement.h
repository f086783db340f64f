// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <expected>

namespace Gatescope {

/// What stands in the way, for code that branches on it.
enum class SqlFault {
    Busy, ///< another program writes for longer than we wait
    Full, ///< no room on the disk
    Unwritable, ///< the file, or its folder, may not be written, or not be opened at all
    Failing, ///< reading or writing went wrong
    Corrupt, ///< the file is damaged, or no database at all
    Other,
};

struct SqlError
{
    SqlFault fault = SqlFault::Other;
    QString detail; ///< SQLite's words
};

template<class T = void>
using SqlResult = std::expected<T, SqlError>;

/// One statement of SQLite, run as often as wanted with other values.
class SqlStatement
{
public:
    SqlStatement(const QSqlDatabase &database, const QString &sql);
    ~SqlStatement() = default;
    SqlStatement(SqlStatement &&) = default;
    SqlStatement &operator=(SqlStatement &&) = default;
    Q_DISABLE_COPY(SqlStatement)

    /// In their order; an empty text or array is no NULL.
    SqlStatement &bind(const QString &text);
    SqlStatement &bind(const QByteArray &bytes);
    SqlStatement &bind(qint64 number);
    SqlStatement &bind(const QVariant &value); ///< NULL, if invalid

    SqlResult<> run();
    SqlResult<bool> next(); ///< false: there are no more rows

    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    bool isNull(int column) const { return m_query.isNull(column); }
    qint64 lastId() const { return m_query.lastInsertId().toLongLong(); }

private:
    QSqlQuery m_query;
    bool m_isPrepared;
};

SqlError sqlErrorOf(const QSqlError &error);
SqlResult<> runSql(const QSqlDatabase &database, const QString &sql);
/// The first cell of the first row; 0 where there is none.
SqlResult<qint64> sqlNumber(const QSqlDatabase &database, const QString &sql);

/// One step after another, until one fails.
template<class... Steps>
SqlResult<> inTurn(const Steps &...steps)
{
    SqlResult<> result;
    (void)((result = steps(), result.has_value()) && ...);
    return result;
}

/// A transaction that may write, from the start: of two that read first and write then, one would have to
/// give up. Undone unless committed.
class SqlTransaction
{
public:
    explicit SqlTransaction(const QSqlDatabase &database);
    ~SqlTransaction();
    Q_DISABLE_COPY_MOVE(SqlTransaction)

    const SqlResult<> &begun() const { return m_begun; }
    SqlResult<> commit();

private:
    const QSqlDatabase &m_database;
    SqlResult<> m_begun;
    bool m_isOpen;
};

} // namespace Gatescope
