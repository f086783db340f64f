// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "statsigencoding.h"

#include <QString>

#include <algorithm>

namespace Gatescope {

QByteArray withoutStatsigEncoding(QByteArray body)
{
    std::ranges::reverse(body);
    QByteArray json = QByteArray::fromBase64(body);
    return json.isValidUtf8() ? json : QString::fromLatin1(json).toUtf8();
}

} // namespace Gatescope
