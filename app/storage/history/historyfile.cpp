// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historyfile.h"

#include "historyworker.h"

#include <QMutex>
#include <QStandardPaths>

namespace Gatescope {

namespace {

constexpr qsizetype mostInBatch = 100;

HistoryLimits limitsOf(const PreferenceValues &values)
{
    return {values.historyMaxBytes, values.historyDays, values.historyKeepsPrivate};
}

} // namespace

/// Exchanges that came one after another share a commit.
struct HistoryFile::Batch
{
    /// False: it has been taken, or is full.
    bool add(const ExchangePtr &exchange)
    {
        const QMutexLocker lock(&mutex);
        if (isTaken || exchanges.size() >= mostInBatch)
            return false;
        exchanges.append(exchange);
        return true;
    }
    QList<ExchangePtr> take()
    {
        const QMutexLocker lock(&mutex);
        isTaken = true;
        return std::exchange(exchanges, {});
    }

    QMutex mutex;
    QList<ExchangePtr> exchanges;
    bool isTaken = false;
};

QString HistoryFile::defaultFileName()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/history.sqlite");
}

HistoryFile::HistoryFile(const Preferences &preferences, const QString &fileName, QObject *parent)
    : HistoryStore(parent)
    , m_preferences(preferences)
    , m_worker(new HistoryWorker(fileName))
{
    m_thread.setObjectName(QStringLiteral("history"));
    m_worker->moveToThread(&m_thread);
    connect(m_worker, &HistoryWorker::kept, this, &HistoryStore::kept);
    connect(m_worker, &HistoryWorker::changed, this, &HistoryStore::changed);
    connect(m_worker, &HistoryWorker::removed, this, &HistoryStore::removed);
    connect(m_worker, &HistoryWorker::restored, this, &HistoryStore::restored);
    connect(m_worker, &HistoryWorker::noticeChanged, this, &HistoryFile::setNotice);
    connect(&preferences, &Preferences::changed, this, [this](const PreferenceValues &values) {
        post([limits = limitsOf(values)](HistoryWorker &worker) { worker.removeBeyond(limits); });
    });
    m_thread.start();
}

HistoryFile::~HistoryFile()
{
    for (const Search &search : std::as_const(m_searches))
        *search.isWanted = false;
    post([](HistoryWorker &worker) {
        worker.close();
        delete &worker;
        QThread::currentThread()->quit();
    });
    m_thread.wait();
}

/// In the order of calls.
void HistoryFile::post(std::function<void(HistoryWorker &)> work)
{
    m_batch.reset();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work = std::move(work)] { work(*worker); }, Qt::QueuedConnection);
}

void HistoryFile::keep(const ExchangePtr &exchange)
{
    const PreferenceValues values = m_preferences.values();
    if (!values.historyOn || (m_batch && m_batch->add(exchange)))
        return;
    const auto batch = std::make_shared<Batch>();
    batch->add(exchange);
    post([batch, limits = limitsOf(values)](HistoryWorker &worker) { worker.keep(batch->take(), limits); });
    m_batch = batch;
}

void HistoryFile::dropSearchesOf(const QObject *context)
{
    m_searches.removeIf([context](QHash<quint64, Search>::iterator it) {
        const bool isDropped = !it->context || it->context == context;
        if (isDropped)
            *it->isWanted = false;
        return isDropped;
    });
}

void HistoryFile::find(const HistoryQuery &query, QObject *context, Callback<HistoryMatches> callback)
{
    Q_ASSERT(context);
    dropSearchesOf(context);
    const quint64 number = ++m_lastNumber;
    const auto isWanted = std::make_shared<std::atomic<bool>>(true);
    m_searches.insert(number, {context, std::move(callback), isWanted});
    post([this, query, number, isWanted](HistoryWorker &worker) {
        if (!*isWanted)
            return;
        const auto found = worker.find(query);
        const bool isLast = !found || found->isCounted || query.beforeId > 0;
        QMetaObject::invokeMethod(
            this, [this, number, found, isLast] { answerSearch(number, found, isLast); },
            Qt::QueuedConnection);
        if (!isLast)
            count(worker, query, number, *found, isWanted);
    });
}

/// After whatever else was asked meanwhile; the entries are shown already.
void HistoryFile::count(HistoryWorker &worker, const HistoryQuery &query, quint64 number,
    HistoryMatches matches, const std::shared_ptr<std::atomic<bool>> &isWanted)
{
    const auto work = [this, &worker, query, number, matches = std::move(matches), isWanted]() mutable {
        const auto counts = worker.count(query, [&isWanted] { return isWanted->load(); });
        if (counts && !*counts)
            return;
        Result<HistoryMatches> counted = std::move(matches);
        if (counts) {
            counted->total = (*counts)->total;
            counted->kept = (*counts)->kept;
            counted->isCounted = true;
        } else {
            counted = std::unexpected(counts.error());
        }
        QMetaObject::invokeMethod(
            this, [this, number, counted] { answerSearch(number, counted, true); }, Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(&worker, work, Qt::QueuedConnection);
}

void HistoryFile::answerSearch(quint64 number, const Result<HistoryMatches> &found, bool isLast)
{
    const auto search = m_searches.find(number);
    if (search == m_searches.end())
        return;
    const Search asked = *search;
    if (isLast)
        m_searches.erase(search);
    if (asked.context)
        asked.callback(found);
}

template<class T>
void HistoryFile::ask(
    AskedByNumber<T> &asked, Asked<T> question, std::function<Result<T>(HistoryWorker &)> work)
{
    Q_ASSERT(question.context);
    const quint64 number = ++m_lastNumber;
    asked.insert(number, std::move(question));
    post([this, &asked, number, work = std::move(work)](HistoryWorker &worker) {
        QMetaObject::invokeMethod(
            this, [this, &asked, number, result = work(worker)] { answer(asked, number, result); },
            Qt::QueuedConnection);
    });
}

template<class T>
void HistoryFile::answer(AskedByNumber<T> &asked, quint64 number, const Result<T> &result)
{
    const Asked<T> answered = asked.take(number);
    if (answered.context)
        answered.callback(result);
}

void HistoryFile::load(qint64 id, QObject *context, Callback<ExchangePtr> callback)
{
    ask<ExchangePtr>(
        m_loadings, {context, std::move(callback)}, [id](HistoryWorker &worker) { return worker.load(id); });
}

void HistoryFile::names(QObject *context, Callback<QStringList> callback)
{
    ask<QStringList>(m_nameQuestions, {context, std::move(callback)},
        [](HistoryWorker &worker) { return worker.names(); });
}

void HistoryFile::users(
    int most, const std::stop_token &stop, QObject *context, Callback<HistoryUsers> callback)
{
    Q_ASSERT(context);
    const quint64 number = ++m_lastNumber;
    m_userQuestions.insert(number, {context, std::move(callback)});
    const auto done = [this, number](const Result<HistoryUsers> &users) {
        QMetaObject::invokeMethod(
            this, [this, number, users] { answer(m_userQuestions, number, users); }, Qt::QueuedConnection);
    };
    post([gathering = std::make_shared<HistoryUserGathering>(most), stop, done](
             HistoryWorker &worker) { worker.gatherUsers(gathering, stop, done); });
}

void HistoryFile::setPinned(qint64 id, bool pinned)
{
    post([=](HistoryWorker &worker) { worker.setPinned(id, pinned); });
}

void HistoryFile::setNote(qint64 id, const QString &note)
{
    post([=](HistoryWorker &worker) { worker.setNote(id, note); });
}

void HistoryFile::remove(const QList<qint64> &ids)
{
    post([=](HistoryWorker &worker) { worker.remove(ids); });
}

void HistoryFile::restore(const QList<qint64> &ids)
{
    post([=](HistoryWorker &worker) { worker.restore(ids); });
}

void HistoryFile::removeAll(QObject *context, Callback<QList<qint64>> callback)
{
    ask<QList<qint64>>(
        m_removals, {context, std::move(callback)}, [](HistoryWorker &worker) { return worker.removeAll(); });
}

void HistoryFile::forgetRemoved()
{
    post([](HistoryWorker &worker) { worker.forgetRemoved(); });
}

void HistoryFile::setNotice(const QString &notice)
{
    if (notice == m_notice)
        return;
    m_notice = notice;
    Q_EMIT noticeChanged();
}

} // namespace Gatescope
