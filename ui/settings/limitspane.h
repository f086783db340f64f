// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/preferences.h>

#include <QWidget>

class QFormLayout;
class QSpinBox;

namespace Gatescope {

/// How long to wait and how much to read; for requests started from then on.
class LimitsPane : public QWidget
{
    Q_OBJECT
public:
    explicit LimitsPane(Preferences &preferences, QWidget *parent = nullptr);

private:
    QSpinBox *addNumber(const QString &label, const QString &objectName, const QString &suffix, int maximum);
    void store();

    Preferences &m_preferences;
    QFormLayout *m_form;
    QSpinBox *m_connect;
    QSpinBox *m_idle;
    QSpinBox *m_megabytes;
};

} // namespace Gatescope
