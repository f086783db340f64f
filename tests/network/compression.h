// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace Gatescope::Test {

QByteArray gzip(const QByteArray &text);
QByteArray zstd(const QByteArray &text);
/// So many zero bytes, without ever holding them all.
QByteArray gzipOfZeros(qsizetype size);
QByteArray zstdOfZeros(qsizetype size);

} // namespace Gatescope::Test
