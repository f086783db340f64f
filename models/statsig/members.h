// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>
#include <models/json/jsonmember.h>

namespace Gatescope {

/// The members of an object in their order, each value without white space between its tokens; empty for
/// other kinds.
JsonMembers membersOf(const JsonValue &object);
/// One compact JSON object.
QByteArray membersToJson(const JsonMembers &members);
/// The last member of that name, as JSON parsers commonly choose; null if there is none.
const JsonMember *findMember(const JsonMembers &members, QStringView key);
void removeMember(JsonMembers &members, QStringView key);
/// The text of a string value, the JSON text of any other, empty for null.
QString textOfJson(const QByteArray &json);

} // namespace Gatescope
