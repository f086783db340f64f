// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/requests.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace Gatescope {

/// Statsig's djb2 over Unicode code points, as CORE does it (facts §5), in decimal.
std::string djb2(std::string_view utf8);
std::uint32_t djb2Number(std::string_view utf8);
/// Standard base64 of the SHA-256.
std::string sha256Base64(std::string_view utf8);
/// The name under which an entity stands in an initialize response.
std::string hashedName(std::string_view name, HashAlgorithm algorithm);

} // namespace Gatescope
