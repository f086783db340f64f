// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpmessage.h"

#include <models/statsig/connection.h>

#include <optional>

namespace Gatescope {

/// Which keys an endpoint takes (facts §1.1).
enum class KeyNeed { None, AnySdkKey, ServerKey };

/// The key that came with a request, never to be shown; empty: none.
QByteArray keyTextOf(const HttpRequest &request);
/// The kind of the sandbox's key that came with the request: in the header statsig-api-key, else ?k=, else as
/// the file name of the path (…/{key}.json).
KeyKind keyOf(const HttpRequest &request);
/// 401 for a missing or unknown key, 403 for one of the wrong kind. The key itself is never repeated.
std::optional<HttpResponse> refuseKey(KeyKind key, KeyNeed need);

} // namespace Gatescope
