// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkplan.h>

namespace Gatescope {

/// What the Check page remembers for a connection.
struct CheckSetup
{
    CheckItems items;
    CheckAsk ask;
    bool checkAgain = false; ///< when the user changes
    bool operator==(const CheckSetup &) const = default;
};

QByteArray toJson(const CheckSetup &setup);
/// Nothing where the text is not one of ours; unknown parts of it are left out.
std::optional<CheckSetup> checkSetupFromJson(const QByteArray &json);

} // namespace Gatescope
