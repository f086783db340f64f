// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

namespace Gatescope {

/// Limits of one call.
struct ClientOptions
{
    std::chrono::milliseconds connectTimeout =
        std::chrono::seconds(10); ///< until the request is being written
    std::chrono::milliseconds idleTimeout = std::chrono::seconds(30); ///< without a byte in either direction
    qint64 maxResponseBytes = 256LL * 1024 * 1024; ///< as received and as decompressed
    bool operator==(const ClientOptions &) const = default;
};

} // namespace Gatescope
