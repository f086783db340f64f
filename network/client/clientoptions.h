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
    /// Kept connections that were not used for longer are dropped: after a sleep or behind a router they may
    /// be dead without a word, and a call on one would wait for its idle limit.
    std::chrono::milliseconds keepAlive = std::chrono::seconds(45);
    qint64 maxResponseBytes = 256LL * 1024 * 1024; ///< as received and as decompressed
    bool operator==(const ClientOptions &) const = default;
};

} // namespace Gatescope
