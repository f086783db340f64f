// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/privacy/redaction.h>

namespace Gatescope {

/// An explanation (docs/explain-json.md) without the booleans and nulls of attributes that are hidden, alone
/// or in a list, in its user, in the rows about them and in its headline. No other text tells whose they are,
/// so that a redaction of texts cannot find them.
QByteArray withoutHiddenValues(const QByteArray &explanation, const Redaction &redaction);

} // namespace Gatescope
