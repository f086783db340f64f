// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "paint.h"

#include <QPainter>

#include <cmath>

namespace Gatescope::Paint {

namespace {

qreal deviceRatio(const QPainter &painter)
{
    return painter.device() != nullptr ? painter.device()->devicePixelRatio() : 1.0;
}

} // namespace

qreal hairline(const QPainter &painter)
{
    const qreal ratio = deviceRatio(painter);
    return std::max(1.0, std::floor(ratio)) / ratio;
}

void box(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &edge, qreal radius)
{
    const qreal line = edge.isValid() ? hairline(painter) : 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge.isValid() ? QPen(edge, line) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const QRectF inner = rect.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.drawRoundedRect(inner, radius - line / 2, radius - line / 2);
    painter.restore();
}

void focusRing(QPainter &painter, const QRectF &rect, qreal radius, Theme::Color role)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::instance().color(role), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(
        rect.adjusted(1, 1, -1, -1), std::max(0.0, radius - 1), std::max(0.0, radius - 1));
    painter.restore();
}

void lineBelow(QPainter &painter, const QRectF &rect, Theme::Color role)
{
    const qreal line = hairline(painter);
    painter.fillRect(
        QRectF(rect.left(), rect.bottom() - line, rect.width(), line), Theme::instance().color(role));
}

void lineAbove(QPainter &painter, const QRectF &rect, Theme::Color role)
{
    painter.fillRect(
        QRectF(rect.left(), rect.top(), rect.width(), hairline(painter)), Theme::instance().color(role));
}

void lineRight(QPainter &painter, const QRectF &rect, Theme::Color role)
{
    const qreal line = hairline(painter);
    painter.fillRect(
        QRectF(rect.right() - line, rect.top(), line, rect.height()), Theme::instance().color(role));
}

void lineLeft(QPainter &painter, const QRectF &rect, Theme::Color role)
{
    painter.fillRect(
        QRectF(rect.left(), rect.top(), hairline(painter), rect.height()), Theme::instance().color(role));
}

void icon(QPainter &painter, const QRect &rect, Theme::Icon id, Theme::Color role, int side)
{
    const QPixmap pixmap = Theme::instance().pixmap(id, role, side, deviceRatio(painter));
    painter.drawPixmap(
        QRect(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side),
        pixmap);
}

QColor mixed(const QColor &first, const QColor &second, qreal share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {
        mix(first.red(), second.red()), mix(first.green(), second.green()), mix(first.blue(), second.blue())};
}

} // namespace Gatescope::Paint
