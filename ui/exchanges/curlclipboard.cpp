// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "curlclipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Gatescope {

void copyAsCode(const Exchange &exchange, RequestLanguage language, bool withPrivate)
{
    const Exchange copied = withPrivate ? exchange : withPrivatePlaceholders(exchange);
    QGuiApplication::clipboard()->setText(requestCode(copied, language));
}

} // namespace Gatescope
