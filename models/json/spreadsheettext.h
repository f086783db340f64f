// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Gatescope {

/// A text as a spreadsheet may be given it: what it would run as a formula, and is no number, behind an
/// apostrophe.
QString spreadsheetText(QString text);

} // namespace Gatescope
