// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "keyrefusal.h"

#include <QCoreApplication>

namespace Gatescope {

QString keyRefusal(KeyKind kind, Endpoint endpoint)
{
    if (kind == KeyKind::Console)
        return QCoreApplication::translate("KeyRefusal",
            "A console key is for Statsig's Console API and is refused here. Use a server or client key.");
    if (kind == KeyKind::Client && endpoint == Endpoint::DownloadConfigSpecs)
        return QCoreApplication::translate(
            "KeyRefusal", "A client key cannot download specs. Use a server key, or open specs from a file.");
    return {};
}

} // namespace Gatescope
