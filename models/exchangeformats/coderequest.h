// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

namespace Gatescope {

/// The environment variable that holds the key wherever a request is written down.
inline constexpr const char *keyVariable = "STATSIG_API_KEY";

/// Of an exchange's request what code has to say: the rest is left to the program that sends it.
struct CodeRequest
{
    QString method;
    QString url; ///< percent-encoded; without the key and encoding that browsers' SDKs put into it
    QList<std::pair<QString, QString>> headers; ///< without the key's
    bool hasKey = false; ///< it is sent as the header statsig-api-key
    QString body;
};
CodeRequest codeRequestOf(const Exchange &exchange);

/// Whether an HTTP client sets a header by itself, or its value was a credential that is gone.
bool isLeftOut(const HttpHeader &header);
bool isKeyHeader(const HttpHeader &header);

} // namespace Gatescope
