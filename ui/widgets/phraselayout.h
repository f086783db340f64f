// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/phrase.h>
#include <ui/theme/theme.h>

#include <QRectF>
#include <QTextLayout>

#include <optional>

class QPainter;

namespace Gatescope {

/// A sentence of phrases broken into lines: plain text in the body face, identifiers in the fixed one, links
/// in the accent with a chevron. Server text in it is never interpreted.
class PhraseLayout
{
public:
    enum class Size { Label, Body, Headline };

    /// \name How a phrase looks; `words` is the colour of what has none of its own
    /// @{
    static QFont font(Phrase::Style style, Size size = Size::Body);
    static Theme::Color color(Phrase::Style style, Theme::Color words);
    /// @}

    PhraseLayout(const Phrases &phrases, qreal width, Theme::Color textRole = Theme::Color::Text,
        Size size = Size::Body);

    QSizeF size() const { return m_size; }
    QRectF lastLine() const; ///< as far as it is written
    void draw(QPainter &painter, const QPointF &topLeft) const;
    std::optional<EntityRef> linkAt(const QPointF &point) const;
    /// Where the words of a link stand, one rectangle a line; empty if there are fewer links.
    QList<QRectF> linkRects(int link) const;

private:
    struct Link
    {
        int from = 0;
        int length = 0;
        EntityRef ref;
    };

    void append(
        const Phrase &phrase, Theme::Color textRole, QString &text, QList<QTextLayout::FormatRange> &formats);
    void breakLines(qreal width);

    Size m_textSize;

    QTextLayout m_layout;
    QList<Link> m_links;
    QSizeF m_size;
};

} // namespace Gatescope
