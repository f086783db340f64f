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
    PhraseLayout(const Phrases &phrases, qreal width, Theme::Color textRole = Theme::Color::Text);

    QSizeF size() const { return m_size; }
    void draw(QPainter &painter, const QPointF &topLeft) const;
    std::optional<EntityRef> linkAt(const QPointF &point) const;

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

    QTextLayout m_layout;
    QList<Link> m_links;
    QSizeF m_size;
};

} // namespace Gatescope
