// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace Gatescope {

/// Has a screen reader say the widget's name, wherever the focus is: something came that was not asked for
/// now.
void announce(QWidget *widget);

} // namespace Gatescope
