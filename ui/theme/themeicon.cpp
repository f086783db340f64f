// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "themeicon.h"

#include <QFile>
#include <QMetaEnum>
#include <QPainter>
#include <QSvgRenderer>

namespace Gatescope {

namespace {

/// DynamicConfig → "dynamic-config".
QString iconFileName(Theme::Icon id)
{
    const QString key = QString::fromLatin1(QMetaEnum::fromType<Theme::Icon>().valueToKey(int(id)));
    QString name;
    for (const QChar c : key) {
        if (c.isUpper() && !name.isEmpty())
            name += u'-';
        name += c.toLower();
    }
    return name;
}

} // namespace

QByteArray iconSource(Theme::Icon id)
{
    QFile file(QStringLiteral(":/gatescope/icons/") + iconFileName(id) + QStringLiteral(".svg"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap renderIcon(const QByteArray &svg, const QColor &color, int devicePixels)
{
    QByteArray colored = svg;
    colored.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(colored);
    QPixmap pixmap(devicePixels, devicePixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, devicePixels, devicePixels));
    return pixmap;
}

void ThemeIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const int side = qMin(rect.width(), rect.height());
    const QPixmap pixmap =
        Theme::instance().pixmap(m_id, colorFor(mode), side, painter->device()->devicePixelRatio());
    painter->drawPixmap(
        QRect(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side),
        pixmap);
}

QPixmap ThemeIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap ThemeIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // Qt hands the size in device pixels and the ratio beside it, and sets the ratio of the pixmap itself.
    const int side = qMin(size.width(), size.height());
    QPixmap pixmap = Theme::instance().pixmap(m_id, colorFor(mode), side, 1.0);
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

QSize ThemeIconEngine::actualSize(const QSize &size, QIcon::Mode, QIcon::State)
{
    const int side = qMin(size.width(), size.height());
    return {side, side};
}

Theme::Color ThemeIconEngine::colorFor(QIcon::Mode mode) const
{
    return mode == QIcon::Disabled ? Theme::Color::TextDisabled : m_role;
}

} // namespace Gatescope
