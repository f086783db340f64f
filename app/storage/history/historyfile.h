// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/historystore.h>
#include <models/ports/preferences.h>

#include <QHash>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <memory>

namespace Gatescope {

class HistoryWorker;

/// The history as one SQLite file that only its owner can read, on a thread of its own. Two programs at once
/// may use it. removed() tells of entries beyond the limits too. What kept() told is on the disk, whatever
/// happens then to the program or the power.
class HistoryFile : public HistoryStore
{
    Q_OBJECT
public:
    /// In the user's data folder.
    static QString defaultFileName();

    /// The file is made, with its folder, when something is first kept.
    HistoryFile(const Preferences &preferences, const QString &fileName, QObject *parent = nullptr);
    /// Waits for what is to be kept and forgotten; searches are dropped.
    ~HistoryFile() override;

    QString notice() const override { return m_notice; }
    void keep(const ExchangePtr &exchange) override;
    void find(const HistoryQuery &query, QObject *context, Callback<HistoryMatches> callback) override;
    void load(qint64 id, QObject *context, Callback<ExchangePtr> callback) override;
    void names(QObject *context, Callback<QStringList> callback) override;
    void users(
        int most, const std::stop_token &stop, QObject *context, Callback<HistoryUsers> callback) override;
    void setPinned(qint64 id, bool pinned) override;
    void setNote(qint64 id, const QString &note) override;
    void remove(const QList<qint64> &ids) override;
    void restore(const QList<qint64> &ids) override;
    void removeAll(QObject *context, Callback<QList<qint64>> callback) override;
    void forgetRemoved() override;

private:
    struct Batch;
    struct Search
    {
        QPointer<QObject> context;
        Callback<HistoryMatches> callback;
        std::shared_ptr<std::atomic<bool>> isWanted;
    };
    template<class T>
    struct Asked
    {
        QPointer<QObject> context;
        Callback<T> callback;
    };
    template<class T>
    using AskedByNumber = QHash<quint64, Asked<T>>;

    void post(std::function<void(HistoryWorker &)> work);
    void dropSearchesOf(const QObject *context);
    void count(HistoryWorker &worker, const HistoryQuery &query, quint64 number, HistoryMatches matches,
        const std::shared_ptr<std::atomic<bool>> &isWanted); ///< on its thread
    void answerSearch(quint64 number, const Result<HistoryMatches> &found, bool isLast);
    /// Asks the worker, and calls back with its answer unless the context is gone by then.
    template<class T>
    void ask(AskedByNumber<T> &asked, Asked<T> question, std::function<Result<T>(HistoryWorker &)> work);
    template<class T>
    void answer(AskedByNumber<T> &asked, quint64 number, const Result<T> &result);
    void setNotice(const QString &notice);

    const Preferences &m_preferences;
    QThread m_thread;
    HistoryWorker *m_worker; ///< lives on the thread
    std::shared_ptr<Batch> m_batch; ///< may still grow; null: something else was asked since
    QHash<quint64, Search> m_searches;
    AskedByNumber<ExchangePtr> m_loadings;
    AskedByNumber<QStringList> m_nameQuestions;
    AskedByNumber<HistoryUsers> m_userQuestions;
    AskedByNumber<QList<qint64>> m_removals;
    quint64 m_lastNumber = 0;
    QString m_notice;
};

} // namespace Gatescope
