// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "toolcombo.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>

#include <QAbstractItemView>
#include <QPainterPath>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QWheelEvent>

#include <algorithm>

namespace Gatescope {

ToolCombo::ToolCombo(QWidget *parent)
    : QComboBox(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ToolCombo::setFace(const Face &face)
{
    if (face == m_face)
        return;
    m_face = face;
    setToolTip(
        (face.prefix.isEmpty() ? face.text : face.prefix + QLatin1Char(' ') + face.text).toHtmlEscaped());
    updateGeometry();
    update();
}

void ToolCombo::setMaximumContentWidth(int pixels)
{
    m_maximumWidth = pixels;
    updateGeometry();
}

QSize ToolCombo::sizeHint() const
{
    const Theme &theme = Theme::instance();
    const QFontMetrics metrics(theme.font(Theme::Font::BodyStrong));
    return {theme.scaled(m_maximumWidth), qMax(theme.scaled(32), metrics.height() + 10)};
}

QSize ToolCombo::minimumSizeHint() const
{
    return {Theme::instance().scaled(m_maximumWidth * 6 / 10), sizeHint().height()};
}

void ToolCombo::wheelEvent(QWheelEvent *event)
{
    // Scrolling past the bar must not switch to another server.
    event->ignore();
}

void ToolCombo::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);

    QRect line = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    if (m_face.stripe) {
        QPainterPath shape;
        shape.addRoundedRect(rect(), Paint::cornerRadius, Paint::cornerRadius);
        painter.save();
        painter.setClipPath(shape);
        painter.fillRect(0, 0, theme.scaled(4), height(), theme.color(*m_face.stripe));
        painter.restore();
        line.setLeft(line.left() + theme.scaled(4));
    }
    if (m_face.icon) {
        const int side = theme.scaled(16);
        Paint::icon(painter, QRect(line.left(), line.top(), side, line.height()), *m_face.icon,
            Theme::Color::Text, side);
        line.setLeft(line.left() + side + theme.scaled(8));
    }
    if (!m_face.prefix.isEmpty()) {
        painter.setFont(theme.font(Theme::Font::Body));
        painter.setPen(theme.color(Theme::Color::TextMuted));
        painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, m_face.prefix);
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(m_face.prefix) + theme.scaled(6));
    }
    const QFontMetrics suffixMetrics(theme.font(Theme::Font::Label));
    const int suffixWidth =
        m_face.suffix.isEmpty() ? 0 : suffixMetrics.horizontalAdvance(m_face.suffix) + theme.scaled(6);
    painter.setFont(theme.font(m_face.strong ? Theme::Font::BodyStrong : Theme::Font::Body));
    painter.setPen(theme.color(Theme::Color::Text));
    const QString shown = painter.fontMetrics().elidedText(
        Presenter::instance().text(m_face.text), Qt::ElideRight, std::max(0, line.width() - suffixWidth));
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (m_face.suffix.isEmpty())
        return;
    line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(shown) + theme.scaled(6));
    painter.setFont(theme.font(Theme::Font::Label));
    painter.setPen(theme.color(Theme::Color::TextMuted));
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, m_face.suffix);
}

} // namespace Gatescope
