// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

#include <vector>

namespace Gatescope {

enum class JsonTokenKind { Key, Text, Literal, Punctuation };

struct JsonToken
{
    qsizetype start = 0;
    qsizetype length = 0;
    JsonTokenKind kind = JsonTokenKind::Punctuation;
    bool operator==(const JsonToken &) const = default;
};

/// The tokens of one line of JSON text, whatever stands before or after it: JSON strings never span lines.
/// Text that is not JSON gives punctuation. A part of a longer line may begin within a string. At most
/// `limit` tokens, so that a line of a megabyte costs nothing.
std::vector<JsonToken> jsonTokens(QStringView line, bool isInString = false, std::size_t limit = 2000);

} // namespace Gatescope
