// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fontsettings.h"

#include <QLibrary>

namespace Gatescope {

void readFontSettings()
{
    // Qt's platform plugins link it; Gatescope itself needs nothing of it at build time.
    QLibrary fontconfig(QStringLiteral("fontconfig"), 1);
    using Init = int (*)();
    if (const auto init = reinterpret_cast<Init>(fontconfig.resolve("FcInit")))
        init();
}

} // namespace Gatescope
