// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsonwriter.h"

#include <models/json/jsondocument.h>

#include <initializer_list>
#include <span>
#include <string_view>

namespace Gatescope {

/// \name The two directions of payloadText()
/// @{
QByteArray payloadToV1(const JsonValue &payload);
QByteArray payloadToV2(const JsonValue &payload);
/// @}

/// Where v2 keeps the rules of an entity that was switched off here: its SDKs look at the rules they are
/// given, and Statsig sends none then (facts §11, 18).
inline constexpr std::string_view rulesWhenEnabled = "rulesWhenEnabled";

/// The members of an object as they stand, into an object that is open in the writer.
void writeMembers(JsonWriter &writer, const JsonValue &object, std::span<const std::string_view> without);
inline void writeMembers(
    JsonWriter &writer, const JsonValue &object, std::initializer_list<std::string_view> without)
{
    writeMembers(writer, object, std::span(without.begin(), without.size()));
}
/// A user_bucket condition with a set of buckets: an array in v1, an object's keys in v2 (facts §2.4).
bool isBucketList(const JsonValue &condition);

} // namespace Gatescope
