// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

#include <QList>

namespace Gatescope {

/// A user to start from.
struct SampleUser
{
    QString name; ///< "Mina, gold, Berlin"
    StatsigUser user;
};

/// The users that go with the built-in sandbox's project, read once from the program's resources; none where
/// those are not linked in.
const QList<SampleUser> &sampleUsers();

} // namespace Gatescope
