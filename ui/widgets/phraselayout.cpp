// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "phraselayout.h"

#include <QTextOption>

#include <cmath>

namespace Gatescope {

PhraseLayout::PhraseLayout(const Phrases &phrases, qreal width, Theme::Color textRole, Size size)
    : m_textSize(size)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Phrase &phrase : phrases)
        append(phrase, textRole, text, formats);
    m_layout.setText(text);
    m_layout.setFont(font(Phrase::Style::Plain, size));
    m_layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    breakLines(width);
}

void PhraseLayout::append(
    const Phrase &phrase, Theme::Color textRole, QString &text, QList<QTextLayout::FormatRange> &formats)
{
    const bool isLink = phrase.style == Phrase::Style::Link;
    QString shown = phrase.text;
    shown.replace(QChar::LineFeed, QChar::Space);
    if (isLink)
        shown += QStringLiteral("\u2060\u203a");
    QTextLayout::FormatRange range;
    range.start = int(text.size());
    range.length = int(shown.size());
    range.format.setForeground(Theme::instance().color(color(phrase.style, textRole)));
    range.format.setFont(font(phrase.style, m_textSize));
    formats.append(range);
    if (isLink)
        m_links.append({range.start, range.length, phrase.link});
    text += shown;
}

QFont PhraseLayout::font(Phrase::Style style, Size size)
{
    const Theme &theme = Theme::instance();
    const bool isCode = style == Phrase::Style::Code || style == Phrase::Style::Link;
    if (size == Size::Headline)
        return theme.font(isCode ? Theme::Font::MonoHeadline : Theme::Font::Headline);
    if (style == Phrase::Style::Strong)
        return theme.font(Theme::Font::BodyStrong);
    if (isCode)
        return theme.font(Theme::Font::Mono);
    return theme.font(size == Size::Label ? Theme::Font::Label : Theme::Font::Body);
}

Theme::Color PhraseLayout::color(Phrase::Style style, Theme::Color words)
{
    switch (style) {
    case Phrase::Style::Link:
        return Theme::Color::Accent;
    case Phrase::Style::Muted:
        return Theme::Color::TextMuted;
    default:
        return words;
    }
}

void PhraseLayout::breakLines(qreal width)
{
    qreal height = 0;
    qreal widest = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(std::max<qreal>(width, 40));
        line.setPosition({0, height});
        height += std::ceil(line.height()) + 2;
        widest = std::max(widest, line.naturalTextWidth());
    }
    m_layout.endLayout();
    m_size = {std::ceil(widest), std::max<qreal>(0, height - 2)};
}

QRectF PhraseLayout::lastLine() const
{
    const int lines = m_layout.lineCount();
    return lines > 0 ? m_layout.lineAt(lines - 1).naturalTextRect() : QRectF();
}

void PhraseLayout::draw(QPainter &painter, const QPointF &topLeft) const
{
    m_layout.draw(&painter, topLeft);
}

std::optional<EntityRef> PhraseLayout::linkAt(const QPointF &point) const
{
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (!line.naturalTextRect().contains(point))
            continue;
        const int position = line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
        for (const Link &link : m_links)
            if (position >= link.from && position < link.from + link.length)
                return link.ref;
    }
    return std::nullopt;
}

QList<QRectF> PhraseLayout::linkRects(int link) const
{
    QList<QRectF> rects;
    if (link < 0 || link >= m_links.size())
        return rects;
    const int from = m_links[link].from;
    const int to = from + m_links[link].length;
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const int first = std::max(from, line.textStart());
        const int last = std::min(to, line.textStart() + line.textLength());
        if (first >= last)
            continue;
        const qreal left = line.cursorToX(first);
        rects << QRectF(left, line.y(), line.cursorToX(last) - left, line.height());
    }
    return rects;
}

} // namespace Gatescope
