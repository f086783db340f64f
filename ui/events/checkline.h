// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/eventchecks.h>
#include <ui/widgets/panel.h>

class QHBoxLayout;

namespace Gatescope {

class ActionButton;
class StatusText;
class TextLabel;
class VerdictMark;

/// One finding about one event, with the button that solves it.
class CheckLine : public Panel
{
    Q_OBJECT
public:
    explicit CheckLine(QWidget *parent = nullptr);

    /// `positions` of the events it is about, from 1; `eventId` is the first one.
    void setFinding(quint64 eventId, const QList<int> &positions, const EventFinding &finding);

Q_SIGNALS:
    void fixRequested(quint64 eventId, Gatescope::EventProblem problem);

private:
    void applyTheme();

    quint64 m_eventId = 0;
    EventProblem m_problem = EventProblem::NameEmpty;
    QHBoxLayout *m_layout;
    VerdictMark *m_severity;
    TextLabel *m_event;
    StatusText *m_text;
    ActionButton *m_fix;
};

} // namespace Gatescope
