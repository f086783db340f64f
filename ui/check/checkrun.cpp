// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkrun.h"

#include <utility>

namespace Gatescope {

CheckRun::CheckRun(Starter starter, QObject *parent)
    : QObject(parent)
    , m_starter(std::move(starter))
{ }

CheckRun::~CheckRun()
{
    for (const auto &call : std::exchange(m_underWay, {}))
        delete call.data();
}

void CheckRun::start(const QList<CheckCall> &calls)
{
    cancel();
    ++m_run;
    m_waiting = calls;
    m_itemsDone = 0;
    m_itemsTotal = 0;
    for (const CheckCall &call : calls)
        m_itemsTotal += call.items.size();
    m_isRunning = true;
    if (calls.isEmpty())
        return finish(false);
    Q_EMIT progress(0, m_itemsTotal);
    startNext();
}

void CheckRun::startNext()
{
    while (m_callsUnderWay < maxCallsAtOnce && !m_waiting.isEmpty()) {
        const CheckCall next = m_waiting.takeFirst();
        ++m_callsUnderWay;
        ApiCall *call = m_starter(next.request);
        m_underWay.append(call);
        connect(call, &ApiCall::finished, this,
            [this, run = m_run, next](const ApiOutcome &outcome) { take(run, next, outcome); });
    }
}

void CheckRun::take(quint64 run, const CheckCall &call, const ApiOutcome &outcome)
{
    if (run != m_run || !m_isRunning)
        return;
    --m_callsUnderWay;
    m_underWay.removeIf([this](const QPointer<ApiCall> &known) { return !known || known == sender(); });
    m_itemsDone += call.items.size();
    for (const CheckItem &item : call.items)
        Q_EMIT answered(item, answerFor(item, endpointOf(call.request), outcome));
    // A slot may have stopped this run, or begun another.
    if (run != m_run || !m_isRunning)
        return;
    Q_EMIT progress(m_itemsDone, m_itemsTotal);
    if (m_waiting.isEmpty() && m_callsUnderWay == 0)
        finish(false);
    else
        startNext();
}

void CheckRun::cancel()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    ++m_run;
    m_waiting.clear();
    m_callsUnderWay = 0;
    for (const auto &call : std::exchange(m_underWay, {}))
        if (call)
            call->cancel();
    Q_EMIT finished(true);
}

void CheckRun::finish(bool cancelled)
{
    m_isRunning = false;
    m_underWay.clear();
    Q_EMIT finished(cancelled);
}

} // namespace Gatescope
