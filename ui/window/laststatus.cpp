// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "laststatus.h"

#include <models/items/exchangewords.h>
#include <ui/exchanges/exchangelook.h>
#include <ui/theme/paint.h>

#include <QPainter>

namespace Gatescope {

LastStatus::LastStatus(QWidget *parent)
    : QWidget(parent)
{
    using namespace std::chrono_literals;
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_ageTimer.setInterval(20s);
    connect(&m_ageTimer, &QTimer::timeout, this, &LastStatus::refresh);
    connect(&Theme::instance(), &Theme::changed, this, &LastStatus::refresh);
}

void LastStatus::setExchange(const ExchangePtr &exchange)
{
    m_exchange = exchange;
    if (exchange)
        m_ageTimer.start();
    else
        m_ageTimer.stop();
    refresh();
}

void LastStatus::refresh()
{
    const Words now = words();
    const QStringList parts {now.outcome, now.numbers, note(now, true, true)};
    setAccessibleName(
        m_exchange ? tr("Last exchange: %1").arg(parts.join(QLatin1Char(' ')).trimmed()) : QString());
    setToolTip(m_exchange ? localAndUtcText(m_exchange->startedUtc) : QString());
    updateGeometry();
    update();
}

LastStatus::Words LastStatus::words() const
{
    if (!m_exchange)
        return {};
    const QString duration = durationText(m_exchange->finished);
    const QString numbers = m_exchange->status == 0
        ? duration
        : tr("%1 · %2", "status and duration").arg(m_exchange->status).arg(duration);
    return {outcomeWord(*m_exchange), numbers,
        ageText(m_exchange->startedUtc, QDateTime::currentDateTimeUtc()), pathName(m_exchange->endpoint)};
}

QString LastStatus::note(const Words &words, bool withEndpoint, bool withAge) const
{
    if (withEndpoint && withAge)
        return tr("%1, %2", "endpoint and age").arg(words.endpoint, words.age);
    return withAge ? words.age : QString();
}

int LastStatus::widthOf(const Words &words, const QString &note) const
{
    const Theme &theme = Theme::instance();
    const int gap = theme.scaled(8);
    const auto advance = [](const QFont &font, const QString &text) {
        return QFontMetrics(font).horizontalAdvance(text);
    };
    int width = theme.scaled(16) + gap + advance(theme.font(Theme::Font::Mono), words.numbers) + 4;
    if (!words.outcome.isEmpty())
        width += advance(theme.font(Theme::Font::BodyStrong), words.outcome) + gap;
    if (!note.isEmpty())
        width += advance(theme.font(Theme::Font::Label), note) + gap;
    return width;
}

QSize LastStatus::sizeHint() const
{
    const int height = Theme::instance().rowHeight();
    return m_exchange ? QSize(widthOf(words(), note(words(), true, true)), height) : QSize(0, height);
}

QSize LastStatus::minimumSizeHint() const
{
    return m_exchange ? QSize(widthOf(words(), {}), sizeHint().height()) : QSize(0, sizeHint().height());
}

void LastStatus::paintEvent(QPaintEvent *)
{
    if (!m_exchange)
        return;
    const Theme &theme = Theme::instance();
    const Words now = words();
    QString noteText = note(now, true, true);
    if (widthOf(now, noteText) > width())
        noteText = note(now, false, true);
    if (widthOf(now, noteText) > width())
        noteText.clear();

    QPainter painter(this);
    const Mark look = exchangeMark(*m_exchange);
    QRect line = rect();
    line.setLeft(line.right() + 1 - widthOf(now, noteText));
    const int side = theme.scaled(16);
    Paint::icon(painter, QRect(line.left(), line.top(), side, line.height()), look.icon, look.color, side);
    line.setLeft(line.left() + side + theme.scaled(8));
    const auto write = [&](Theme::Font font, Theme::Color color, const QString &text) {
        if (text.isEmpty())
            return;
        painter.setFont(theme.font(font));
        painter.setPen(theme.color(color));
        painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, text);
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance(text) + theme.scaled(8));
    };
    write(Theme::Font::BodyStrong, look.color, now.outcome);
    write(Theme::Font::Mono, Theme::Color::Text, now.numbers);
    write(Theme::Font::Label, Theme::Color::TextMuted, noteText);
}

} // namespace Gatescope
