// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpmessage.h"

struct MHD_Connection;

namespace Gatescope {

/// The parts of a request line, where libmicrohttpd has them.
struct RequestLine
{
    const char *method = nullptr;
    const char *target = nullptr;
    const char *version = nullptr;
};

/// Fills everything of a request but its target and body. On the connection's thread, when the header is
/// complete.
void readHead(MHD_Connection *connection, const RequestLine &line, HttpRequest &request);

} // namespace Gatescope
