// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "curlclipboard.h"

#include <models/statsig/curl.h>

#include <QClipboard>
#include <QGuiApplication>

namespace Gatescope {

void copyAsCurl(const Exchange &exchange)
{
    QGuiApplication::clipboard()->setText(curlCommand(exchange));
}

} // namespace Gatescope
