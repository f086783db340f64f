// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "stepper.h"

namespace Gatescope {

namespace {
constexpr std::chrono::milliseconds lookInterval {10};
}

Stepper::Stepper(QList<Step> steps, QObject *parent)
    : QObject(parent)
    , m_steps(std::move(steps))
{
    m_look.setInterval(lookInterval);
    connect(&m_look, &QTimer::timeout, this, &Stepper::look);
}

void Stepper::start()
{
    beginNext();
    m_look.start();
}

void Stepper::beginNext()
{
    if (++m_current == m_steps.size()) {
        m_look.stop();
        Q_EMIT finished({});
        return;
    }
    m_sinceBegin.start();
    m_steps.at(m_current).begin();
}

void Stepper::look()
{
    const Step &step = m_steps.at(m_current);
    if (step.isReady()) {
        step.end();
        beginNext();
    } else if (m_sinceBegin.hasExpired(std::chrono::milliseconds(patience).count())) {
        m_look.stop();
        Q_EMIT finished(step.name);
    }
}

} // namespace Gatescope
