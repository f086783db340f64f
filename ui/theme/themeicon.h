// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <QIconEngine>

namespace Gatescope {

/// Draws one icon of the theme in the colours in force when it is painted, so that icons set once follow the
/// theme.
class ThemeIconEngine : public QIconEngine
{
public:
    ThemeIconEngine(Theme::Icon id, Theme::Color role)
        : m_id(id)
        , m_role(role)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new ThemeIconEngine(m_id, m_role); }

private:
    Theme::Color colorFor(QIcon::Mode mode) const;

    Theme::Icon m_id;
    Theme::Color m_role;
};

/// The SVG of an icon as stored, strokes in currentColor. Empty if the resource is missing.
QByteArray iconSource(Theme::Icon id);
/// Renders an SVG in one colour into a square of device pixels.
QPixmap renderIcon(const QByteArray &svg, const QColor &color, int devicePixels);

} // namespace Gatescope
