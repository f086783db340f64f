// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "paint.h"
#include "style.h"

#include <ui/presenter/presenter.h>

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace Gatescope {

namespace {

using Color = Theme::Color;
using Icon = Theme::Icon;

QColor token(Color role)
{
    return Theme::instance().color(role);
}

bool isOn(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

/// The fill of something operable: a step towards the text under the mouse, two when pressed.
QColor operableFill(const QStyleOption *option, const QColor &base)
{
    if (!isOn(option, QStyle::State_Enabled))
        return base;
    if (isOn(option, QStyle::State_Sunken))
        return Paint::mixed(base, token(Color::Text), 0.12);
    if (isOn(option, QStyle::State_MouseOver))
        return Paint::mixed(base, token(Color::Text), 0.05);
    return base;
}

void drawPrimaryButton(const QStyleOption *option, QPainter &painter)
{
    QColor fill = token(Color::Accent);
    if (isOn(option, QStyle::State_Sunken))
        fill = Paint::mixed(fill, token(Color::Text), 0.25);
    else if (isOn(option, QStyle::State_MouseOver))
        fill = Paint::mixed(fill, token(Color::Text), 0.12);
    Paint::box(painter, option->rect, fill, fill);
    if (isOn(option, QStyle::State_HasFocus))
        Paint::focusRing(painter, QRectF(option->rect).adjusted(2, 2, -2, -2), 2, Color::AccentText);
}

void drawButton(const QStyleOption *option, QPainter &painter, const QWidget *widget)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool flat = button != nullptr && button->features.testFlag(QStyleOptionButton::Flat);
    if (enabled && widget != nullptr && widget->property(primaryProperty).toBool()) {
        drawPrimaryButton(option, painter);
        return;
    }
    if (isOn(option, QStyle::State_On)) {
        Paint::box(painter, option->rect, token(Color::AccentSoft), token(Color::Accent));
    } else if (!flat) {
        const QColor base = token(enabled ? Color::Surface : Color::Raised);
        Paint::box(painter, option->rect, operableFill(option, base),
            token(enabled ? Color::ControlBorder : Color::Border));
    } else if (enabled && (isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken))) {
        const QColor below = option->palette.color(QPalette::Window);
        Paint::box(painter, option->rect, operableFill(option, below), {});
    }
    if (isOn(option, QStyle::State_HasFocus))
        Paint::focusRing(painter, option->rect);
}

void drawToolButtonPanel(const QStyleOption *option, QPainter &painter)
{
    if (isOn(option, QStyle::State_On)) {
        Paint::box(painter, option->rect, token(Color::AccentSoft), token(Color::Accent));
    } else if (isOn(option, QStyle::State_Enabled)
        && (isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken))) {
        Paint::box(painter, option->rect, operableFill(option, option->palette.color(QPalette::Window)), {});
    }
    if (isOn(option, QStyle::State_HasFocus))
        Paint::focusRing(painter, option->rect);
}

void drawField(const QStyleOption *option, QPainter &painter, bool focused)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    Paint::box(painter, option->rect, token(enabled ? Color::Surface : Color::Background),
        token(enabled ? Color::ControlBorder : Color::Border));
    if (focused)
        Paint::focusRing(painter, option->rect);
}

void drawLineEditPanel(const QStyleOption *option, QPainter &painter)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    const bool focused = isOn(option, QStyle::State_HasFocus);
    if (frame != nullptr && frame->lineWidth > 0) {
        drawField(option, painter, focused && !isOn(option, QStyle::State_ReadOnly));
        if (focused && isOn(option, QStyle::State_ReadOnly))
            Paint::focusRing(painter, option->rect);
    }
}

void drawCheckIndicator(const QStyleOption *option, QPainter &painter)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const int side = qMin(option->rect.width(), option->rect.height());
    QRect box(0, 0, side, side);
    box.moveCenter(option->rect.center());
    const bool marked = isOn(option, QStyle::State_On) || isOn(option, QStyle::State_NoChange);
    if (marked && enabled)
        Paint::box(painter, box, token(Color::Accent), token(Color::Accent), 3);
    else
        Paint::box(painter, box, operableFill(option, token(enabled ? Color::Surface : Color::Background)),
            token(enabled ? Color::ControlBorder : Color::Border), 3);
    if (!marked)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(token(enabled ? Color::AccentText : Color::TextDisabled), side / 8.0, Qt::SolidLine,
        Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.x() + x * side / 16, box.y() + y * side / 16);
    };
    if (isOn(option, QStyle::State_On))
        painter.drawPolyline(QPolygonF {at(4, 8.3), at(6.8, 11), at(12, 5.2)});
    else
        painter.drawLine(at(4.5, 8), at(11.5, 8));
    painter.restore();
}

void drawRadioIndicator(const QStyleOption *option, QPainter &painter)
{
    const bool enabled = isOn(option, QStyle::State_Enabled);
    const int side = qMin(option->rect.width(), option->rect.height());
    QRectF circle(0, 0, side, side);
    circle.moveCenter(QRectF(option->rect).center());
    const QColor ink = token(enabled ? Color::Accent : Color::TextDisabled);
    const QColor edge = token(enabled ? Color::ControlBorder : Color::Border);
    Paint::box(painter, circle, operableFill(option, token(Color::Surface)),
        isOn(option, QStyle::State_On) ? ink : edge, side / 2.0);
    if (isOn(option, QStyle::State_On)) {
        const qreal inset = side / 4.0;
        Paint::box(painter, circle.adjusted(inset, inset, -inset, -inset), ink, {}, side / 4.0);
    }
}

void drawBranch(const QStyleOption *option, QPainter &painter)
{
    if (!isOn(option, QStyle::State_Children))
        return;
    const bool rightToLeft = option->direction == Qt::RightToLeft;
    const Icon closed = rightToLeft ? Icon::ChevronLeft : Icon::ChevronRight;
    Paint::icon(painter, option->rect, isOn(option, QStyle::State_Open) ? Icon::ChevronDown : closed,
        Color::TextMuted, Theme::instance().scaled(12));
}

void drawItemBackground(const QStyleOption *option, QPainter &painter)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item == nullptr)
        return;
    if (isOn(option, QStyle::State_Selected))
        painter.fillRect(option->rect, token(Color::Selection));
    else if (item->backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option->rect, item->backgroundBrush);
}

void drawArrow(const QStyleOption *option, QPainter &painter, Icon icon)
{
    const Color role = isOn(option, QStyle::State_Enabled) ? Color::TextMuted : Color::TextDisabled;
    const int side = qMin(Theme::instance().scaled(12), qMin(option->rect.width(), option->rect.height()));
    Paint::icon(painter, option->rect, icon, role, qMax(side, 6));
}

void drawHeaderArrow(const QStyleOption *option, QPainter &painter)
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header == nullptr || header->sortIndicator == QStyleOptionHeader::None)
        return;
    // Qt calls ascending "SortDown"; people expect the arrow to point the way the values grow.
    const bool ascending = header->sortIndicator == QStyleOptionHeader::SortDown;
    Paint::icon(painter, option->rect, ascending ? Icon::ChevronUp : Icon::ChevronDown, Color::TextMuted,
        Theme::instance().scaled(12));
}

void drawSplitterLine(const QStyleOption *option, QPainter &painter)
{
    const bool active = isOn(option, QStyle::State_MouseOver) || isOn(option, QStyle::State_Sunken)
        || isOn(option, QStyle::State_HasFocus);
    painter.fillRect(option->rect, token(active ? Color::Accent : Color::Border));
}

void drawTabShape(const QStyleOption *option, QPainter &painter)
{
    const int line = 2;
    const QRect rect = option->rect;
    if (isOn(option, QStyle::State_Selected))
        painter.fillRect(
            QRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line), token(Color::Accent));
    else if (isOn(option, QStyle::State_MouseOver) && isOn(option, QStyle::State_Enabled))
        painter.fillRect(
            QRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line), token(Color::ControlBorder));
}

void drawProgress(const QStyleOption *option, QPainter &painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (bar == nullptr || bar->maximum <= bar->minimum)
        return;
    QRect done = bar->rect;
    done.setWidth(int(qint64(done.width()) * (bar->progress - bar->minimum) / (bar->maximum - bar->minimum)));
    painter.fillRect(QStyle::visualRect(bar->direction, bar->rect, done), token(Color::Accent));
}

} // namespace

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return drawButton(option, *painter, widget);
    case PE_PanelButtonTool:
        return drawToolButtonPanel(option, *painter);
    case PE_PanelLineEdit:
        if (qstyleoption_cast<const QStyleOptionFrame *>(option) == nullptr
            || qstyleoption_cast<const QStyleOptionFrame *>(option)->lineWidth == 0)
            painter->fillRect(
                option->rect, token(isOn(option, State_Enabled) ? Color::Surface : Color::Background));
        drawLineEditPanel(option, *painter);
        return;
    case PE_FrameLineEdit:
        return drawField(option, *painter, isOn(option, State_HasFocus));
    case PE_FrameFocusRect:
        Paint::box(*painter, option->rect, {}, token(Color::FocusRing), 2);
        return;
    case PE_Frame:
    case PE_FrameMenu:
        Paint::box(*painter, option->rect, {}, token(Color::Border), 0.5);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, token(Color::Surface));
        return;
    case PE_PanelTipLabel:
        Paint::box(*painter, option->rect, token(Color::Raised), token(Color::Border), 0.5);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckIndicator(option, *painter);
    case PE_IndicatorRadioButton:
        return drawRadioIndicator(option, *painter);
    case PE_IndicatorBranch:
        return drawBranch(option, *painter);
    case PE_PanelItemViewItem:
    case PE_PanelItemViewRow:
        return drawItemBackground(option, *painter);
    case PE_IndicatorArrowDown:
        return drawArrow(option, *painter, Icon::ChevronDown);
    case PE_IndicatorArrowUp:
        return drawArrow(option, *painter, Icon::ChevronUp);
    case PE_IndicatorArrowLeft:
        return drawArrow(option, *painter, Icon::ChevronLeft);
    case PE_IndicatorArrowRight:
        return drawArrow(option, *painter, Icon::ChevronRight);
    case PE_IndicatorHeaderArrow:
        return drawHeaderArrow(option, *painter);
    case PE_IndicatorTabClose:
        return Paint::icon(
            *painter, option->rect, Icon::Close, Color::TextMuted, Theme::instance().scaled(12));
    case PE_FrameTabBarBase:
        return Paint::lineBelow(*painter, option->rect, Color::Border);
    case PE_IndicatorToolBarSeparator: {
        const QPoint middle(option->rect.width() / 2, option->rect.height() / 2);
        // Between the tools of a row it stands, between the entries of a list it lies.
        if (isOn(option, State_Horizontal))
            return Paint::lineLeft(*painter, option->rect.adjusted(middle.x(), 8, 0, -8), Color::Border);
        return Paint::lineAbove(*painter, option->rect.adjusted(0, middle.y(), 0, 0), Color::Border);
    }
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_FrameDefaultButton:
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
    case PE_FrameButtonTool:
    case PE_IndicatorToolBarHandle:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        return drawPushButtonLabel(option, painter, widget);
    case CE_ItemViewItem:
        return drawItem(option, painter, widget);
    case CE_Header:
        return drawHeader(option, painter, widget);
    case CE_MenuItem:
        return drawMenuItem(option, painter, widget);
    case CE_HeaderSection:
        return drawHeaderSection(option, painter);
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, token(Color::Raised));
        return Paint::lineBelow(*painter, option->rect, Color::Border);
    case CE_HeaderLabel:
        return drawHeaderLabel(option, painter, widget);
    case CE_Splitter:
        return drawSplitterLine(option, *painter);
    case CE_TabBarTabShape:
        return drawTabShape(option, *painter);
    case CE_TabBarTabLabel:
        return drawTabLabel(option, painter, widget);
    case CE_ToolBar:
        painter->fillRect(option->rect, token(Color::Raised));
        return Paint::lineBelow(*painter, option->rect, Color::Border);
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, token(Color::Raised));
        return Paint::lineBelow(*painter, option->rect, Color::Line);
    case CE_MenuBarItem: {
        const bool active = isOn(option, State_Selected) && isOn(option, State_Enabled);
        painter->fillRect(option->rect, token(active ? Color::Selection : Color::Raised));
        Paint::lineBelow(*painter, option->rect, Color::Line); // the empty area's line goes on below
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            const int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
            drawItemText(painter, option->rect, flags, option->palette, isOn(option, State_Enabled),
                item->text, QPalette::WindowText);
        }
        return;
    }
    case CE_ComboBoxLabel:
        return drawComboBoxLabel(option, painter, widget);
    case CE_ProgressBarGroove:
        painter->fillRect(option->rect, token(Color::Line));
        return;
    case CE_ProgressBarContents:
        return drawProgress(option, *painter);
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        return drawComboBox(option, painter, widget);
    case CC_SpinBox:
        return drawSpinBox(option, painter, widget);
    case CC_ScrollBar:
        return drawScrollBar(option, painter, widget);
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            // A button that is nothing but an icon opens its menu without an arrow squeezed into the corner.
            QStyleOptionToolButton copy = *button;
            if (!button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup)
                && button->toolButtonStyle == Qt::ToolButtonIconOnly)
                copy.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &copy, painter, widget);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void Style::drawPushButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool primary = widget != nullptr && widget->property(primaryProperty).toBool();
    if (button == nullptr || !primary) {
        QProxyStyle::drawControl(CE_PushButtonLabel, option, painter, widget);
        return;
    }
    QStyleOptionButton copy = *button;
    copy.palette.setColor(QPalette::Active, QPalette::ButtonText, token(Color::AccentText));
    copy.palette.setColor(QPalette::Inactive, QPalette::ButtonText, token(Color::AccentText));
    QProxyStyle::drawControl(CE_PushButtonLabel, &copy, painter, widget);
}

void Style::drawHeader(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header == nullptr)
        return;
    // The common style asks itself, not the proxy, where label and arrow stand.
    painter->save();
    painter->setClipRect(option->rect);
    QStyleOptionHeader part = *header;
    part.version = QStyleOptionHeader::Version; // the copy is cut off a newer one
    proxy()->drawControl(CE_HeaderSection, &part, painter, widget);
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    part.rect = QProxyStyle::subElementRect(SE_HeaderLabel, header, widget);
    proxy()->drawControl(CE_HeaderLabel, &part, painter, widget);
    if (sorted) {
        part.rect = proxy()->subElementRect(SE_HeaderArrow, header, widget);
        proxy()->drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
    }
    painter->restore();
}

void Style::drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette,
    bool enabled, const QString &text, QPalette::ColorRole textRole) const
{
    QProxyStyle::drawItemText(
        painter, rect, flags, palette, enabled, Presenter::instance().text(text), textRole);
}

void Style::drawItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item == nullptr)
        return QProxyStyle::drawControl(CE_ItemViewItem, option, painter, widget);
    QStyleOptionViewItem copy = *item;
    copy.text = Presenter::instance().text(item->text);
    QProxyStyle::drawControl(CE_ItemViewItem, &copy, painter, widget);
}

void Style::drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (item == nullptr || item->menuItemType == QStyleOptionMenuItem::Separator) {
        QProxyStyle::drawControl(CE_MenuItem, option, painter, widget);
        return;
    }
    QStyleOptionMenuItem plain = *item;
    plain.text = Presenter::instance().text(item->text);
    if (isOn(option, State_Selected) && isOn(option, State_Enabled)) {
        // Fusion would put an outline around the selection.
        painter->fillRect(option->rect, token(Color::Selection));
        plain.state.setFlag(State_Selected, false);
    }
    QProxyStyle::drawControl(CE_MenuItem, &plain, painter, widget);
}

void Style::drawHeaderSection(const QStyleOption *option, QPainter *painter) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    painter->fillRect(option->rect, operableFill(option, token(Color::Raised)));
    Paint::lineBelow(*painter, option->rect, Color::Border);
    const bool last = header == nullptr || header->position == QStyleOptionHeader::End
        || header->position == QStyleOptionHeader::OnlyOneSection;
    if (!last)
        Paint::lineRight(*painter, option->rect, Color::Line);
}

void Style::drawHeaderLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (header == nullptr)
        return QProxyStyle::drawControl(CE_HeaderLabel, option, painter, widget);
    QStyleOptionHeader copy = *header;
    copy.version = QStyleOptionHeader::Version;
    copy.palette.setColor(QPalette::ButtonText, token(Color::TextMuted));
    const bool first = header->position == QStyleOptionHeader::Beginning
        || header->position == QStyleOptionHeader::OnlyOneSection;
    const QVariant inset = widget != nullptr ? widget->property(leadingInsetProperty) : QVariant();
    if (first && inset.isValid() && option->direction == Qt::LeftToRight)
        copy.rect.adjust(Theme::instance().scaled(inset.toInt() - 8), 0, 0, 0);
    copy.text =
        copy.fontMetrics.elidedText(Presenter::instance().text(copy.text), Qt::ElideRight, copy.rect.width());
    QProxyStyle::drawControl(CE_HeaderLabel, &copy, painter, widget);
}

void Style::drawComboBoxLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo == nullptr || combo->editable)
        return QProxyStyle::drawControl(CE_ComboBoxLabel, option, painter, widget);
    QStyleOptionComboBox copy = *combo;
    const QRect field = proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
    const int icon = combo->currentIcon.isNull() ? 0 : combo->iconSize.width() + 4;
    copy.currentText = combo->fontMetrics.elidedText(
        Presenter::instance().text(combo->currentText), Qt::ElideRight, field.width() - icon - 2);
    QProxyStyle::drawControl(CE_ComboBoxLabel, &copy, painter, widget);
}

void Style::drawTabLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (tab == nullptr)
        return QProxyStyle::drawControl(CE_TabBarTabLabel, option, painter, widget);
    QStyleOptionTab copy = *tab;
    const Color role = isOn(option, State_Selected) ? Color::Text : Color::TextMuted;
    copy.palette.setColor(QPalette::WindowText, token(role));
    QProxyStyle::drawControl(CE_TabBarTabLabel, &copy, painter, widget);
}

void Style::drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo == nullptr)
        return;
    if (combo->frame) {
        const QColor base = token(isOn(option, State_Enabled) ? Color::Surface : Color::Background);
        const QColor fill = combo->editable ? base : operableFill(option, base);
        Paint::box(*painter, option->rect, fill,
            token(isOn(option, State_Enabled) ? Color::ControlBorder : Color::Border));
    } else {
        painter->fillRect(option->rect, token(Color::Surface));
    }
    if (isOn(option, State_HasFocus))
        Paint::focusRing(*painter, option->rect, combo->frame ? Paint::cornerRadius : 0);
    const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    Paint::icon(*painter, arrow, Icon::ChevronDown,
        isOn(option, State_Enabled) ? Color::TextMuted : Color::TextDisabled, Theme::instance().scaled(12));
}

void Style::drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (spin == nullptr)
        return;
    if (spin->frame)
        drawField(option, *painter, isOn(option, State_HasFocus));
    const auto drawStep = [&](SubControl control, Icon icon, QAbstractSpinBox::StepEnabledFlag flag) {
        const QRect rect = proxy()->subControlRect(CC_SpinBox, option, control, widget);
        const bool enabled = isOn(option, State_Enabled) && spin->stepEnabled.testFlag(flag);
        Paint::icon(
            *painter, rect, icon, enabled ? Color::TextMuted : Color::Border, Theme::instance().scaled(10));
    };
    if (spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
        drawStep(SC_SpinBoxUp, Icon::ChevronUp, QAbstractSpinBox::StepUpEnabled);
        drawStep(SC_SpinBoxDown, Icon::ChevronDown, QAbstractSpinBox::StepDownEnabled);
    }
}

void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (bar == nullptr)
        return;
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    if (bar->maximum <= bar->minimum)
        return;
    const QRect slider = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool active = isOn(option, State_MouseOver) || isOn(option, State_Sunken);
    const int inset = Theme::instance().scaled(active ? 2 : 3);
    const QRectF thumb = bar->orientation == Qt::Vertical ? slider.adjusted(inset, 1, -inset, -1)
                                                          : slider.adjusted(1, inset, -1, -inset);
    const qreal radius = qMin(thumb.width(), thumb.height()) / 2;
    Paint::box(*painter, thumb, token(active ? Color::TextMuted : Color::ControlBorder), {}, radius);
}

} // namespace Gatescope
