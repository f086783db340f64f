// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QMenuBar;

namespace Gatescope {

/// The keys of the window's actions, menu by menu.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    ShortcutsDialog(const QMenuBar &menus, QWidget *parent);
};

} // namespace Gatescope
