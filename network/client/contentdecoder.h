// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace Gatescope {

enum class DecodeFault {
    UnknownEncoding, ///< not among acceptedEncodings
    Broken,
    Truncated,
    TooLarge,
};

struct DecodedContent
{
    QByteArray bytes; ///< up to the fault if there is one
    std::optional<DecodeFault> fault;
};

/// What a request offers: gzip and deflate can be unpacked within a limit.
inline constexpr const char *acceptedEncodings = "gzip, deflate";

/// Undoes Content-Encoding, stopping at maxBytes, so that a small body cannot fill the memory. Any thread.
DecodedContent decodeContent(const QList<QByteArray> &chunks, const QByteArray &encoding, qint64 maxBytes);

} // namespace Gatescope
