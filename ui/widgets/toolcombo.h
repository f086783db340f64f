// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

#include <QComboBox>

#include <optional>

namespace Gatescope {

/// A choice in a bar: an optional coloured stripe, icon and muted prefix before the current text, and a muted
/// suffix that stays when the text has to be elided.
class ToolCombo : public QComboBox
{
    Q_OBJECT
public:
    struct Face
    {
        std::optional<Theme::Color> stripe;
        std::optional<Theme::Icon> icon;
        QString prefix;
        QString text;
        QString suffix;
        bool strong = false;
        bool operator==(const Face &) const = default;
    };

    explicit ToolCombo(QWidget *parent = nullptr);

    void setFace(const Face &face);
    /// Widest it grows to, at 100 %.
    void setMaximumContentWidth(int pixels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    Face m_face;
    int m_maximumWidth = 220;
};

} // namespace Gatescope
