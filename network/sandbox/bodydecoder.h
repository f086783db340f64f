// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <expected>

namespace Gatescope {

enum class DecodeFailure {
    UnknownEncoding, ///< 415
    Corrupt, ///< 400: broken or cut short
    TooLarge, ///< 413: more than the cap when unpacked
};

/// Undoes a Content-Encoding: identity (or empty), gzip or zstd. Stops at `cap` bytes of output, so that a
/// small body that unpacks into a huge one costs no more than that.
std::expected<QByteArray, DecodeFailure> decodeBody(
    const QByteArray &body, QByteArrayView contentEncoding, qsizetype cap);

} // namespace Gatescope
