// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace Gatescope {

/// A real user agent under the name of its device.
struct Device
{
    QString name;
    QString userAgent;
};

/// The devices people mean most often, one of each system and browser.
QList<Device> devices();

} // namespace Gatescope
