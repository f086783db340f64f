// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace Gatescope {

class InlineBar;
class TextLabel;

/// One line of the form: label, editor, and below them the warning about it.
class UserFieldRow : public QWidget
{
    Q_OBJECT
public:
    /// Takes the editor. `name` is the API's own and becomes the editor's accessible name.
    UserFieldRow(const QString &name, QWidget *editor, QWidget *parent = nullptr);

    void setLabelWidth(int pixels);
    int labelWidthHint() const;
    void setWarning(const QString &message);
    bool hasWarning() const;
    QWidget *editor() const { return m_editor; }

private:
    TextLabel *m_label;
    QWidget *m_editor;
    InlineBar *m_bar = nullptr; ///< made when there is first something to say
    QVBoxLayout *m_column;
};

/// Gives a line edit the fixed-width face of values, its hint the usual one, whatever the theme changes to.
void useValueFont(QLineEdit *edit);
/// Shows a text without moving the cursor of somebody who types it. What is too long for a line can only be
/// read.
void showText(QLineEdit *edit, const QString &text);

} // namespace Gatescope
