// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Gatescope {

/// The program's version, such as "0.1.0".
QString versionText();

} // namespace Gatescope
