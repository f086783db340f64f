// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <QRect>

class QPainter;

namespace Gatescope::Paint {

/// design.md: corners 4, chips 12.
inline constexpr qreal cornerRadius = 4;

/// The width in logical pixels of a line that covers whole device pixels: 1 at ratio 1 and 2, 0.8 at 1.25.
qreal hairline(const QPainter &painter);

/// A box with a one-pixel edge inside `rect`. An invalid colour draws nothing.
void box(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &edge,
    qreal radius = cornerRadius);
/// The 2 px focus ring inside the edge of `rect`.
void focusRing(QPainter &painter, const QRectF &rect, qreal radius = cornerRadius,
    Theme::Color role = Theme::Color::FocusRing);

/// \name One-pixel lines on the inner edge of `rect`
/// @{
void lineBelow(QPainter &painter, const QRectF &rect, Theme::Color role);
void lineAbove(QPainter &painter, const QRectF &rect, Theme::Color role);
void lineRight(QPainter &painter, const QRectF &rect, Theme::Color role);
void lineLeft(QPainter &painter, const QRectF &rect, Theme::Color role);
/// @}

/// An icon of `side` centred in `rect`.
void icon(QPainter &painter, const QRect &rect, Theme::Icon id, Theme::Color role, int side = 16);

/// Two colours mixed; `share` of the second.
QColor mixed(const QColor &first, const QColor &second, qreal share);

} // namespace Gatescope::Paint
