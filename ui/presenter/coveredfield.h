// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAccessibleWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace Gatescope {

/// What a screen reader is told of a field or a choice while presenter mode is on: its name, and its value as
/// it is shown.
class CoveredField : public QAccessibleWidget
{
public:
    /// Has screen readers ask for it, and for what Qt gives once the mode is off again.
    static void follow();

    explicit CoveredField(QLineEdit *line);
    explicit CoveredField(QComboBox *combo);
    explicit CoveredField(QPlainTextEdit *text);

    QString text(QAccessible::Text kind) const override;

private:
    QString value() const;
};

} // namespace Gatescope
