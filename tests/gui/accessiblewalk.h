// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>

class QWidget;

namespace Gatescope::Test {

/// What the Tab key can reach in a window now.
QList<QWidget *> focusableIn(const QWidget *window);
/// Where a widget is, for messages.
QString pathOf(const QWidget *widget);
/// The paths of those that have nothing to say to a screen reader.
QStringList nameless(const QWidget *window);

} // namespace Gatescope::Test
