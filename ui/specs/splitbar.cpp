// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "splitbar.h"

#include <models/evaluation/rulewords.h>
#include <ui/presenter/presenter.h>
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

QString userLabel(int bucket)
{
    return SplitBar::tr("This user %1").arg(QLocale().toString(bucket));
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
    m_userPart = -1;
    m_userBucket.reset();
    describe();
    updateGeometry();
    update();
}

void SplitBar::setUser(int part, std::optional<int> bucket)
{
    m_userPart = part < m_parts.size() ? part : -1;
    m_userBucket = bucket;
    describe();
    update();
}

void SplitBar::describe()
{
    QStringList words;
    for (const SplitPart &part : std::as_const(m_parts))
        words.append(tr("%1 %2").arg(part.name, partShare(part)));
    if (m_userPart >= 0)
        words.append(tr("this user: %1").arg(m_parts[m_userPart].name));
    setAccessibleDescription(words.join(QStringLiteral(", ")));
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
    if (index == m_userPart)
        painter.fillRect(rect, theme.color(Theme::Color::AccentSoft));
    else
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
            nameMetrics.elidedText(Presenter::instance().text(part.name), Qt::ElideRight, nameWidth));
}

/// The limit of each part under its end; one that would touch its neighbour is left out.
void SplitBar::drawLimits(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    painter.setFont(theme.font(Theme::Font::Label));
    painter.setPen(theme.color(Theme::Color::TextMuted));
    const QFontMetrics metrics(painter.font());
    const int top = barHeight() + theme.scaled(4);
    const QRect user = userLabelRect();
    int limit = 0;
    int freeFrom = 0;
    for (qsizetype i = -1; i < m_parts.size(); ++i) {
        limit += i >= 0 ? m_parts[i].size : 0;
        const QString text = QLocale().toString(limit);
        const int textWidth = metrics.horizontalAdvance(text);
        const int centred = limit * width() / splitBuckets - textWidth / 2;
        const int left = std::clamp(centred, 0, std::max(0, width() - textWidth));
        if (left < freeFrom || QRect(left, top, textWidth, metrics.height()).intersects(user))
            continue;
        painter.drawText(QRect(left, top, textWidth, metrics.height()), int(Qt::AlignLeft), text);
        freeFrom = left + textWidth + theme.scaled(8);
    }
}

/// Where "This user 387" stands: right of its mark, or left of it near the end of the bar.
QRect SplitBar::userLabelRect() const
{
    if (!m_userBucket || !m_limits)
        return {};
    const Theme &theme = Theme::instance();
    const QFontMetrics metrics(theme.font(Theme::Font::Label));
    const int textWidth = metrics.horizontalAdvance(userLabel(*m_userBucket)) + 1;
    const int x = *m_userBucket * width() / splitBuckets;
    const int space = theme.scaled(10);
    const int left = x + space + textWidth <= width() ? x + space : x - space - textWidth;
    return {left, barHeight() + theme.scaled(4), textWidth, metrics.height()};
}

void SplitBar::drawUser(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const QColor color = theme.color(Theme::Color::Accent);
    const qreal x = (*m_userBucket + 0.5) * width() / splitBuckets;
    const int side = theme.scaled(10);
    painter.fillRect(QRectF(x - 1, barHeight() - theme.scaled(6), 2, theme.scaled(6)), color);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF({QPointF(x, barHeight()), QPointF(x - side / 2.0, barHeight() + side),
        QPointF(x + side / 2.0, barHeight() + side)}));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(theme.font(Theme::Font::Label));
    painter.setPen(color);
    painter.drawText(userLabelRect(), int(Qt::AlignLeft | Qt::AlignVCenter), userLabel(*m_userBucket));
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
    if (m_limits && m_userBucket)
        drawUser(painter);
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
