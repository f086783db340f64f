// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/lint/finding.h>

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace Gatescope {

class LintList;
class TextLabel;

/// One line of the form: label, editor, and below them what is to be said about it.
class UserFieldRow : public QWidget
{
    Q_OBJECT
public:
    /// Takes the editor. `name` is the API's own and becomes the editor's accessible name.
    UserFieldRow(const QString &name, QWidget *editor, QWidget *parent = nullptr);

    void setLabelWidth(int pixels);
    int labelWidthHint() const;
    /// The list of findings about this field, made by whoever has some.
    void setLint(LintList *list);
    LintList *lint() const { return m_lint; }
    /// For whoever cannot see the findings.
    void describe(const LintFindings &findings);
    QWidget *editor() const { return m_editor; }

private:
    TextLabel *m_label;
    QWidget *m_editor;
    LintList *m_lint = nullptr; ///< null until there is something to say
    QVBoxLayout *m_column;
};

/// Gives a line edit the fixed-width face of values, its hint the usual one, whatever the theme changes to.
void useValueFont(QLineEdit *edit);
/// Shows a text without moving the cursor of somebody who types it. What is too long for a line can only be
/// read.
void showText(QLineEdit *edit, const QString &text);

} // namespace Gatescope
