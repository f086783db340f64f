// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Gatescope {

/// Does one thing after another, each once what it waits for has come true. UI thread.
class Stepper : public QObject
{
    Q_OBJECT
public:
    struct Step
    {
        QString name; ///< for the message where it never gets ready
        std::function<void()> begin;
        std::function<bool()> isReady; ///< asked whenever the event loop turns
        std::function<void()> end;
    };
    static constexpr std::chrono::seconds patience {30};

    explicit Stepper(QList<Step> steps, QObject *parent = nullptr);
    void start();

Q_SIGNALS:
    /// `stuckAt` names the step that did not get ready in time; empty when all are done.
    void finished(const QString &stuckAt);

private:
    void beginNext();
    void look();

    QList<Step> m_steps;
    qsizetype m_current = -1;
    QElapsedTimer m_sinceBegin;
    QTimer m_look;
};

} // namespace Gatescope
