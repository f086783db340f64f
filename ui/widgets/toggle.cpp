// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "toggle.h"

#include <ui/theme/paint.h>

#include <QPainter>

namespace Gatescope {

Toggle::Toggle(const QString &accessibleName, QWidget *parent)
    : QCheckBox(parent)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

QSize Toggle::sizeHint() const
{
    const Theme &theme = Theme::instance();
    return {theme.scaled(36), theme.scaled(24)};
}

void Toggle::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    const int trackHeight = theme.scaled(16);
    const int trackWidth = theme.scaled(32);
    const QRectF track((width() - trackWidth) / 2, (height() - trackHeight) / 2, trackWidth, trackHeight);
    const qreal radius = trackHeight / 2.0;
    const bool on = isChecked();
    QPainter painter(this);
    const QColor edge = theme.color(!isEnabled() ? Theme::Color::Border
            : on                                 ? Theme::Color::Accent
                                                 : Theme::Color::TextMuted);
    Paint::box(painter, track, on && isEnabled() ? edge : theme.color(Theme::Color::Surface), edge, radius);
    const qreal inset = theme.scaled(3);
    const qreal knob = trackHeight - 2 * inset;
    const bool atRight = on != (layoutDirection() == Qt::RightToLeft);
    const qreal x = atRight ? track.right() - inset - knob : track.left() + inset;
    const QColor knobColor = on && isEnabled() ? theme.color(Theme::Color::AccentText) : edge;
    Paint::box(painter, QRectF(x, track.top() + inset, knob, knob), knobColor, {}, knob / 2);
    if (hasFocus())
        Paint::focusRing(painter, rect());
}

} // namespace Gatescope
