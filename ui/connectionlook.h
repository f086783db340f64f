// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/connection.h>
#include <ui/theme/theme.h>

namespace Gatescope {

/// \name How a connection looks wherever one is chosen: its stripe, its icon, and always its name
/// @{
Theme::Icon connectionIcon(const Connection &connection);
/// The colour chosen for it, else its tier's: amber is production.
Theme::Color connectionStripe(const Connection &connection);
/// "Blue"; translated.
QString connectionColorText(ConnectionColor color);
/// @}

} // namespace Gatescope
