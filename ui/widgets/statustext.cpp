// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "statustext.h"

#include "plaintooltip.h"

#include <ui/presenter/presenter.h>

#include <QPainter>

namespace Gatescope {

StatusText::StatusText(Theme::Font font, Theme::Color color, QWidget *parent)
    : QWidget(parent)
    , m_font(font)
    , m_color(color)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &StatusText::applyTheme);
    connect(&Presenter::instance(), &Presenter::changed, this, &StatusText::showText);
}

void StatusText::setText(const QString &text)
{
    if (text == m_given)
        return;
    m_given = text;
    showText();
}

void StatusText::showText()
{
    m_text = Presenter::instance().text(m_given);
    setAccessibleName(m_text);
    updateToolTip();
    updateGeometry();
    update();
}

void StatusText::setColorRole(Theme::Color color)
{
    m_color = color;
    update();
}

void StatusText::setElideMode(Qt::TextElideMode mode)
{
    m_elide = mode;
    update();
}

QSize StatusText::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(m_text) + 1, metrics.height()};
}

QSize StatusText::minimumSizeHint() const
{
    return {0, QFontMetrics(font()).height()};
}

void StatusText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Theme::instance().color(isEnabled() ? m_color : Theme::Color::TextDisabled));
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
        fontMetrics().elidedText(m_text, m_elide, width()));
}

void StatusText::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateToolTip();
}

void StatusText::applyTheme()
{
    setFont(Theme::instance().font(m_font));
    updateGeometry();
    update();
}

void StatusText::updateToolTip()
{
    const bool elided = fontMetrics().horizontalAdvance(m_text) > width();
    setToolTip(elided ? plainToolTip(m_text) : QString());
}

} // namespace Gatescope
