// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "phraselayout.h"

#include <QTextOption>

#include <cmath>

namespace Gatescope {

PhraseLayout::PhraseLayout(const Phrases &phrases, qreal width, Theme::Color textRole)
{
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const Phrase &phrase : phrases)
        append(phrase, textRole, text, formats);
    m_layout.setText(text);
    m_layout.setFont(Theme::instance().font(Theme::Font::Body));
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
    const Theme &theme = Theme::instance();
    const bool isLink = phrase.style == Phrase::Style::Link;
    QString shown = phrase.text;
    shown.replace(QChar::LineFeed, QChar::Space);
    if (isLink)
        shown += QStringLiteral("\u2060\u203a");
    QTextLayout::FormatRange range;
    range.start = int(text.size());
    range.length = int(shown.size());
    const bool isMuted = phrase.style == Phrase::Style::Muted;
    const bool isWords = isMuted || phrase.style == Phrase::Style::Plain;
    const Theme::Color wordsRole = isMuted ? Theme::Color::TextMuted : textRole;
    range.format.setForeground(theme.color(isLink ? Theme::Color::Accent : wordsRole));
    range.format.setFont(theme.font(isWords ? Theme::Font::Body : Theme::Font::Mono));
    formats.append(range);
    if (isLink)
        m_links.append({range.start, range.length, phrase.link});
    text += shown;
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

} // namespace Gatescope
