// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sqlstatement.h"

#include <QSqlError>

namespace Gatescope {

namespace {

/// SQLite's result codes; the higher bits tell more than is needed here.
SqlFault faultOf(int code)
{
    switch (code & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
    case 15: // SQLITE_PROTOCOL
        return SqlFault::Busy;
    case 13: // SQLITE_FULL
        return SqlFault::Full;
    case 3: // SQLITE_PERM
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        return SqlFault::Unwritable;
    case 10: // SQLITE_IOERR
        return SqlFault::Failing;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return SqlFault::Corrupt;
    default:
        return SqlFault::Other;
    }
}

} // namespace

SqlError sqlErrorOf(const QSqlError &error)
{
    return {faultOf(error.nativeErrorCode().toInt()),
        error.databaseText() + QStringLiteral(" (SQLite ") + error.nativeErrorCode() + u')'};
}

SqlStatement::SqlStatement(const QSqlDatabase &database, const QString &sql)
    : m_query(database)
{
    m_query.setForwardOnly(true);
    m_isPrepared = m_query.prepare(sql);
}

SqlStatement &SqlStatement::bind(const QString &text)
{
    m_query.addBindValue(text.isNull() ? QLatin1String("") : text);
    return *this;
}

SqlStatement &SqlStatement::bind(const QByteArray &bytes)
{
    m_query.addBindValue(bytes.isNull() ? QByteArray("") : bytes);
    return *this;
}

SqlStatement &SqlStatement::bind(qint64 number)
{
    m_query.addBindValue(number);
    return *this;
}

SqlStatement &SqlStatement::bind(const QVariant &value)
{
    m_query.addBindValue(value);
    return *this;
}

SqlResult<> SqlStatement::run()
{
    if (m_isPrepared && m_query.exec())
        return {};
    return std::unexpected(sqlErrorOf(m_query.lastError()));
}

SqlResult<bool> SqlStatement::next()
{
    if (m_query.next())
        return true;
    if (m_query.lastError().isValid())
        return std::unexpected(sqlErrorOf(m_query.lastError()));
    return false;
}

SqlResult<> runSql(const QSqlDatabase &database, const QString &sql)
{
    return SqlStatement(database, sql).run();
}

SqlResult<qint64> sqlNumber(const QSqlDatabase &database, const QString &sql)
{
    SqlStatement statement(database, sql);
    if (const auto run = statement.run(); !run)
        return std::unexpected(run.error());
    const auto row = statement.next();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement.number(0) : 0;
}

SqlTransaction::SqlTransaction(const QSqlDatabase &database)
    : m_database(database)
    , m_begun(runSql(database, QStringLiteral("BEGIN IMMEDIATE")))
    , m_isOpen(m_begun.has_value())
{ }

SqlTransaction::~SqlTransaction()
{
    if (m_isOpen)
        (void)runSql(m_database, QStringLiteral("ROLLBACK"));
}

SqlResult<> SqlTransaction::commit()
{
    const auto committed = runSql(m_database, QStringLiteral("COMMIT"));
    m_isOpen = !committed;
    return committed;
}

} // namespace Gatescope
