// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <deque>
#include <string>
#include <string_view>

namespace Gatescope {

/// The texts of one payload, read in place wherever they stand there as they are meant. They are valid as
/// long as this and the payload's document are.
class PayloadTexts
{
public:
    /// A string without its escapes; empty for anything else.
    std::string_view text(const JsonValue &string);
    /// The key of a member without its escapes.
    std::string_view key(const JsonValue &member);
    /// The compact text of an object; "{}" for anything else.
    std::string_view object(const JsonValue &value);
    /// For texts that are not in the payload.
    std::string_view kept(std::string text);

private:
    std::deque<std::string> m_kept; ///< which does not move them as it grows
};

} // namespace Gatescope
