// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historyworker.h"

#include "packedbytes.h"

#include <QFileInfo>

namespace Gatescope {

namespace {

/// What waits for room on the disk; beyond it the oldest are given up.
constexpr size_t mostWaiting = 1000;
constexpr qint64 mostWaitingBytes = 64LL * 1024 * 1024;

ExchangePtr wholeExchange(const HistoryRecord &record)
{
    auto exchange = std::make_shared<Exchange>(record.exchange);
    const auto requestHeaders = unpackedHeaders(record.requestHeaders);
    const auto responseHeaders = unpackedHeaders(record.responseHeaders);
    const auto requestBody = unpackedBytes(record.requestBody);
    const auto responseBody = unpackedBytes(record.responseBody);
    if (!requestHeaders || !responseHeaders || !requestBody || !responseBody)
        return nullptr;
    exchange->requestHeaders = *requestHeaders;
    exchange->responseHeaders = *responseHeaders;
    exchange->requestBody = *requestBody;
    exchange->responseBody = *responseBody;
    return exchange;
}

} // namespace

HistoryWorker::HistoryWorker(const QString &fileName)
    : m_fileName(fileName)
{ }

HistoryWorker::~HistoryWorker() = default;

bool HistoryWorker::isNothingKept() const
{
    return !m_database && !QFileInfo::exists(m_fileName);
}

Result<> HistoryWorker::open()
{
    if (m_refused)
        return std::unexpected(*m_refused);
    return m_database ? Result<>() : take(openHistory(m_fileName));
}

Result<> HistoryWorker::repair()
{
    const QList<qint64> hidden = m_database->hidden().value_or(QList<qint64>());
    closeFile();
    const auto opened = take(openDamagedHistory(m_fileName));
    if (opened)
        (void)m_database->hide(hidden);
    return opened;
}

Result<> HistoryWorker::take(Result<HistoryOpening> opening)
{
    if (!opening) {
        if (opening.error().code == ErrorCode::Unsupported)
            m_refused = opening.error();
        setObstacle(opening.error().message);
        return std::unexpected(opening.error());
    }
    m_file = opening->history;
    m_database.emplace(m_file.database());
    if (!opening->story.isEmpty())
        m_story = opening->story;
    if (const auto prepared = m_database->prepare(); !prepared) {
        closeFile();
        const QString sentence = sqlErrorSentence(m_fileName, prepared.error());
        setObstacle(sentence);
        return failure(ErrorCode::FileUnreadable, sentence, prepared.error().detail);
    }
    setObstacle({});
    return {};
}

template<class T>
Result<T> HistoryWorker::attempt(const Step<T> &step)
{
    if (const auto opened = open(); !opened)
        return std::unexpected(opened.error());
    SqlResult<T> done = step(*m_database);
    if (!done && done.error().fault == SqlFault::Corrupt) {
        if (const auto repaired = repair(); !repaired)
            return std::unexpected(repaired.error());
        done = step(*m_database);
    }
    if (!done) {
        const QString sentence = sqlErrorSentence(m_fileName, done.error());
        setObstacle(sentence);
        return failure(ErrorCode::FileUnreadable, sentence, done.error().detail);
    }
    if (m_waiting.empty())
        setObstacle({});
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return *std::move(done);
}

void HistoryWorker::setObstacle(const QString &obstacle)
{
    m_obstacle = obstacle;
    Q_EMIT noticeChanged(m_obstacle.isEmpty() ? m_story : m_obstacle);
}

void HistoryWorker::keep(const QList<ExchangePtr> &exchanges, const HistoryLimits &limits)
{
    if (m_refused)
        return;
    for (const ExchangePtr &exchange : exchanges)
        m_waiting.push_back(historyRecord(exchange, limits));
    keepWaiting();
    removeBeyond(limits);
}

void HistoryWorker::keepWaiting()
{
    if (m_waiting.empty())
        return;
    std::vector<HistoryRecord> records = std::exchange(m_waiting, {});
    const auto done = attempt<void>([&records](HistoryDatabase &database) { return database.keep(records); });
    if (!done) {
        m_waiting = std::move(records);
        dropBeyondPatience();
        return;
    }
    for (const HistoryRecord &record : records)
        Q_EMIT kept(record.entry);
}

void HistoryWorker::dropBeyondPatience()
{
    qint64 bytes = 0;
    size_t stay = 0;
    while (stay < m_waiting.size() && stay < mostWaiting) {
        bytes += m_waiting[m_waiting.size() - 1 - stay].bytes();
        if (bytes > mostWaitingBytes)
            break;
        ++stay;
    }
    m_waiting.erase(m_waiting.begin(), m_waiting.end() - std::ptrdiff_t(stay));
}

Result<HistoryMatches> HistoryWorker::find(const HistoryQuery &query)
{
    if (isNothingKept())
        return HistoryMatches();
    return attempt<HistoryMatches>([&query](HistoryDatabase &database) { return database.find(query); });
}

Result<std::optional<HistoryCounts>> HistoryWorker::count(
    const HistoryQuery &query, const StillWanted &isWanted)
{
    if (isNothingKept())
        return std::optional(HistoryCounts());
    return attempt<std::optional<HistoryCounts>>(
        [&](HistoryDatabase &database) { return database.count(query, isWanted); });
}

Result<ExchangePtr> HistoryWorker::load(qint64 id)
{
    const auto gone = [] {
        return failure(
            ErrorCode::BadInput, HistoryStore::tr("This exchange is not in the history any more."));
    };
    if (isNothingKept())
        return gone();
    const auto record = attempt<std::optional<HistoryRecord>>(
        [id](HistoryDatabase &database) { return database.record(id); });
    if (!record)
        return std::unexpected(record.error());
    if (!*record)
        return gone();
    ExchangePtr exchange = wholeExchange(**record);
    if (!exchange)
        return failure(ErrorCode::FileUnreadable,
            HistoryStore::tr("This exchange cannot be read: its part of the history file is damaged."));
    return exchange;
}

Result<QStringList> HistoryWorker::names()
{
    if (isNothingKept())
        return QStringList();
    return attempt<QStringList>([](HistoryDatabase &database) { return database.names(); });
}

void HistoryWorker::gatherUsers(const std::shared_ptr<HistoryUserGathering> &gathering,
    const std::stop_token &stop, const HistoryStore::Callback<HistoryUsers> &done)
{
    if (stop.stop_requested())
        return done(failure(ErrorCode::Cancelled, HistoryStore::tr("Stopped.")));
    const auto isLast = isNothingKept()
        ? Result<bool>(true)
        : attempt<bool>([&gathering](HistoryDatabase &database) { return database.gatherMore(*gathering); });
    if (!isLast)
        return done(std::unexpected(isLast.error()));
    if (*isLast)
        return done(gathering->users());
    QMetaObject::invokeMethod(this, [=, this] { gatherUsers(gathering, stop, done); }, Qt::QueuedConnection);
}

void HistoryWorker::tellChanged(const Step<std::optional<HistoryEntry>> &step)
{
    if (const auto entry = attempt(step); entry && *entry)
        Q_EMIT changed(**entry);
}

void HistoryWorker::setPinned(qint64 id, bool pinned)
{
    tellChanged([=](HistoryDatabase &database) { return database.setPinned(id, pinned); });
}

void HistoryWorker::setNote(qint64 id, const QString &note)
{
    tellChanged([=](HistoryDatabase &database) { return database.setNote(id, note); });
}

void HistoryWorker::tellIds(
    const Step<QList<qint64>> &step, void (HistoryWorker::*signal)(const QList<qint64> &ids))
{
    if (isNothingKept())
        return;
    if (const auto ids = attempt(step); ids && !ids->isEmpty())
        Q_EMIT(this->*signal)(*ids);
}

void HistoryWorker::remove(const QList<qint64> &ids)
{
    tellIds([&ids](HistoryDatabase &database) { return database.hide(ids); }, &HistoryWorker::removed);
}

void HistoryWorker::restore(const QList<qint64> &ids)
{
    tellIds([&ids](HistoryDatabase &database) { return database.restore(ids); }, &HistoryWorker::restored);
}

Result<QList<qint64>> HistoryWorker::removeAll()
{
    if (isNothingKept())
        return QList<qint64>();
    const auto ids = attempt<QList<qint64>>([](HistoryDatabase &database) { return database.hideAll(); });
    if (ids && !ids->isEmpty())
        Q_EMIT removed(*ids);
    return ids;
}

void HistoryWorker::forgetRemoved()
{
    if (m_database)
        (void)attempt<void>([](HistoryDatabase &database) { return database.forgetHidden(); });
}

void HistoryWorker::removeBeyond(const HistoryLimits &limits)
{
    if (isNothingKept() || m_refused || !m_obstacle.isEmpty())
        return;
    const auto ids = attempt<QList<qint64>>([&limits](HistoryDatabase &database) {
        return database.removeBeyond(limits, QDateTime::currentDateTimeUtc());
    });
    if (!ids || ids->isEmpty())
        return;
    Q_EMIT removed(*ids);
    QMetaObject::invokeMethod(this, [this, limits] { removeBeyond(limits); }, Qt::QueuedConnection);
}

void HistoryWorker::closeFile()
{
    m_database.reset();
    m_file.close();
}

void HistoryWorker::close()
{
    keepWaiting();
    forgetRemoved();
    closeFile();
}

} // namespace Gatescope
