// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/historystore.h>

#include <QMap>
#include <QPointer>
#include <QSet>

namespace Gatescope::Test {

/// A history in memory, answering on the next turn of the event loop or, while held, when release() is
/// called.
class FakeHistoryStore : public HistoryStore
{
public:
    void setNotice(const QString &notice);
    /// Every search fails so from now on; none: they are answered.
    void setFailure(const std::optional<Error> &error) { m_failure = error; }
    void countLater() { m_countsLater = true; } ///< the answer after the one with the entries
    void hold() { m_held = true; }
    void release();
    void release(int answers); ///< so many; the others stay held
    /// Adds one without telling, as an earlier run has left it; returns its id.
    qint64 add(HistoryEntry entry, const ExchangePtr &exchange = std::make_shared<Exchange>());
    const QList<HistoryQuery> &asked() const { return m_asked; }
    HistoryEntry entry(qint64 id) const { return m_entries.value(id); }
    bool isForgotten(qint64 id) const { return !m_entries.contains(id); }

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
    void answer(QObject *context, const std::function<void()> &act);
    HistoryMatches matching(const HistoryQuery &query) const;
    bool matches(const HistoryEntry &entry, const HistoryQuery &query) const;

    QString m_notice;
    std::optional<Error> m_failure;
    QMap<qint64, HistoryEntry> m_entries;
    QMap<qint64, ExchangePtr> m_exchanges;
    QSet<qint64> m_hidden;
    QList<HistoryQuery> m_asked;
    QMap<QObject *, quint64> m_searches; ///< the last of each context
    QList<std::pair<QPointer<QObject>, std::function<void()>>> m_waiting;
    quint64 m_lastSearch = 0;
    qint64 m_lastId = 0;
    bool m_held = false;
    bool m_countsLater = false;
};

} // namespace Gatescope::Test
