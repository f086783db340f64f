// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "devices.h"

namespace Gatescope {

QList<Device> devices()
{
    return {
        {QStringLiteral("iPhone, iOS 17, Safari"),
            QStringLiteral(
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
                "Gecko) Version/17.5 Mobile/15E148 Safari/604.1")},
        {QStringLiteral("iPad, iOS 16, Safari"),
            QStringLiteral(
                "Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                "Version/16.6 Mobile/15E148 Safari/604.1")},
        {QStringLiteral("Pixel 8, Android 14, Chrome"),
            QStringLiteral("Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) "
                           "Chrome/126.0.0.0 Mobile Safari/537.36")},
        {QStringLiteral("Mac, Safari"),
            QStringLiteral(
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                "Version/17.5 Safari/605.1.15")},
        {QStringLiteral("Windows, Chrome"),
            QStringLiteral("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                           "Chrome/126.0.0.0 Safari/537.36")},
        {QStringLiteral("Windows, Edge"),
            QStringLiteral("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                           "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0")},
        {QStringLiteral("Linux, Firefox"),
            QStringLiteral("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0")},
    };
}

} // namespace Gatescope
