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

/// What a user is called in the window: a sample's name where it is one, else the user's own label. May be
/// empty.
QString nameOf(const StatsigUser &user);

} // namespace Gatescope
