// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personadelegate.h"

#include <models/items/personasmodel.h>
#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>

#include <QLineEdit>
#include <QPainter>

namespace Gatescope {

void PersonaDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStringList tags = index.column() == PersonasModel::TagsColumn
        ? index.data(PersonasModel::TagsRole).toStringList()
        : QStringList();
    for (QString &tag : tags)
        tag = Presenter::instance().text(tag);
    if (tags.isEmpty())
        CellDelegate::paint(painter, option, index);
    else
        paintTags(*painter, option, tags);
}

/// As many as there is room for; the last box counts the others.
void PersonaDelegate::paintTags(
    QPainter &painter, const QStyleOptionViewItem &option, const QStringList &tags) const
{
    const Theme &theme = Theme::instance();
    const QFont font = theme.font(Theme::Font::Label);
    const QFontMetrics metrics(font);
    const int inset = theme.scaled(6);
    const int gap = theme.scaled(4);
    const int high = metrics.height() + theme.scaled(4);
    const int end = option.rect.width() - padding;
    int left = padding;
    const auto boxWidth = [&](const QString &text) { return metrics.horizontalAdvance(text) + 2 * inset; };
    const auto draw = [&](const QString &text) {
        const QRect box(option.rect.left() + left, option.rect.center().y() - high / 2, boxWidth(text), high);
        const QRect place = QStyle::visualRect(option.direction, option.rect, box);
        Paint::box(
            painter, place, theme.color(Theme::Color::Raised), theme.color(Theme::Color::Border), high / 2.0);
        painter.setPen(theme.color(Theme::Color::Text));
        painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, text);
        left = left + box.width() + gap;
    };
    const auto isRoomFor = [&](qsizetype i) {
        const QString others = QStringLiteral("+%1").arg(tags.size() - i - 1);
        const int kept = i + 1 < tags.size() ? gap + boxWidth(others) : 0;
        return left + boxWidth(tags.at(i)) + kept <= end;
    };
    painter.save();
    painter.setFont(font);
    qsizetype shown = 0;
    while (shown < tags.size() && isRoomFor(shown))
        draw(tags.at(shown++));
    if (shown == 0) {
        const int others = tags.size() > 1 ? gap + boxWidth(QStringLiteral("+99")) : 0;
        draw(metrics.elidedText(tags.at(shown++), Qt::ElideRight, end - left - others - 2 * inset));
    }
    if (shown < tags.size())
        draw(QStringLiteral("+%1").arg(tags.size() - shown));
    painter.restore();
}

QWidget *PersonaDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(QStringLiteral("personaCellEditor"));
    line->setFrame(false);
    line->setFont(Theme::instance().font(Theme::Font::Body));
    line->setTextMargins(Theme::instance().scaled(5), 0, Theme::instance().scaled(5), 0);
    line->setAccessibleName(tr("%1 of %2", "column, persona")
            .arg(index.model()->headerData(index.column(), Qt::Horizontal).toString(),
                index.siblingAtColumn(0).data().toString()));
    if (index.column() == PersonasModel::TagsColumn)
        line->setPlaceholderText(tr("gold, Berlin"));
    return line;
}

} // namespace Gatescope
