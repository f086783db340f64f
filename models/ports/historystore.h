// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/privacy/keptuser.h>
#include <models/statsig/exchange.h>

#include <QObject>

#include <functional>
#include <optional>
#include <stop_token>

namespace Gatescope {

/// An exchange in the history, without its bodies and headers.
struct HistoryEntry
{
    qint64 id = 0; ///< never given twice
    QDateTime startedUtc;
    Endpoint endpoint = Endpoint::CheckGate;
    QString connectionId;
    QString connectionName;
    QString subject; ///< as Exchange::subject
    QString user; ///< label of the user asked about; may be empty
    int status = 0; ///< 0: no answer
    std::optional<ErrorCode> error;
    std::chrono::microseconds duration {-1};
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
    bool isPinned = false; ///< kept whatever its age
    QString note; ///< the user's own words
    bool operator==(const HistoryEntry &) const = default;
};

/// Which entries are wanted; newest first.
struct HistoryQuery
{
    enum class Outcome { Any, Succeeded, Failed };

    QString text; ///< words that subject, user, note, connection, path or bodies all hold; empty: any
    Outcome outcome = Outcome::Any;
    QString connectionId; ///< empty: of any
    bool onlyPinned = false;
    qint64 beforeId = 0; ///< only older than this entry; 0: from the newest
    int limit = 200;
    bool operator==(const HistoryQuery &) const = default;
};

struct HistoryMatches
{
    QList<HistoryEntry> entries; ///< at most the query's limit
    qint64 total = 0; ///< of all that match, whatever the limit; if isCounted
    qint64 kept = 0; ///< of all there are
    bool isCounted = true;
    bool operator==(const HistoryMatches &) const = default;
};

/// Users that exchanges asked about, each once, whoever was asked about last first.
struct HistoryUsers
{
    QList<KeptUser> users;
    bool isCut = false; ///< there are more than were wanted
    bool operator==(const HistoryUsers &) const = default;
};

/// The exchanges of all runs, on disk, without keys and (unless the user chose otherwise) without the values
/// of private attributes. Everything is written and read on a thread of its own, in the order it was asked
/// for. Callbacks come on the UI thread, never from inside the call, and are dropped when `context` dies. UI
/// thread.
class HistoryStore : public QObject
{
    Q_OBJECT
public:
    template<class T>
    using Callback = std::function<void(const Result<T> &)>;

    using QObject::QObject;

    /// Why nothing is kept, or what became of a damaged file, in words; empty: all is well.
    virtual QString notice() const = 0;

    virtual void keep(const ExchangePtr &exchange) = 0; ///< told by kept()
    /// The entries are told as soon as they are found. If it is not known then how many match, because the
    /// limit left some out, they are counted and told of once more; further down (beforeId) nothing is
    /// counted. Starting another search of the same context drops the one before it.
    virtual void find(const HistoryQuery &query, QObject *context, Callback<HistoryMatches> callback) = 0;
    /// The whole exchange, as far as it is kept. Errors: BadInput where it is gone.
    virtual void load(qint64 id, QObject *context, Callback<ExchangePtr> callback) = 0;
    /// The gates, configs, experiments and layers that were asked about by name, each name once: hashes may
    /// be of them.
    virtual void names(QObject *context, Callback<QStringList> callback) = 0;
    /// At most so many users of verdicts and initialize answers; those of events are not among them. Errors:
    /// Cancelled, soon after it was asked to stop.
    virtual void users(
        int most, const std::stop_token &stop, QObject *context, Callback<HistoryUsers> callback) = 0;
    virtual void setPinned(qint64 id, bool pinned) = 0;
    virtual void setNote(qint64 id, const QString &note) = 0;
    /// Hides entries; they are gone for good when the program ends, or when forgetRemoved() is called.
    virtual void remove(const QList<qint64> &ids) = 0;
    virtual void restore(const QList<qint64> &ids) = 0; ///< undoes remove()
    /// But what is pinned; tells which, besides removed().
    virtual void removeAll(QObject *context, Callback<QList<qint64>> callback) = 0;
    virtual void forgetRemoved() = 0;

Q_SIGNALS:
    void kept(const Gatescope::HistoryEntry &entry); ///< it is on disk
    void changed(const Gatescope::HistoryEntry &entry); ///< its pin or note
    void removed(const QList<qint64> &ids);
    void restored(const QList<qint64> &ids);
    void noticeChanged();
};

} // namespace Gatescope
