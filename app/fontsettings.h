// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Gatescope {

/// Has fontconfig read its settings and its list of fonts, which is the longest single thing Qt does before
/// it can draw a letter; Qt then finds it done. Where there is no fontconfig this does nothing. Any thread.
void readFontSettings();

} // namespace Gatescope
