// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsondocument.h"

namespace Gatescope {

/// A value in one line and one form, whatever its white space, escapes and order of members: of two members
/// of one name the last, numbers as they were written. Equal texts are of equal values. Any thread.
QByteArray canonicalJson(const JsonValue &value);

} // namespace Gatescope
