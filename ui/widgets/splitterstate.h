// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

class QSplitter;

namespace Gatescope {

class Preferences;

/// Remembers the sizes of a splitter under `key` between runs. A double click on a handle restores
/// `defaultSizes`. No pane can be dragged shut. Both must outlive the splitter's use.
void rememberSplitter(
    QSplitter *splitter, Preferences &preferences, const QString &key, const QList<int> &defaultSizes);

} // namespace Gatescope
