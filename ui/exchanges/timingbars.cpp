// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "timingbars.h"

#include <models/items/exchangewords.h>
#include <ui/theme/paint.h>

#include <QPainter>

#include <algorithm>

namespace Gatescope {

TimingBars::TimingBars(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Timing"));
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TimingBars::setExchange(const ExchangePtr &exchange)
{
    m_exchange = exchange;
    m_phases = exchange ? timingPhases(*exchange) : QList<TimingPhase>();
    QStringList rows;
    for (const TimingPhase &phase : std::as_const(m_phases))
        rows << timingPhaseText(phase.kind) + QLatin1Char(' ') + rowText(phase);
    if (exchange)
        rows << tr("Started %1").arg(localAndUtcText(exchange->startedUtc));
    setAccessibleDescription(rows.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QString TimingBars::rowText(const TimingPhase &phase) const
{
    const QString duration = durationText(phase.duration);
    return phase.completed ? duration : tr("%1, then it ended").arg(duration);
}

int TimingBars::rowHeight() const
{
    return Theme::instance().nestedRowHeight();
}

int TimingBars::nameWidth() const
{
    const QFontMetrics metrics(Theme::instance().font(Theme::Font::Body));
    return metrics.horizontalAdvance(timingPhaseText(TimingPhase::Kind::Waiting))
        + Theme::instance().scaled(16);
}

QSize TimingBars::sizeHint() const
{
    const Theme &theme = Theme::instance();
    return {nameWidth() + theme.scaled(320), rowHeight() * int(m_phases.size() + 2) + theme.scaled(24)};
}

void TimingBars::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Theme::Color::Surface));
    if (hasFocus())
        Paint::focusRing(painter, rect());
    if (!m_exchange)
        return;
    const int margin = theme.scaled(16);
    const int textWidth = theme.scaled(160);
    const int barLeft = margin + nameWidth();
    const int barWidth =
        qMax(theme.scaled(60), qMin(theme.scaled(640), width() - barLeft - textWidth - margin));
    const double total = double(qMax<qint64>(1, m_exchange->finished.count()));
    QRect line(margin, theme.scaled(12), width() - 2 * margin, rowHeight());
    const auto write = [&](int left, Theme::Font font, Theme::Color color, const QString &text) {
        painter.setFont(theme.font(font));
        painter.setPen(theme.color(color));
        painter.drawText(line.adjusted(left - margin, 0, 0, 0), Qt::AlignVCenter | Qt::TextSingleLine, text);
    };
    for (const TimingPhase &phase : std::as_const(m_phases)) {
        write(margin, Theme::Font::Body, Theme::Color::Text, timingPhaseText(phase.kind));
        const double start = barWidth * double(phase.start.count()) / total;
        const double length = std::max(2.0, barWidth * double(phase.duration.count()) / total);
        const QRectF bar(barLeft + start, line.top() + line.height() * 0.3, length, line.height() * 0.4);
        painter.fillRect(bar, theme.color(phase.completed ? Theme::Color::Accent : Theme::Color::Error));
        write(barLeft + barWidth + theme.scaled(12), Theme::Font::Mono, Theme::Color::Text, rowText(phase));
        line.translate(0, rowHeight());
    }
    write(margin, Theme::Font::BodyStrong, Theme::Color::Text, tr("Together"));
    write(barLeft + barWidth + theme.scaled(12), Theme::Font::MonoStrong, Theme::Color::Text,
        durationText(m_exchange->finished));
    line.translate(0, rowHeight());
    write(margin, Theme::Font::Label, Theme::Color::TextMuted,
        tr("Started %1").arg(localAndUtcText(m_exchange->startedUtc)));
}

} // namespace Gatescope
