// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "actionbutton.h"

#include "keycap.h"
#include "plaintooltip.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>
#include <ui/theme/style.h>

#include <QPainter>
#include <QStyleOptionButton>

namespace Gatescope {

namespace {

constexpr int contentGap = 8;
constexpr int linkPadding = 2; // for the focus ring

} // namespace

ActionButton::ActionButton(const QString &text, Look look, QWidget *parent)
    : QPushButton(text, parent)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLook(look);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

ActionButton::ActionButton(Theme::Icon icon, const QString &name, QWidget *parent)
    : ActionButton(QString(), Look::Flat, parent)
{
    m_icon = icon;
    setToolTip(plainToolTip(name));
    setAccessibleName(name);
}

void ActionButton::setLook(Look look)
{
    m_look = look;
    setProperty(primaryProperty, look == Look::Primary);
    setFlat(look == Look::Flat || look == Look::Link);
    setCursor(look == Look::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

void ActionButton::setThemeIcon(Theme::Icon icon)
{
    m_icon = icon;
    updateGeometry();
    update();
}

void ActionButton::setThemeIcon(Theme::Icon icon, Theme::Color color)
{
    m_iconColor = color;
    setThemeIcon(icon);
}

void ActionButton::setInk(Theme::Color color)
{
    m_ink = color;
    update();
}

void ActionButton::setKeyCap(const QKeySequence &key)
{
    m_keyCap = KeyCap::textOf(key);
    setAccessibleDescription(m_keyCap);
    updateGeometry();
    update();
}

void ActionButton::setSmall(bool small)
{
    setProperty(smallProperty, small);
    updateGeometry();
}

void ActionButton::setDisabledReason(const QString &reason)
{
    if (isEnabled())
        m_ownToolTip = toolTip();
    setEnabled(reason.isEmpty());
    setToolTip(reason.isEmpty() ? m_ownToolTip : plainToolTip(reason));
    setAccessibleDescription(reason.isEmpty() ? m_keyCap : reason);
}

QString ActionButton::shownText() const
{
    return Presenter::instance().text(text());
}

QSize ActionButton::sizeHint() const
{
    ensurePolished();
    const QString words = shownText();
    const int gap = Theme::instance().scaled(contentGap);
    QSize contents = QFontMetrics(wordsFont()).size(Qt::TextShowMnemonic, words);
    if (words.isEmpty())
        contents.setWidth(0);
    if (m_icon)
        contents.rwidth() += iconSide() + (words.isEmpty() ? 0 : gap);
    if (!m_keyCap.isEmpty())
        contents.rwidth() += gap + KeyCap::size(m_keyCap).width();
    QStyleOptionButton option;
    initStyleOption(&option);
    QSize size = style()->sizeFromContents(QStyle::CT_PushButton, &option, contents, this);
    if (words.isEmpty() && m_keyCap.isEmpty())
        size.setWidth(size.height());
    else if (m_look == Look::Link)
        size.setWidth(contents.width() + 2 * linkPadding);
    return size;
}

Theme::Color ActionButton::ink() const
{
    if (!isEnabled())
        return Theme::Color::TextDisabled;
    if (m_look == Look::Primary)
        return Theme::Color::AccentText;
    if (m_ink)
        return *m_ink;
    return m_look == Look::Link ? Theme::Color::Accent : Theme::Color::Text;
}

QFont ActionButton::wordsFont() const
{
    QFont words = font();
    words.setWeight(m_look == Look::Primary ? QFont::DemiBold : QFont::Normal);
    words.setUnderline(m_look == Look::Link);
    return words;
}

int ActionButton::iconSide() const
{
    return Theme::instance().scaled(16);
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    drawContents(painter);
}

void ActionButton::drawContents(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    const int gap = theme.scaled(contentGap);
    const QString words = shownText();
    const QFont font = wordsFont();
    painter.setFont(font);
    const int textWidth = words.isEmpty() ? 0 : QFontMetrics(font).size(Qt::TextShowMnemonic, words).width();
    const QSize cap = m_keyCap.isEmpty() ? QSize() : KeyCap::size(m_keyCap);
    const int iconWidth = m_icon ? iconSide() + (textWidth > 0 ? gap : 0) : 0;
    const int total = iconWidth + textWidth + (m_keyCap.isEmpty() ? 0 : gap + cap.width());
    const auto placed = [this](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    int x = (width() - total) / 2;
    if (m_icon) {
        // An icon alone has no weight or fill to tell by whether it can be pressed: it pales.
        const bool isAlone = m_look == Look::Flat && words.isEmpty();
        const Theme::Color quiet = isAlone ? Theme::Color::TextMuted : ink();
        const Theme::Color off = isAlone ? Theme::Color::ControlBorder : ink();
        Paint::icon(painter, placed(x, iconSide()), *m_icon, isEnabled() ? m_iconColor.value_or(quiet) : off,
            iconSide());
        x += iconWidth;
    }
    painter.setPen(theme.color(ink()));
    painter.drawText(
        placed(x, textWidth), Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, words);
    if (!m_keyCap.isEmpty()) {
        QRect place = placed(x + textWidth + gap, cap.width());
        place = QRect(place.x(), (height() - cap.height()) / 2, cap.width(), cap.height());
        const bool onAccent = m_look == Look::Primary && isEnabled();
        KeyCap::draw(painter, place, m_keyCap, onAccent ? Theme::Color::AccentText : Theme::Color::TextMuted,
            onAccent ? Theme::Color::AccentText : Theme::Color::Border);
    }
}

} // namespace Gatescope
