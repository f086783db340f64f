// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

#include <optional>

namespace Gatescope {

/// A user to start from, out of the resources.
struct SampleUser
{
    QString name; ///< "Mina, gold, Berlin"
    StatsigUser user;
};

/// The first of :/gatescope/sample/sample-users.json; nothing where the resources are not linked in.
std::optional<SampleUser> sampleUser();

} // namespace Gatescope
