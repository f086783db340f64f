// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "historyexchanges.h"

#include <app/storage/history/historyfile.h>
#include <tests/support/fakeports.h>

#include <QEventLoop>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

namespace Gatescope::Test {

inline constexpr int historyPatience = 30000;

inline HistoryQuery searchFor(const QString &text)
{
    HistoryQuery query;
    query.text = text;
    return query;
}

/// A history that answers at once: each call waits for its signal or callback.
class HistoryBench
{
public:
    explicit HistoryBench(const QString &fileName)
        : m_fileName(fileName)
    {
        open();
    }

    FakePreferences preferences;

    void open() { m_store = std::make_unique<HistoryFile>(preferences, m_fileName); }
    void close() { m_store.reset(); }
    HistoryFile *operator->() const { return m_store.get(); }
    HistoryFile &store() const { return *m_store; }
    const QString &fileName() const { return m_fileName; }

    /// An entry without an id, if it is not kept in time.
    HistoryEntry keep(const ExchangePtr &exchange) const { return keepAll({exchange}).value(0); }
    QList<HistoryEntry> keepAll(const QList<ExchangePtr> &exchanges) const
    {
        const QSignalSpy kept(m_store.get(), &HistoryStore::kept);
        for (const ExchangePtr &exchange : exchanges)
            m_store->keep(exchange);
        QList<HistoryEntry> entries;
        QEventLoop waiting;
        QObject::connect(m_store.get(), &HistoryStore::kept, &waiting, [&] {
            if (kept.size() >= exchanges.size())
                waiting.quit();
        });
        if (runFor(waiting))
            for (const QList<QVariant> &each : kept)
                entries.append(each[0].value<HistoryEntry>());
        return entries;
    }
    Result<HistoryMatches> find(const HistoryQuery &query = {}) const
    {
        return wait<HistoryMatches>([&](QObject *context, const auto &take) {
            m_store->find(query, context, [&query, take](const Result<HistoryMatches> &found) {
                if (!found || found->isCounted || query.beforeId > 0)
                    take(found);
            });
        });
    }
    Result<HistoryMatches> find(const QString &text) const { return find(searchFor(text)); }
    /// Of what matches, newest first.
    QByteArrayList subjects(const HistoryQuery &query = {}) const
    {
        QByteArrayList subjects;
        const auto found = find(query);
        for (const HistoryEntry &entry : found ? found->entries : QList<HistoryEntry>())
            subjects.append(entry.subject.toUtf8());
        return subjects;
    }
    Result<ExchangePtr> load(qint64 id) const
    {
        return wait<ExchangePtr>(
            [&](QObject *context, const auto &take) { m_store->load(id, context, take); });
    }
    QList<qint64> removeAll() const
    {
        return wait<QList<qint64>>([&](QObject *context, const auto &take) {
            m_store->removeAll(context, take);
        }).value_or(QList<qint64>());
    }
    QStringList names() const
    {
        return wait<QStringList>([&](QObject *context, const auto &take) {
            m_store->names(context, take);
        }).value_or(QStringList());
    }
    Result<HistoryUsers> users(int most = 100, const std::stop_token &stop = {}) const
    {
        return wait<HistoryUsers>(
            [&](QObject *context, const auto &take) { m_store->users(most, stop, context, take); });
    }
    /// Until all that was asked before has been done.
    void settle() const { (void)load(-1); }

private:
    /// False: it was not quit in time. Turning by itself, it answers sooner than a look now and then.
    static bool runFor(QEventLoop &waiting)
    {
        QTimer::singleShot(3 * historyPatience, &waiting, [&waiting] { waiting.exit(1); });
        return waiting.exec() == 0;
    }
    template<class T, class Ask>
    Result<T> wait(const Ask &ask) const
    {
        QEventLoop waiting;
        std::optional<Result<T>> answer;
        ask(&waiting, HistoryStore::Callback<T>([&](const Result<T> &given) {
            answer = given;
            waiting.quit();
        }));
        return runFor(waiting) && answer ? *answer : failure(ErrorCode::Timeout, QStringLiteral("no answer"));
    }

    QString m_fileName;
    std::unique_ptr<HistoryFile> m_store;
};

/// Statements on the file itself, beside the program; the first cell of the last one's first row.
inline QVariant sqlOn(const QString &fileName, const QStringList &statements)
{
    QVariant cell;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("beside"));
        database.setDatabaseName(fileName);
        if (!database.open())
            qWarning("%s", qPrintable(database.lastError().text()));
        QSqlQuery query(database);
        for (const QString &statement : statements) {
            if (!query.exec(statement))
                qWarning("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        }
        if (query.next())
            cell = query.value(0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("beside"));
    return cell;
}

} // namespace Gatescope::Test
