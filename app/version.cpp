// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "version.h"

namespace Gatescope {

QString versionText()
{
    return QStringLiteral(GATESCOPE_VERSION);
}

} // namespace Gatescope
