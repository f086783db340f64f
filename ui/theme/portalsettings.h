// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace Gatescope {

/// The group org.freedesktop.appearance of the XDG desktop portal, asked once and listened to.
class PortalSettings : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// False without a session bus (asking would try to start one) and on platforms without a desktop.
    static bool isWorthAsking();
    void start();

Q_SIGNALS:
    /// color-scheme: 1 dark, 2 light; contrast: 1 high.
    void answered(const QString &key, uint value);

private:
    void ask(const QString &key);

private Q_SLOTS:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace Gatescope
