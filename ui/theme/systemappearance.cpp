// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "systemappearance.h"

#ifdef GATESCOPE_HAS_DBUS
#include "portalsettings.h"
#endif

namespace Gatescope {

SystemAppearance::SystemAppearance(const QPalette &platformPalette, QObject *parent)
    : QObject(parent)
    , m_palette(platformPalette)
{
#ifdef GATESCOPE_HAS_DBUS
    if (PortalSettings::isWorthAsking()) {
        auto *portal = new PortalSettings(this);
        connect(portal, &PortalSettings::answered, this, &SystemAppearance::read);
        portal->start();
    }
#endif
}

bool SystemAppearance::isDark() const
{
    if (m_scheme != Scheme::Unknown)
        return m_scheme == Scheme::Dark;
    return m_palette.color(QPalette::Window).lightnessF() < 0.5F;
}

void SystemAppearance::read(const QString &key, uint value)
{
    const Scheme scheme = m_scheme;
    const bool highContrast = m_highContrast;
    if (key == QLatin1String("color-scheme"))
        m_scheme = value == 1 ? Scheme::Dark : value == 2 ? Scheme::Light : Scheme::Unknown;
    else if (key == QLatin1String("contrast"))
        m_highContrast = value == 1;
    if (scheme != m_scheme || highContrast != m_highContrast)
        Q_EMIT changed();
}

} // namespace Gatescope
