// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "railbutton.h"

#include <ui/theme/paint.h>

#include <QPainter>

namespace Gatescope {

RailButton::RailButton(Theme::Icon icon, const QString &word, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(icon)
{
    setText(word);
    setAccessibleName(word);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize RailButton::sizeHint() const
{
    const Theme &theme = Theme::instance();
    QFont font = theme.font(Theme::Font::Small);
    font.setBold(true); // so that becoming current never widens the rail
    const QFontMetrics metrics(font);
    const int width = qMax(theme.scaled(72), metrics.horizontalAdvance(text()) + theme.scaled(8));
    const int height = qMax(theme.scaled(52), theme.scaled(8 + 20 + 4 + 6) + metrics.height());
    return {width + theme.scaled(8), height + theme.scaled(4)};
}

void RailButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    const int margin = theme.scaled(4);
    const QRect face = rect().adjusted(margin, 0, -margin, -margin);
    if (isChecked() || isDown() || underMouse()) {
        const auto fill = isChecked() || isDown() ? Theme::Color::Selection : Theme::Color::Line;
        Paint::box(painter, face, theme.color(fill), {});
    }
    if (isChecked())
        painter.fillRect(0, face.top() + margin, theme.scaled(3), face.height() - 2 * margin,
            theme.color(Theme::Color::Accent));
    if (hasFocus())
        Paint::focusRing(painter, face);

    const auto ink = isChecked() ? Theme::Color::Text : Theme::Color::TextMuted;
    const int side = theme.scaled(20);
    QFont font = theme.font(Theme::Font::Small);
    font.setBold(isChecked());
    const int textHeight = QFontMetrics(font).height();
    const int top = face.top() + (face.height() - side - theme.scaled(4) - textHeight) / 2;
    Paint::icon(painter, QRect(face.left(), top, face.width(), side), m_icon, ink, side);
    painter.setFont(font);
    painter.setPen(theme.color(ink));
    painter.drawText(QRect(face.left(), top + side + theme.scaled(4), face.width(), textHeight),
        Qt::AlignCenter | Qt::TextSingleLine, text());
}

} // namespace Gatescope
