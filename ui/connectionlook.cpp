// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectionlook.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

struct ConnectionLook
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionLook)
};

} // namespace

Theme::Icon connectionIcon(const Connection &connection)
{
    return connection.builtIn ? Theme::Icon::Sandbox : Theme::Icon::Server;
}

Theme::Color connectionStripe(const Connection &connection)
{
    switch (connection.color) {
    case ConnectionColor::Automatic:
        break;
    case ConnectionColor::Blue:
        return Theme::Color::ConnectionBlue;
    case ConnectionColor::Teal:
        return Theme::Color::ConnectionTeal;
    case ConnectionColor::Green:
        return Theme::Color::ConnectionGreen;
    case ConnectionColor::Violet:
        return Theme::Color::ConnectionViolet;
    case ConnectionColor::Pink:
        return Theme::Color::ConnectionPink;
    }
    if (connection.isProduction())
        return Theme::Color::Warning;
    return connection.builtIn ? Theme::Color::Accent : Theme::Color::ControlBorder;
}

QString connectionColorText(ConnectionColor color)
{
    switch (color) {
    case ConnectionColor::Automatic:
        return ConnectionLook::tr("By tier: amber for production");
    case ConnectionColor::Blue:
        return ConnectionLook::tr("Blue");
    case ConnectionColor::Teal:
        return ConnectionLook::tr("Teal");
    case ConnectionColor::Green:
        return ConnectionLook::tr("Green");
    case ConnectionColor::Violet:
        return ConnectionLook::tr("Violet");
    case ConnectionColor::Pink:
        return ConnectionLook::tr("Pink");
    }
    Q_UNREACHABLE();
}

} // namespace Gatescope
