// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

namespace Gatescope {

namespace {

int px(int pixels)
{
    return Theme::instance().scaled(pixels);
}

bool isSmall(const QWidget *widget)
{
    return widget != nullptr && widget->property(smallProperty).toBool();
}

int controlHeight(const QStyleOption *option, const QWidget *widget)
{
    const int needed = option->fontMetrics.height() + px(isSmall(widget) ? 6 : 10);
    return qMax(px(isSmall(widget) ? 24 : 28), needed);
}

/// A list is as wide as its longest entry, so that none has to be guessed.
QRect popupRect(const QRect &field, const QComboBox *combo)
{
    if (combo == nullptr || combo->view() == nullptr)
        return field;
    const int entries = combo->view()->sizeHintForColumn(combo->modelColumn()) + px(16);
    return {field.topLeft(), QSize(qMax(field.width(), entries), field.height())};
}

} // namespace

Style::Style()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{ }

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr
        || qobject_cast<QTabBar *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        return {contents.width() + px(isSmall(widget) ? 16 : 24), controlHeight(option, widget)};
    case CT_LineEdit:
        return {contents.width() + px(16), controlHeight(option, widget)};
    case CT_ComboBox:
        return {contents.width() + px(8 + 8 + 24), controlHeight(option, widget)};
    case CT_SpinBox: {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool hasButtons = spin == nullptr || spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        return {contents.width() + px(hasButtons ? 8 + 24 : 8 + 8), controlHeight(option, widget)};
    }
    case CT_ToolButton: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        const int side = px(isSmall(widget) ? 24 : 28);
        return size.expandedTo({side, side});
    }
    case CT_HeaderSection: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + px(8), qMax(px(28), option->fontMetrics.height() + px(10))};
    }
    case CT_TabBarTab:
        return {contents.width() + px(8), qMax(px(32), option->fontMetrics.height() + px(14))};
    case CT_MenuBarItem:
        return {contents.width() + px(20), option->fontMetrics.height() + px(10)};
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + px(8), qMax(size.height(), Theme::instance().nestedRowHeight())};
    }
    case CT_MenuItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator)
            return size;
        return {size.width() + px(12), qMax(size.height(), px(26))};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame != nullptr && frame->lineWidth > 0)
            return option->rect.adjusted(px(6), 1, -px(6), -1);
    }
    if (element == SE_HeaderArrow) {
        const int side = px(12);
        const QRect rect = option->rect;
        const QRect arrow(rect.right() + 1 - side - px(6), rect.center().y() - side / 2 + 1, side, side);
        return visualRect(option->direction, rect, arrow);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
    const QWidget *widget) const
{
    const QRect rect = option->rect;
    const auto visual = [&](const QRect &logical) { return visualRect(option->direction, rect, logical); };
    if (control == CC_ComboBox) {
        const QRect arrow(rect.right() + 1 - px(26), rect.top(), px(26), rect.height());
        if (subControl == SC_ComboBoxArrow)
            return visual(arrow);
        if (subControl == SC_ComboBoxEditField)
            return visual(rect.adjusted(px(7), 2, -arrow.width(), -2));
        if (subControl == SC_ComboBoxListBoxPopup)
            return popupRect(rect, qobject_cast<const QComboBox *>(widget));
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool hasButtons = spin == nullptr || spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int width = hasButtons ? px(22) : px(6);
        const QRect buttons(rect.right() - width, rect.top() + 1, width, rect.height() - 2);
        if (subControl == SC_SpinBoxUp)
            return visual(buttons.adjusted(0, 0, 0, -buttons.height() / 2));
        if (subControl == SC_SpinBoxDown)
            return visual(buttons.adjusted(0, buttons.height() / 2, 0, 0));
        if (subControl == SC_SpinBoxEditField)
            return visual(rect.adjusted(px(6), 2, -width - 1, -2));
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return 1;
    case PM_SplitterWidth:
        return 1; // Qt widens the area that can be grabbed by itself
    case PM_ScrollBarExtent:
        return px(12);
    case PM_ScrollBarSliderMin:
        return px(28);
    case PM_TreeViewIndentation:
        return px(16);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_LineEditIconSize:
        return px(16);
    case PM_HeaderMargin:
        return px(8);
    case PM_HeaderMarkSize:
        return px(12);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return px(4);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return px(8);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
    case PM_ToolBarFrameWidth:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_TabBarTabHSpace:
        return px(24);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return px(4);
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_MenuBarHMargin:
        return px(4);
    case PM_ToolTipLabelFrameWidth:
        return px(6);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_PaintAlternatingRowColorsForEmptyArea:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ItemView_ActivateItemOnSingleClick:
        return hint == SH_ItemView_ShowDecorationSelected;
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

/// Ours where it is asked for at every start: those of the desktop are searched for on the disk.
QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    return pixmap == SP_ToolBarHorizontalExtensionButton ? Theme::instance().icon(Theme::Icon::More)
                                                         : QProxyStyle::standardIcon(pixmap, option, widget);
}

} // namespace Gatescope
