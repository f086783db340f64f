// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "celldelegate.h"

#include "phraselayout.h"
#include "plaintooltip.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace Gatescope {

QVariant markData(const Mark &mark, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return mark.word;
    case CellRole::Icon:
        return toVariant(mark.icon);
    case CellRole::IconColor:
    case CellRole::TextColor:
        return toVariant(mark.color);
    case CellRole::Font:
        return toVariant(Theme::Font::BodyStrong);
    default:
        return {};
    }
}

QString shownCell(const QModelIndex &index)
{
    const QString text = index.data().toString();
    const Presenter &presenter = Presenter::instance();
    const QVariant kind = presenter.isOn() ? index.data(CellRole::Personal) : QVariant();
    return kind.isValid() ? presenter.disguise().personal(text, Pseudonyms::Kind(kind.toInt()))
                          : presenter.text(text);
}

namespace {

template<class Enum>
Enum enumOr(const QModelIndex &index, int role, Enum fallback)
{
    const QVariant value = index.data(role);
    return value.isValid() ? Enum(value.toInt()) : fallback;
}

/// One cell being drawn: a pen position that moves along from the leading edge, and the room that is left.
class CellPainter
{
public:
    CellPainter(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &room)
        : m_painter(painter)
        , m_option(option)
        , m_index(index)
        , m_room(room)
    { }

    void draw()
    {
        drawNote();
        drawIcon();
        drawText();
        drawSuffix();
        drawTag();
    }

    /// Width of icon, text, suffix, tag and note side by side.
    int wantedWidth() const
    {
        int width = 0;
        if (m_index.data(CellRole::Icon).isValid())
            width += iconSide() + gap();
        width += textWidth() + 2;
        const QString suffix = suffixText();
        if (!suffix.isEmpty())
            width += gap() + QFontMetrics(suffixFont()).horizontalAdvance(suffix);
        const QString tag = tagText();
        if (!tag.isEmpty())
            width += 3 * gap() + QFontMetrics(tagFont()).horizontalAdvance(tag);
        const QString note = noteText();
        if (!note.isEmpty())
            width += 4 * gap() + iconSide() + QFontMetrics(labelFont()).horizontalAdvance(note);
        return width;
    }

private:
    static constexpr int fewestCharacters = 4;
    static const Theme &theme() { return Theme::instance(); }
    static int iconSide() { return theme().scaled(16); }
    static int gap() { return theme().scaled(6); }
    static QFont labelFont() { return theme().font(Theme::Font::Label); }
    static QFont tagFont()
    {
        QFont font = labelFont();
        font.setWeight(QFont::DemiBold);
        return font;
    }

    bool isGroup() const { return m_index.siblingAtColumn(0).data(CellRole::GroupRow).toBool(); }
    bool isRightAligned() const
    {
        return (m_index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
    }

    QString text() const
    {
        const QString text = shownCell(m_index);
        const bool dash = text.isEmpty() && !isGroup() && !m_index.data(CellRole::NoDash).toBool()
            && !m_index.data(CellRole::Icon).isValid();
        // A line break in a cell would draw a second line over the next row.
        return dash ? QStringLiteral("–") : QString(text).replace(u'\n', u' ');
    }

    QFont textFont() const
    {
        return theme().font(
            enumOr(m_index, CellRole::Font, isGroup() ? Theme::Font::BodyStrong : Theme::Font::Body));
    }

    Phrases words() const
    {
        return Presenter::instance().phrases(m_index.data(CellRole::Words).value<Phrases>());
    }

    QString suffixText() const { return shown(m_index.data(CellRole::Suffix).toString()); }
    QString tagText() const { return shown(m_index.data(CellRole::Tag).toString()); }
    QString noteText() const { return shown(m_index.data(CellRole::Note).toString()); }

    static QString shown(const QString &text) { return Presenter::instance().text(text); }

    int textWidth() const
    {
        const Phrases phrases = words();
        if (phrases.isEmpty())
            return QFontMetrics(textFont()).horizontalAdvance(text());
        int width = 0;
        for (const Phrase &phrase : phrases)
            width += QFontMetrics(PhraseLayout::font(phrase.style)).horizontalAdvance(phrase.text);
        return width;
    }

    QFont suffixFont() const
    {
        const bool mono = enumOr(m_index, CellRole::Font, Theme::Font::Body) == Theme::Font::Mono;
        return mono ? theme().font(Theme::Font::Mono) : labelFont();
    }

    Theme::Color textColor() const
    {
        if (!m_option.state.testFlag(QStyle::State_Enabled))
            return Theme::Color::TextDisabled;
        const bool dash = m_index.data(Qt::DisplayRole).toString().isEmpty();
        const auto role =
            enumOr(m_index, CellRole::TextColor, dash ? Theme::Color::TextMuted : Theme::Color::Text);
        // text-disabled has too little contrast on the selection (design.md, "Tokens").
        const bool selected = m_option.state.testFlag(QStyle::State_Selected);
        return selected && role == Theme::Color::TextDisabled ? Theme::Color::TextMuted : role;
    }

    QRect visual(const QRect &logical) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, logical);
    }

    /// A width taken from the leading edge of the room, with the gap behind it.
    QRect takeLeading(int width, int spacing)
    {
        const QRect taken(m_room.x(), m_room.y(), qMin(width, m_room.width()), m_room.height());
        m_room.setLeft(qMin(taken.right() + 1 + spacing, m_room.right() + 1));
        return visual(taken);
    }

    void drawIcon()
    {
        const QVariant icon = m_index.data(CellRole::Icon);
        if (!icon.isValid() || m_room.width() < iconSide())
            return;
        const auto color = enumOr(m_index, CellRole::IconColor, Theme::Color::TextMuted);
        Paint::icon(m_painter, takeLeading(iconSide(), gap()), Theme::Icon(icon.toInt()), color, iconSide());
    }

    /// One phrase behind the other on one line; the one that has no room beside the tag is elided, and with
    /// it the rest.
    void drawWords(const Phrases &phrases)
    {
        const Theme::Color plain = textColor();
        const int tagShare = tagWidth() > 0 ? gap() + tagWidth() : 0;
        for (const Phrase &phrase : phrases) {
            const QFont font = PhraseLayout::font(phrase.style);
            const QFontMetrics metrics(font);
            const QString line = QString(phrase.text).replace(u'\n', u' ');
            const QString shown =
                metrics.elidedText(line, Qt::ElideRight, qMax(0, m_room.width() - tagShare));
            const bool isQuiet = plain != Theme::Color::Text;
            m_painter.setFont(font);
            m_painter.setPen(theme().color(isQuiet ? plain : PhraseLayout::color(phrase.style, plain)));
            const QRect place = takeLeading(metrics.horizontalAdvance(shown), 0);
            m_painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, shown);
            if (shown != line)
                break;
        }
        takeLeading(0, gap());
    }

    void drawText()
    {
        if (const Phrases phrases = words(); !phrases.isEmpty())
            return drawWords(phrases);
        const QFont font = textFont();
        const QFontMetrics metrics(font);
        const bool middle = m_index.data(CellRole::ElideMiddle).toBool();
        const QString shown =
            metrics.elidedText(text(), middle ? Qt::ElideMiddle : Qt::ElideRight, textRoom());
        m_painter.setFont(font);
        m_painter.setPen(theme().color(textColor()));
        if (isRightAligned()) {
            m_painter.drawText(visual(m_room), Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, shown);
            m_room.setWidth(0);
            return;
        }
        const QRect place = takeLeading(metrics.horizontalAdvance(shown) + 2, gap());
        m_painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, shown);
    }

    /// A suffix that goes on with the text's sentence gets its share; any other has what the text leaves.
    int textRoom() const
    {
        const QString suffix = suffixText();
        if (!suffix.startsWith(u','))
            return m_room.width();
        return m_room.width()
            - qMin(QFontMetrics(suffixFont()).horizontalAdvance(suffix), m_room.width() / 2);
    }

    void drawSuffix()
    {
        const QString suffix = suffixText();
        if (suffix.isEmpty() || m_room.width() < gap() * 2)
            return;
        if (suffix.startsWith(u','))
            m_room.setLeft(m_room.left() - gap() - 1);
        const QFontMetrics metrics(suffixFont());
        m_painter.setFont(suffixFont());
        m_painter.setPen(theme().color(Theme::Color::TextMuted));
        const QString shown = metrics.elidedText(suffix, Qt::ElideRight, m_room.width());
        if (shown != suffix && shown.size() < fewestCharacters)
            return; // an ellipsis alone says nothing
        const QRect place = takeLeading(metrics.horizontalAdvance(shown) + 2, gap());
        m_painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, shown);
    }

    int tagWidth() const
    {
        const QString tag = tagText();
        return tag.isEmpty() ? 0 : QFontMetrics(tagFont()).horizontalAdvance(tag) + 2 * gap() + 2;
    }

    void drawTag()
    {
        const QString tag = tagText();
        const int width = tagWidth();
        if (tag.isEmpty() || m_room.width() < width)
            return;
        drawTagAt(
            takeLeading(width, gap()), tag, enumOr(m_index, CellRole::TagColor, Theme::Color::TextMuted), {});
    }

    void drawTagAt(
        const QRect &place, const QString &words, Theme::Color color, std::optional<Theme::Icon> icon)
    {
        const int height = qMin(place.height() - 4, QFontMetrics(labelFont()).height() + 4);
        const QRect box(place.x(), place.y() + (place.height() - height) / 2, place.width(), height);
        Paint::box(m_painter, box, theme().color(tagFill(color)), {}, 3);
        QRect inner = box.adjusted(gap(), 0, -gap(), 0);
        if (icon) {
            const QRect iconPlace(inner.x(), inner.y(), iconSide(), inner.height());
            Paint::icon(m_painter, iconPlace, *icon, color, iconSide());
            inner.setLeft(iconPlace.right() + gap());
        }
        m_painter.setFont(tagFont());
        m_painter.setPen(theme().color(color));
        m_painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, words);
    }

    void drawNote()
    {
        QString note = noteText();
        if (note.isEmpty())
            return;
        const bool isTag = m_index.data(CellRole::NoteIsTag).toBool();
        const QVariant icon = m_index.data(CellRole::NoteIcon);
        const auto color = enumOr(m_index, CellRole::NoteColor, Theme::Color::TextMuted);
        const QFont font = isTag ? tagFont() : labelFont();
        const int iconWidth = icon.isValid() ? iconSide() : 0;
        const int edges = isTag ? 2 * gap() + 2 : 2;
        int width = iconWidth + gap() + QFontMetrics(font).horizontalAdvance(note) + edges;
        const int needed = textWidth() + iconSide() + 2 * gap();
        if (width > m_room.width() - qMin(needed, m_room.width() / 2)) {
            // The icon alone keeps the meaning where the word has no room; the tool tip has it whole.
            note.clear();
            width = iconWidth + edges;
        }
        const QRect place(m_room.right() + 1 - width, m_room.y(), width, m_room.height());
        m_room.setRight(place.left() - gap());
        if (isTag) {
            drawTagAt(visual(place), note, color,
                icon.isValid() ? std::optional(Theme::Icon(icon.toInt())) : std::nullopt);
            return;
        }
        if (icon.isValid())
            Paint::icon(m_painter, visual(QRect(place.x(), place.y(), iconSide(), place.height())),
                Theme::Icon(icon.toInt()), color, iconSide());
        m_painter.setFont(font);
        m_painter.setPen(theme().color(color));
        m_painter.drawText(visual(place), Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, note);
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const QModelIndex &m_index;
    QRect m_room; ///< logical: the leading edge is left
};

} // namespace

QRect CellDelegate::contentsRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    const int pad = theme.scaled(padding);
    const int leading = index.column() == 0 ? theme.scaled(m_leadingInset) : pad;
    return option.rect.adjusted(leading, 0, -pad, 0);
}

void CellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    painter->save();
    const QVariant fill = index.data(Qt::BackgroundRole);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.color(Theme::Color::Selection));
    else if (fill.isValid())
        painter->fillRect(option.rect, fill.value<QBrush>());
    CellPainter(*painter, option, index, contentsRect(option, index)).draw();
    Paint::lineBelow(*painter, option.rect, Theme::Color::Line);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::instance();
    QPainter idle;
    const int wanted = CellPainter(idle, option, index, {}).wantedWidth();
    const int leading = index.column() == 0 ? m_leadingInset : padding;
    return {wanted + theme.scaled(leading + padding), m_rowHeight > 0 ? m_rowHeight : theme.rowHeight()};
}

bool CellDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (Presenter::instance().isOn() && index.data(CellRole::Personal).isValid())
        text = shownCell(index); // the other may say it within a sentence
    if (text.isEmpty() && sizeHint(option, index).width() > option.rect.width()) {
        const QStringList parts {
            shownCell(index), index.data(CellRole::Suffix).toString(), index.data(CellRole::Note).toString()};
        text = parts.join(u' ').trimmed();
    }
    // Whatever a server called something, it stays plain text.
    QToolTip::showText(event->globalPos(), plainToolTip(text), view);
    return true;
}

} // namespace Gatescope
