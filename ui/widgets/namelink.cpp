// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "namelink.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>

#include <QPainter>

namespace Gatescope {

namespace {

QString linkText(const QString &name)
{
    return name + QStringLiteral("\u203a");
}

} // namespace

NameLink::NameLink(QWidget *parent)
    : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    connect(&Theme::instance(), &Theme::changed, this, &NameLink::applyTheme);
    applyTheme();
}

void NameLink::applyTheme()
{
    setFont(Theme::instance().font(Theme::Font::Mono));
    updateGeometry();
}

QSize NameLink::sizeHint() const
{
    const Theme &theme = Theme::instance();
    return {fontMetrics().horizontalAdvance(linkText(Presenter::instance().text(text()))) + theme.scaled(4),
        std::max(fontMetrics().height() + theme.scaled(4), theme.scaled(24))};
}

void NameLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont face = font();
    face.setUnderline(underMouse());
    painter.setFont(face);
    painter.setPen(Theme::instance().color(Theme::Color::Accent));
    const QString shown =
        fontMetrics().elidedText(linkText(Presenter::instance().text(text())), Qt::ElideMiddle, width());
    painter.drawText(rect(), int(Qt::AlignLeft | Qt::AlignVCenter), shown);
    if (hasFocus())
        Paint::focusRing(painter, rect());
}

} // namespace Gatescope
