// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

#include <QList>

namespace Gatescope {

struct SampleUser
{
    QString name;
    StatsigUser user;
};

/// The users that go with the built-in sandbox's project, read from the program's resources.
QList<SampleUser> sampleUsers();

/// A real user agent under the name of its device.
struct Device
{
    QString name;
    QString userAgent;
};
QList<Device> devices();

} // namespace Gatescope
