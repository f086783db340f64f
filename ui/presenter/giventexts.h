// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace Gatescope {

class Presenter;

/// Gives a widget's window title, and the name and description that a screen reader says of it, their
/// pseudonyms, and back what they were once presenter mode is off. Whatever it is given by others meanwhile
/// counts as new.
void presentGivenTexts(QWidget &widget, const Presenter &presenter);

} // namespace Gatescope
