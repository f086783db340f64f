// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QPalette>

namespace Gatescope {

/// What the desktop wishes: the portal's org.freedesktop.appearance where there is one, else the palette the
/// platform started with. Asks without waiting; changed() tells of a late or a new answer. UI thread.
class SystemAppearance : public QObject
{
    Q_OBJECT
public:
    explicit SystemAppearance(const QPalette &platformPalette, QObject *parent = nullptr);

    bool isDark() const;
    bool isHighContrast() const { return m_highContrast; }
    const QPalette &palette() const { return m_palette; }

Q_SIGNALS:
    void changed();

private:
    enum class Scheme { Unknown, Dark, Light };

    void read(const QString &key, uint value);

    QPalette m_palette;
    Scheme m_scheme = Scheme::Unknown;
    bool m_highContrast = false;
};

} // namespace Gatescope
