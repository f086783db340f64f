// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "historydatabase.h"
#include "historyopening.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Gatescope {

/// What is done on the history's thread. The file is opened when something is first kept or asked for.
class HistoryWorker : public QObject
{
    Q_OBJECT
public:
    /// Any thread; everything else on the one it is moved to.
    explicit HistoryWorker(const QString &fileName);
    ~HistoryWorker() override;

    void keep(const QList<ExchangePtr> &exchanges, const HistoryLimits &limits);
    Result<HistoryMatches> find(const HistoryQuery &query);
    /// Nothing where it is not wanted any more.
    Result<std::optional<HistoryCounts>> count(const HistoryQuery &query, const StillWanted &isWanted);
    Result<ExchangePtr> load(qint64 id);
    Result<QStringList> names();
    /// Goes on by itself, in turn with all else that is asked, until it is done, stopped or failed.
    void gatherUsers(const std::shared_ptr<HistoryUserGathering> &gathering, const std::stop_token &stop,
        const HistoryStore::Callback<HistoryUsers> &done);
    void setPinned(qint64 id, bool pinned);
    void setNote(qint64 id, const QString &note);
    void remove(const QList<qint64> &ids);
    void restore(const QList<qint64> &ids);
    Result<QList<qint64>> removeAll();
    void forgetRemoved();
    /// Goes on by itself until the limits are kept.
    void removeBeyond(const HistoryLimits &limits);
    /// Tries once more to keep what could not be, forgets what is removed.
    void close();

Q_SIGNALS:
    void kept(const Gatescope::HistoryEntry &entry);
    void changed(const Gatescope::HistoryEntry &entry);
    void removed(const QList<qint64> &ids);
    void restored(const QList<qint64> &ids);
    void noticeChanged(const QString &notice);

private:
    template<class T>
    using Step = std::function<SqlResult<T>(HistoryDatabase &)>;
    /// Opens the file if need be, and sees to it if it turns out to be damaged.
    template<class T>
    Result<T> attempt(const Step<T> &step);
    bool isNothingKept() const;
    Result<> open();
    Result<> repair();
    Result<> take(Result<HistoryOpening> opening);
    void closeFile();
    void keepWaiting();
    void dropBeyondPatience();
    void setObstacle(const QString &obstacle);
    void tellChanged(const Step<std::optional<HistoryEntry>> &step);
    void tellIds(const Step<QList<qint64>> &step, void (HistoryWorker::*signal)(const QList<qint64> &ids));

    QString m_fileName;
    OpenHistory m_file;
    std::optional<HistoryDatabase> m_database;
    std::optional<Error> m_refused; ///< for this run
    std::vector<HistoryRecord> m_waiting; ///< could not be written yet
    QString m_obstacle; ///< why nothing is kept
    QString m_story; ///< what became of a damaged file
};

} // namespace Gatescope
