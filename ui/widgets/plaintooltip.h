// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Gatescope {

/// Text for setToolTip() that shows exactly these characters, whoever wrote them. Qt guesses whether a tool
/// tip is markup: what could be taken for it is escaped, what could not must not be, or its quotes would show
/// as entities. Long texts wrap.
QString plainToolTip(const QString &text);
/// The text of such a tool tip.
QString toolTipText(const QString &toolTip);

} // namespace Gatescope
