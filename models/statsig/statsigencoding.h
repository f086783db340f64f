// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace Gatescope {

/// A body that a browser's js-client sent with se=1 in the address, which is reverse(base64(JSON)) (facts
/// §1.7). Its btoa() makes one byte of each character up to U+00FF, and it sends others in plain text; who
/// encodes UTF-8 is understood too.
QByteArray withoutStatsigEncoding(QByteArray body);

} // namespace Gatescope
