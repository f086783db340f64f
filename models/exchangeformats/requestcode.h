// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

namespace Gatescope {

/// What a request can be written as.
enum class RequestLanguage {
    Curl, ///< for sh
    PowerShell, ///< Invoke-WebRequest, from 5.1 on
    Python, ///< its standard library (urllib), so that nothing needs to be installed
    JavaScript, ///< fetch, as Node and browsers have it
    Go, ///< net/http, a whole program
};
inline constexpr std::array requestLanguages {RequestLanguage::Curl, RequestLanguage::PowerShell,
    RequestLanguage::Python, RequestLanguage::JavaScript, RequestLanguage::Go};

/// The exchange's request as a command or program that sends its body byte for byte. The key is read from the
/// environment variable STATSIG_API_KEY: nothing secret is in it.
QString requestCode(const Exchange &exchange, RequestLanguage language);
/// requestCode() for sh.
inline QString curlCommand(const Exchange &exchange)
{
    return requestCode(exchange, RequestLanguage::Curl);
}

/// The exchange with placeholders for the values of private attributes in both bodies, and in what else of
/// the answer repeats them.
Exchange withPrivatePlaceholders(Exchange exchange);

} // namespace Gatescope
