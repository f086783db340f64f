// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "keycap.h"

#include <ui/theme/paint.h>

#include <QFontMetrics>
#include <QPainter>

namespace Gatescope {

KeyCap::KeyCap(const QKeySequence &key, QWidget *parent)
    : KeyCap(textOf(key), parent)
{ }

KeyCap::KeyCap(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

QString KeyCap::textOf(const QKeySequence &key)
{
    // "Ctrl+Return" is what Qt says and "Ctrl+Enter" what people see on the key.
    QString text = key.toString(QKeySequence::NativeText);
    return text.replace(QLatin1String("Return"), QLatin1String("Enter"));
}

QSize KeyCap::size(const QString &text)
{
    const QFontMetrics metrics(Theme::instance().font(Theme::Font::Small));
    const int pad = Theme::instance().scaled(4);
    return {qMax(metrics.horizontalAdvance(text) + 2 * pad + 2, metrics.height() + 2), metrics.height() + 2};
}

void KeyCap::draw(
    QPainter &painter, const QRect &rect, const QString &text, Theme::Color ink, Theme::Color edge)
{
    const Theme &theme = Theme::instance();
    Paint::box(painter, rect, {}, theme.color(edge), 3);
    painter.save();
    painter.setFont(theme.font(Theme::Font::Small));
    painter.setPen(theme.color(ink));
    painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    draw(painter, rect(), m_text, Theme::Color::TextMuted, Theme::Color::Border);
}

} // namespace Gatescope
