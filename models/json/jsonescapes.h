// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace Gatescope {

/// What a look at the escapes of a JSON string found.
enum class JsonEscapes { Invalid, Sound, LoneSurrogate };

/// Checks every escape of a string's content (without its quotes).
JsonEscapes checkJsonEscapes(std::string_view content);
/// Appends the meaning of a checked content; a lone surrogate as WTF-8.
void unescapeJson(std::string_view content, std::string &out);
/// The meaning of a checked content; a lone surrogate stays one UTF-16 unit.
QString unescapedJson(std::string_view content);

} // namespace Gatescope
