// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tagflow.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace Gatescope {

TagFlow::TagFlow(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_accessibleName(accessibleName)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&Theme::instance(), &Theme::changed, this, &TagFlow::applyTheme);
    applyTheme();
}

void TagFlow::setTags(const QStringList &tags)
{
    m_tags = tags;
    setAccessibleName(m_accessibleName);
    setAccessibleDescription(tags.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void TagFlow::applyTheme()
{
    setFont(Theme::instance().font(Theme::Font::Mono));
    updateGeometry();
    update();
}

int TagFlow::boxHeight() const
{
    return fontMetrics().height() + Theme::instance().scaled(4);
}

QList<TagFlow::Box> TagFlow::boxes(int width) const
{
    const Theme &theme = Theme::instance();
    const int gap = theme.scaled(6);
    QStringList shown = m_tags.mid(0, maxShown);
    if (m_tags.size() > maxShown)
        shown << tr("%1 more").arg(locale().toString(m_tags.size() - maxShown));
    QList<Box> result;
    QPoint pen;
    for (const QString &given : std::as_const(shown)) {
        const QString tag = Presenter::instance().text(given);
        const int wanted = fontMetrics().horizontalAdvance(tag) + 2 * gap + 2;
        const int taken = qMin(wanted, qMax(width, 1));
        if (pen.x() > 0 && pen.x() + taken > width)
            pen = {0, pen.y() + boxHeight() + gap};
        result.append({QRect(pen, QSize(taken, boxHeight())), tag});
        pen.rx() += taken + gap;
    }
    return result;
}

int TagFlow::heightForWidth(int width) const
{
    const QList<Box> all = boxes(width);
    return all.isEmpty() ? 0 : all.constLast().place.bottom() + 1;
}

QSize TagFlow::sizeHint() const
{
    const int width = Theme::instance().scaled(240);
    return {width, heightForWidth(width)};
}

QSize TagFlow::minimumSizeHint() const
{
    return {Theme::instance().scaled(80), m_tags.isEmpty() ? 0 : boxHeight()};
}

void TagFlow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    for (const Box &box : boxes(width())) {
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), box.place);
        Paint::box(painter, place, theme.color(Theme::Color::Raised), theme.color(Theme::Color::Border), 3);
        painter.setPen(theme.color(Theme::Color::Text));
        const int room = place.width() - theme.scaled(8);
        painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine,
            fontMetrics().elidedText(box.text, Qt::ElideMiddle, room));
    }
}

} // namespace Gatescope
