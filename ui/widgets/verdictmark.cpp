// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "verdictmark.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>

#include <QPainter>
#include <QStyle>

namespace Gatescope {

namespace {

constexpr int markGap = 6;

} // namespace

VerdictMark::VerdictMark(Look look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &VerdictMark::applyTheme);
}

VerdictMark::VerdictMark(const Mark &mark, Look look, QWidget *parent)
    : VerdictMark(look, parent)
{
    setMark(mark);
}

void VerdictMark::setMark(const Mark &mark)
{
    m_mark = mark;
    setAccessibleName(mark.word);
    updateGeometry();
    update();
}

void VerdictMark::setIconShown(bool shown)
{
    m_iconShown = shown;
    updateGeometry();
    update();
}

int VerdictMark::padding() const
{
    return m_look == Look::Tag ? Theme::instance().scaled(8) : 0;
}

QString VerdictMark::shownWord() const
{
    return Presenter::instance().text(m_mark.word);
}

QSize VerdictMark::sizeHint() const
{
    const Theme &theme = Theme::instance();
    const int icon = m_iconShown ? theme.scaled(16 + markGap) : 0;
    const int height = qMax(theme.scaled(16), fontMetrics().height());
    return {icon + fontMetrics().horizontalAdvance(shownWord()) + 2 * padding() + 1,
        m_look == Look::Tag ? qMax(theme.scaled(22), height + 4) : height};
}

void VerdictMark::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    if (m_look == Look::Tag)
        Paint::box(painter, rect(), theme.color(tagFill(m_mark.color)), {});
    int x = padding();
    const auto placed = [this](int left, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, width, height()));
    };
    if (m_iconShown) {
        const int side = theme.scaled(16);
        Paint::icon(painter, placed(x, side), m_mark.icon, m_mark.color, side);
        x += side + theme.scaled(markGap);
    }
    painter.setPen(theme.color(m_mark.color));
    const QString word = fontMetrics().elidedText(shownWord(), Qt::ElideRight, width() - x - padding() + 1);
    painter.drawText(placed(x, width() - x), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, word);
}

void VerdictMark::applyTheme()
{
    setFont(Theme::instance().font(Theme::Font::BodyStrong));
    updateGeometry();
    update();
}

} // namespace Gatescope
