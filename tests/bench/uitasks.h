// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "measure.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QThread>
#include <QTimer>

#include <algorithm>

/// Measures what each event takes on the UI thread, with all that is done for it there; and, by the wall
/// clock, how long a timer of 2 ms is kept waiting.
class MeasuredApplication : public QApplication
{
public:
    struct Longest
    {
        double working = 0; ///< ms of the thread's CPU time, of tasks that paint nothing
        double painting = 0; ///< of those that do
        double beat = 0; ///< ms between two beats
        QByteArray workingFor; ///< which event, to whom
        QByteArray paintingFor;
    };

    MeasuredApplication(int &argc, char **argv)
        : QApplication(argc, argv)
    {
        m_heart.setTimerType(Qt::PreciseTimer);
        connect(&m_heart, &QTimer::timeout, this, [this] {
            m_longest.beat = std::max(m_longest.beat, double(m_sinceBeat.nsecsElapsed()) / 1e6);
            m_sinceBeat.start();
        });
        m_sinceBeat.start();
        m_heart.start(2);
    }

    /// What was longest since it was last asked.
    Longest takeLongest()
    {
        m_sinceBeat.start();
        return std::exchange(m_longest, {});
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        if (m_depth++ == 0) {
            m_paints = false;
            m_for = receiver->metaObject()->className() + QByteArray(", event ")
                + QByteArray::number(int(event->type()));
            m_start = threadCpuTime();
        }
        m_paints |= event->type() == QEvent::Paint;
        const bool isDone = QApplication::notify(receiver, event);
        if (--m_depth == 0)
            keep(double((threadCpuTime() - m_start).count()) / 1e6);
        return isDone;
    }

private:
    void keep(double milliseconds)
    {
        double &longest = m_paints ? m_longest.painting : m_longest.working;
        if (milliseconds <= longest)
            return;
        longest = milliseconds;
        (m_paints ? m_longest.paintingFor : m_longest.workingFor) = m_for;
    }

    QTimer m_heart;
    QElapsedTimer m_sinceBeat;
    Longest m_longest;
    QByteArray m_for;
    std::chrono::nanoseconds m_start {};
    int m_depth = 0;
    bool m_paints = false;
};
