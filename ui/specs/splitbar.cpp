// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "splitbar.h"

#include <models/evaluation/rulewords.h>
#include <ui/theme/paint.h>
#include <ui/widgets/plaintooltip.h>

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace Gatescope {

namespace {

constexpr int splitBuckets = 1000;

QString partShare(const SplitPart &part)
{
    return percentWords(part.size * 100.0 / splitBuckets);
}

} // namespace

SplitBar::SplitBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Split"));
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

void SplitBar::setParts(const QList<SplitPart> &parts, bool limits)
{
    m_parts = parts;
    m_limits = limits;
    QStringList words;
    for (const SplitPart &part : parts)
        words.append(tr("%1 %2").arg(part.name, partShare(part)));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int SplitBar::barHeight() const
{
    return Theme::instance().scaled(32);
}

QSize SplitBar::sizeHint() const
{
    const Theme &theme = Theme::instance();
    const int labels = m_limits ? QFontMetrics(theme.font(Theme::Font::Label)).height() + theme.scaled(4) : 0;
    return {theme.scaled(400), barHeight() + labels};
}

QSize SplitBar::minimumSizeHint() const
{
    return {Theme::instance().scaled(120), sizeHint().height()};
}

QRect SplitBar::partRect(qsizetype index) const
{
    int from = 0;
    for (qsizetype i = 0; i < index; ++i)
        from += m_parts[i].size;
    const int left = from * width() / splitBuckets;
    const int right = (from + m_parts[index].size) * width() / splitBuckets;
    return {left, 0, right - left, barHeight()};
}

void SplitBar::drawPart(QPainter &painter, qsizetype index) const
{
    const Theme &theme = Theme::instance();
    const SplitPart &part = m_parts[index];
    const QRect rect = partRect(index);
    const Theme::Color fill =
        part.isRest || index % 2 == 0 ? Theme::Color::Background : Theme::Color::Surface;
    painter.fillRect(rect, theme.color(part.isRest ? Theme::Color::Surface : fill));
    if (part.isRest)
        painter.fillRect(rect, QBrush(theme.color(Theme::Color::Border), Qt::BDiagPattern));
    if (index > 0)
        Paint::lineLeft(painter, rect, Theme::Color::ControlBorder);

    const int margin = theme.scaled(10);
    const QString share = partShare(part);
    const QFontMetrics bodyMetrics(theme.font(Theme::Font::Body));
    const QRect inner = rect.adjusted(margin, 0, -margin, 0);
    const int shareWidth = bodyMetrics.horizontalAdvance(share);
    const int nameWidth = inner.width() - shareWidth - margin;
    painter.setPen(theme.color(part.isRest ? Theme::Color::TextMuted : Theme::Color::Text));
    painter.setFont(theme.font(Theme::Font::Body));
    if (shareWidth <= inner.width())
        painter.drawText(
            inner, int(Qt::AlignVCenter | (nameWidth > margin ? Qt::AlignRight : Qt::AlignHCenter)), share);
    painter.setFont(theme.font(part.isRest ? Theme::Font::Body : Theme::Font::BodyStrong));
    const QFontMetrics nameMetrics(painter.font());
    if (nameWidth > margin)
        painter.drawText(inner, int(Qt::AlignVCenter | Qt::AlignLeft),
            nameMetrics.elidedText(part.name, Qt::ElideRight, nameWidth));
}

/// The limit of each part under its end; one that would touch its neighbour is left out.
void SplitBar::drawLimits(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    painter.setFont(theme.font(Theme::Font::Label));
    painter.setPen(theme.color(Theme::Color::TextMuted));
    const QFontMetrics metrics(painter.font());
    const int top = barHeight() + theme.scaled(4);
    int limit = 0;
    int freeFrom = 0;
    for (qsizetype i = -1; i < m_parts.size(); ++i) {
        limit += i >= 0 ? m_parts[i].size : 0;
        const QString text = QLocale().toString(limit);
        const int textWidth = metrics.horizontalAdvance(text);
        const int centred = limit * width() / splitBuckets - textWidth / 2;
        const int left = std::clamp(centred, 0, std::max(0, width() - textWidth));
        if (left < freeFrom)
            continue;
        painter.drawText(QRect(left, top, textWidth, metrics.height()), int(Qt::AlignLeft), text);
        freeFrom = left + textWidth + theme.scaled(8);
    }
}

void SplitBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        drawPart(painter, i);
    const QRectF bar(0, 0, width(), barHeight());
    Paint::box(painter, bar, {}, Theme::instance().color(Theme::Color::ControlBorder), 0);
    if (m_limits)
        drawLimits(painter);
}

bool SplitBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        if (partRect(i).contains(help->pos())) {
            const QString size =
                tr("%1: %2 of 1,000 buckets").arg(m_parts[i].name, QLocale().toString(m_parts[i].size));
            QToolTip::showText(help->globalPos(), plainToolTip(size), this);
        }
    return true;
}

} // namespace Gatescope
