// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/exchangeformats/requestcode.h>

namespace Gatescope {

/// Puts an exchange's request on the clipboard as code, its key as a variable to fill in, and placeholders
/// for private attributes unless they are asked for.
void copyAsCode(const Exchange &exchange, RequestLanguage language, bool withPrivate = false);
inline void copyAsCurl(const Exchange &exchange)
{
    copyAsCode(exchange, RequestLanguage::Curl);
}

} // namespace Gatescope
