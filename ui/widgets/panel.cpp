// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "panel.h"

#include <ui/theme/paint.h>

#include <QPainter>

namespace Gatescope {

Panel::Panel(Theme::Color fill, Qt::Edges lines, QWidget *parent)
    : QWidget(parent)
    , m_fill(fill)
    , m_lines(lines)
{
    applyFill();
    connect(&Theme::instance(), &Theme::changed, this, &Panel::applyFill);
}

void Panel::setFill(Theme::Color fill)
{
    m_fill = fill;
    applyFill();
}

void Panel::setLines(Qt::Edges lines, Theme::Color role)
{
    m_lines = lines;
    m_lineRole = role;
    update();
}

void Panel::applyFill()
{
    // In the palette, so that flat buttons and scroll bars inside know what they stand on.
    QPalette own;
    own.setColor(QPalette::Window, Theme::instance().color(m_fill));
    setPalette(own);
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::instance().color(m_fill));
    if (m_lines.testFlag(Qt::TopEdge))
        Paint::lineAbove(painter, rect(), m_lineRole);
    if (m_lines.testFlag(Qt::BottomEdge))
        Paint::lineBelow(painter, rect(), m_lineRole);
    if (m_lines.testFlag(Qt::LeftEdge))
        Paint::lineLeft(painter, rect(), m_lineRole);
    if (m_lines.testFlag(Qt::RightEdge))
        Paint::lineRight(painter, rect(), m_lineRole);
}

} // namespace Gatescope
