// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Gatescope {

class Preferences;

/// Theme and text size; both take effect at once.
class AppearancePane : public QWidget
{
    Q_OBJECT
public:
    explicit AppearancePane(Preferences &preferences, QWidget *parent = nullptr);
};

} // namespace Gatescope
