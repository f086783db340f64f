// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace Gatescope {

/// Compressed, with a checksum. Any thread.
QByteArray packedBytes(const QByteArray &bytes);
/// What was packed; nothing if it is damaged.
std::optional<QByteArray> unpackedBytes(const QByteArray &packed);

} // namespace Gatescope
