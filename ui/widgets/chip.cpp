// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "chip.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>

#include <QLocale>
#include <QPainter>
#include <QStyleOptionButton>

namespace Gatescope {

namespace {

constexpr int chipPadding = 9;
constexpr int chipGap = 5;
constexpr qreal chipRadius = 12;

} // namespace

Chip::Chip(const QString &text, QWidget *parent)
    : QCheckBox(text, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    describe();
    const auto applyTheme = [this] {
        setFont(Theme::instance().font(Theme::Font::Label));
        updateGeometry();
    };
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, applyTheme);
}

void Chip::setThemeIcon(Theme::Icon icon, Theme::Color color)
{
    m_icon = icon;
    m_iconColor = color;
    updateGeometry();
    update();
}

void Chip::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    describe();
    updateGeometry();
    update();
}

QString Chip::shownText() const
{
    return Presenter::instance().text(text());
}

QString Chip::countText() const
{
    return m_count < 0 ? QString() : locale().toString(m_count);
}

void Chip::describe()
{
    setAccessibleName(m_count < 0 ? text() : tr("%1, %2").arg(text(), countText()));
}

QSize Chip::sizeHint() const
{
    const Theme &theme = Theme::instance();
    QFont bold = font();
    bold.setWeight(QFont::DemiBold); // so that a chip does not grow when it is switched on
    const QFontMetrics metrics(bold);
    int width = metrics.horizontalAdvance(shownText()) + 2 * theme.scaled(chipPadding);
    if (m_icon)
        width += theme.scaled(16 + chipGap);
    if (m_count >= 0)
        width += theme.scaled(chipGap) + metrics.horizontalAdvance(countText());
    return {width, qMax(theme.scaled(24), metrics.height() + theme.scaled(6))};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QStyleOptionButton option;
    initStyleOption(&option);
    const bool hovered = isEnabled() && option.state.testFlag(QStyle::State_MouseOver);
    const qreal radius = qMin<qreal>(theme.scaled(int(chipRadius)), height() / 2.0);
    QColor fill = theme.color(isChecked() ? Theme::Color::AccentSoft : Theme::Color::Surface);
    if (hovered)
        fill = Paint::mixed(fill, theme.color(Theme::Color::Text), 0.05);
    const Theme::Color edge = !isEnabled() ? Theme::Color::Border
        : isChecked()                      ? Theme::Color::Accent
                                           : Theme::Color::ControlBorder;
    QPainter painter(this);
    Paint::box(painter, rect(), fill, theme.color(edge), radius);
    if (hasFocus())
        Paint::focusRing(painter, rect(), radius);

    const auto placed = [this](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    int x = theme.scaled(chipPadding);
    const int side = theme.scaled(16);
    if (m_icon) {
        Paint::icon(painter, placed(x, side), *m_icon, m_iconColor, side);
        x += side + theme.scaled(chipGap);
    }
    QFont words = font();
    words.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(words);
    const int textWidth = QFontMetrics(words).horizontalAdvance(shownText());
    const Theme::Color on = isChecked() ? Theme::Color::Accent : Theme::Color::Text;
    painter.setPen(theme.color(isEnabled() ? on : Theme::Color::TextDisabled));
    painter.drawText(placed(x, textWidth + 2), Qt::AlignVCenter | Qt::AlignLeading, shownText());
    x += textWidth + theme.scaled(chipGap);
    painter.setFont(font());
    painter.setPen(theme.color(isChecked() ? Theme::Color::Accent : Theme::Color::TextMuted));
    painter.drawText(placed(x, width() - x), Qt::AlignVCenter | Qt::AlignLeading, countText());
}

} // namespace Gatescope
