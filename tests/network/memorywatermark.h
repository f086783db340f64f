// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace Gatescope::Test {

/// The most memory this process has had resident since it was made, less what it had then. Linux only, and
/// not under AddressSanitizer, which keeps what is freed.
class MemoryWatermark
{
public:
    MemoryWatermark();

    static bool isAvailable();
    qint64 growth() const; ///< bytes

private:
    qint64 m_start = 0;
};

} // namespace Gatescope::Test
