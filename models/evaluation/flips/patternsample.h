// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace Gatescope {

/// Short texts that a regular expression of everyday shape probably finds: one for each alternative, at most
/// eight. Empty where the pattern uses more than literals, classes, groups, alternatives and counts.
QStringList patternSamples(const QString &pattern);

} // namespace Gatescope
