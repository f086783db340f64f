// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpmessage.h"

#include <optional>

namespace Gatescope {

/// What the HTTP library lets through but nobody should answer: ambiguous framing (two lengths, a length
/// beside chunks), header fields that are not fields, a Host that is missing, double or not this machine. The
/// last is what keeps web pages of other origins from reaching the sandbox under a name of theirs.
std::optional<HttpResponse> refuseMalformed(const HttpRequest &request);

/// 413 for a Content-Length over the limit. One that is not far over it is still read, so that the client
/// hears the answer.
std::optional<HttpResponse> refuseLength(const HttpRequest &request, qsizetype limit);

/// localhost, 127.0.0.0/8 or [::1], with or without a port.
bool isLoopbackHost(QByteArrayView host);

} // namespace Gatescope
