// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QWidget;

namespace Gatescope::Test {

/// Every text that a widget and what is in it draw, one behind the other, as an eye would read them: what is
/// behind something else or scrolled away is not drawn.
QString drawnText(QWidget &widget);
/// Its window's title, and every name, description and value that a screen reader can ask for of what is
/// shown, one a line.
QString spokenText(QWidget &widget);

} // namespace Gatescope::Test
