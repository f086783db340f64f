// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

namespace Gatescope {

/// A user's JSON, compact, with "(private)" for each value of privateAttributes; its keys stay.
QByteArray userWithoutPrivate(const JsonValue &user);

} // namespace Gatescope
