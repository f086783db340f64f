// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/specsplace.h>
#include <ui/theme/theme.h>

namespace Gatescope {

/// The icon of a kind; its word is kindWords().
Theme::Icon iconOf(EntityKind kind);
Theme::Icon iconOf(ListedKind kind);

} // namespace Gatescope
