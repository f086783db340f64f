// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <QProxyStyle>

namespace Gatescope {

/// \name Dynamic properties by which a widget asks the style for a variant
/// @{
inline constexpr auto primaryProperty = "gatescopePrimary"; ///< bool, push buttons: filled with the accent
inline constexpr auto smallProperty = "gatescopeSmall"; ///< bool, buttons: 24 px instead of 28
inline constexpr auto leadingInsetProperty =
    "gatescopeLeadingInset"; ///< int, views: where the first column's text is
/// @}

/// Fusion with flat controls in the tokens of the theme: 1 px edges, radius 4, a 2 px focus ring inside the
/// edge.
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
        const QWidget *widget = nullptr) const override;
    QRect subElementRect(
        SubElement element, const QStyleOption *option, const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
        const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
        const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
        QStyleHintReturn *returnData = nullptr) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option = nullptr,
        const QWidget *widget = nullptr) const override;
    /// \name Text that Qt's own widgets draw, as it is shown (Presenter)
    /// @{
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
        const QString &text, QPalette::ColorRole textRole = QPalette::NoRole) const override;
    /// @}
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

private:
    void drawItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeader(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeaderSection(const QStyleOption *option, QPainter *painter) const;
    void drawHeaderLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawPushButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawComboBoxLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawTabLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
};

} // namespace Gatescope
