// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <QString>

namespace Gatescope {

/// What a server says about its refusal: the text of message, error or reason, also one level down ({"error":
/// {"message":…}}). One line of at most 300 characters, plain text; empty if it gave none.
QString serverMessage(const JsonValue &body);
/// Any text of a server made fit for a sentence: white space and control characters folded, length bounded.
QString boundedServerText(const QString &text);

} // namespace Gatescope
