// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpmessage.h"

struct MHD_Connection;
struct MHD_Response;

namespace Gatescope {

class DelayLine;

/// A response whose body is cut short or comes in pieces. It announces the whole of it. Null: out of memory.
MHD_Response *faultyResponse(
    QByteArray body, HttpResponse::Delivery delivery, MHD_Connection *connection, DelayLine &delays);

/// Both ends lose the connection at once, as if the peer's machine had gone (RST). Where the system cannot do
/// that, it is closed without an answer.
void resetConnection(MHD_Connection *connection);

} // namespace Gatescope
