// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "composerstrip.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>

#include <QPainter>

namespace Gatescope {

ComposerStrip::ComposerStrip(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("composerStrip"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setToolTip(tr("Open the composer (Ctrl+Shift+U)"));
    setUserName({});
}

void ComposerStrip::setUserName(const QString &name)
{
    m_userName = name.isEmpty() ? tr("No user yet") : name;
    setAccessibleName(tr("Open the composer, user: %1").arg(m_userName));
    update();
}

void ComposerStrip::setHasWarnings(bool warnings)
{
    m_hasWarnings = warnings;
    setAccessibleDescription(warnings ? tr("The user has warnings") : QString());
    update();
}

QSize ComposerStrip::sizeHint() const
{
    return {Theme::instance().scaled(40), Theme::instance().scaled(160)};
}

void ComposerStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    if (underMouse() || isDown())
        painter.fillRect(rect(), theme.color(Theme::Color::Line));
    if (hasFocus())
        Paint::focusRing(painter, rect());

    const int side = theme.scaled(16);
    const int step = theme.scaled(30);
    int top = theme.scaled(12);
    const auto mark = [&](Theme::Icon icon, Theme::Color color) {
        Paint::icon(painter, QRect(0, top, width(), side), icon, color, side);
        top += step;
    };
    mark(Theme::Icon::ChevronRight, Theme::Color::TextMuted);
    mark(Theme::Icon::User, Theme::Color::Text);
    if (m_hasWarnings)
        mark(Theme::Icon::Warning, Theme::Color::Warning);

    painter.setFont(theme.font(Theme::Font::Label));
    painter.setPen(theme.color(Theme::Color::Text));
    painter.translate(width(), top - theme.scaled(4));
    painter.rotate(90);
    const QRect line(0, 0, qMax(0, height() - top - theme.scaled(8)), width());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(
            Presenter::instance().text(m_userName), Qt::ElideMiddle, line.width()));
}

} // namespace Gatescope
