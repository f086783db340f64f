// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>
#include <ui/theme/theme.h>

namespace Gatescope {

/// The icon of a kind; its word is kindWords().
Theme::Icon iconOf(EntityKind kind);

} // namespace Gatescope
