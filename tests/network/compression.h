// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace Gatescope::Test {

QByteArray gzip(const QByteArray &text);
QByteArray zstd(const QByteArray &text);

} // namespace Gatescope::Test
