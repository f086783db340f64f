// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Gatescope {

/// A text as a spreadsheet may be given it: what it would run as a formula, and is no number of JSON, behind
/// an apostrophe. A text that begins with apostrophes before such a sign gets one more, so that
/// withFormula() gives back every text.
QString withoutFormula(const QString &text);
/// Undoes withoutFormula().
QString withFormula(const QString &text);

} // namespace Gatescope
