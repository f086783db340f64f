// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QCheckBox;
class QSpinBox;

namespace Gatescope {

class Preferences;

/// Whether downloaded specs are kept for comparison, and how many for how long.
class SnapshotsPane : public QWidget
{
    Q_OBJECT
public:
    explicit SnapshotsPane(Preferences &preferences, QWidget *parent = nullptr);

private:
    void store();
    void showState();

    Preferences &m_preferences;
    QCheckBox *m_keep;
    QSpinBox *m_count;
    QSpinBox *m_days;
};

} // namespace Gatescope
