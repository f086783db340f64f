// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkline.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>
#include <ui/widgets/verdictmark.h>

#include <QHBoxLayout>

namespace Gatescope {

namespace {

Mark severityMark(EventSeverity severity)
{
    switch (severity) {
    case EventSeverity::Blocks:
        return Marks::error(CheckLine::tr("Blocks"));
    case EventSeverity::Warning:
        return Marks::warning(CheckLine::tr("Warning"));
    case EventSeverity::Note:
        return {Theme::Icon::Info, Theme::Color::TextMuted, CheckLine::tr("Note")};
    }
    Q_UNREACHABLE();
}

} // namespace

CheckLine::CheckLine(QWidget *parent)
    : Panel(Theme::Color::Surface, {}, parent)
    , m_layout(new QHBoxLayout(this))
    , m_severity(new VerdictMark)
    , m_event(new TextLabel(Theme::Font::Body, Theme::Color::TextMuted))
    , m_text(new StatusText(Theme::Font::Body, Theme::Color::Text))
    , m_fix(new ActionButton(QString()))
{
    setLines(Qt::BottomEdge, Theme::Color::Line);
    m_fix->setSmall(true);
    m_layout->addWidget(m_severity);
    m_layout->addWidget(m_event);
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(m_fix);
    connect(m_fix, &ActionButton::clicked, this, [this] { Q_EMIT fixRequested(m_eventId, m_problem); });
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &CheckLine::applyTheme);
}

void CheckLine::setFinding(quint64 eventId, const QList<int> &positions, const EventFinding &finding)
{
    m_eventId = eventId;
    m_problem = finding.problem;
    m_severity->setMark(severityMark(finding.severity));
    QStringList events;
    for (const int position : positions)
        events << QString::number(position);
    const QString which =
        (events.size() == 1 ? tr("Event %1") : tr("Events %1")).arg(events.join(QStringLiteral(", ")));
    m_event->setText(events.size() == 1 ? which : tr("%1 events").arg(events.size()));
    m_event->setToolTip(which);
    m_text->setText(finding.text);
    m_fix->setText(finding.fix);
    m_fix->setVisible(!finding.fix.isEmpty());
    m_fix->setAccessibleName(QStringLiteral("%1: %2").arg(finding.fix, which));
    setAccessibleName(QStringLiteral("%1, %2: %3").arg(m_severity->mark().word, which, finding.text));
}

void CheckLine::applyTheme()
{
    const Theme &theme = Theme::instance();
    m_layout->setContentsMargins(theme.scaled(16), 0, theme.scaled(16), 0);
    m_layout->setSpacing(theme.scaled(12));
    m_severity->setMinimumWidth(theme.scaled(84));
    m_event->setMinimumWidth(theme.scaled(64));
    setFixedHeight(theme.scaled(32));
}

} // namespace Gatescope
