// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commanddelegate.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>
#include <ui/widgets/keycap.h>
#include <ui/widgets/stripedelegate.h>

#include <QPainter>
#include <QTextLayout>

namespace Gatescope {

namespace {

QList<QTextLayout::FormatRange> matchedFormats(const FoundCommand &found)
{
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    format.setForeground(Theme::instance().color(Theme::Color::Accent));
    QList<QTextLayout::FormatRange> ranges;
    for (const int at : found.positions)
        ranges.append({at, 1, format});
    return ranges;
}

void drawName(QPainter &painter, const QRect &room, const FoundCommand &found)
{
    const bool isIdentifier = found.command.kind == Command::Kind::Place;
    const QString name = Presenter::instance().text(found.command.name);
    QTextLayout layout(name, Theme::instance().font(isIdentifier ? Theme::Font::Mono : Theme::Font::Body));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    if (name == found.command.name) // else what was typed is not in what is shown
        layout.setFormats(matchedFormats(found));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    painter.save();
    painter.setClipRect(room);
    painter.setPen(Theme::instance().color(Theme::Color::Text));
    layout.draw(&painter, QPointF(room.left(), room.center().y() - line.height() / 2 + 0.5));
    painter.restore();
}

} // namespace

CommandDelegate::CommandDelegate(const CommandsModel &model, CommandList::LookOf lookOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_lookOf(std::move(lookOf))
{ }

void CommandDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const FoundCommand &found = m_model.at(index.row());
    const CommandLook look = m_lookOf(found.command);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, theme.color(isCurrent ? Theme::Color::Selection : Theme::Color::Surface));

    if (look.stripe) {
        QRect stripe = option.rect;
        stripe.setWidth(theme.scaled(StripeDelegate::width));
        painter->fillRect(stripe.adjusted(0, 1, 0, -1), theme.color(*look.stripe));
    }
    const int gap = theme.scaled(8);
    QRect room = option.rect.adjusted(gap, 0, -gap, 0);
    const QRect icon(room.left(), room.top(), theme.scaled(16), room.height());
    Paint::icon(*painter, icon, look.icon, Theme::Color::TextMuted, theme.scaled(16));
    room.setLeft(icon.right() + gap);

    const QString kind = commandKindWords(found.command);
    painter->setFont(theme.font(Theme::Font::Label));
    painter->setPen(theme.color(Theme::Color::TextMuted));
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, kind);
    room.setRight(room.right() - painter->fontMetrics().horizontalAdvance(kind) - gap);
    if (!look.keys.isEmpty()) {
        const QSize cap = KeyCap::size(look.keys);
        const QRect place(QPoint(room.right() - cap.width(), room.center().y() - cap.height() / 2), cap);
        KeyCap::draw(*painter, place, look.keys, Theme::Color::TextMuted, Theme::Color::Border);
        room.setRight(place.left() - gap);
    }
    drawName(*painter, room, found);
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, Theme::instance().rowHeight()};
}

} // namespace Gatescope
