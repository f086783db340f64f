// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkplan.h>

#include <QObject>
#include <QPointer>

#include <functional>

namespace Gatescope {

/// Carries out a list of calls, a few at a time. start → cancel → exactly one finished(). UI thread.
class CheckRun : public QObject
{
    Q_OBJECT
public:
    using Starter = std::function<ApiCall *(const ApiRequest &)>;
    static constexpr int maxCallsAtOnce = 4;

    explicit CheckRun(Starter starter, QObject *parent = nullptr);
    /// Aborts without a signal.
    ~CheckRun() override;

    /// Cancels a run that is under way first.
    void start(const QList<CheckCall> &calls);
    /// Calls not started yet are dropped; those under way are cancelled. Their items get no answer.
    void cancel();
    bool isRunning() const { return m_isRunning; }
    qsizetype itemsDone() const { return m_itemsDone; }
    qsizetype itemsTotal() const { return m_itemsTotal; }

Q_SIGNALS:
    void answered(const Gatescope::CheckItem &item, const Gatescope::CheckAnswer &answer);
    void progress(qsizetype itemsDone, qsizetype itemsTotal);
    void finished(bool cancelled);

private:
    void startNext();
    void take(quint64 run, const CheckCall &call, const ApiOutcome &outcome);
    void finish(bool cancelled);

    Starter m_starter;
    QList<CheckCall> m_waiting;
    QList<QPointer<ApiCall>> m_underWay;
    quint64 m_run = 0; ///< outcomes of earlier runs are dropped
    int m_callsUnderWay = 0;
    qsizetype m_itemsDone = 0;
    qsizetype m_itemsTotal = 0;
    bool m_isRunning = false;
};

} // namespace Gatescope
