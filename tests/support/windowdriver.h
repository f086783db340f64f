// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

class QMenu;

namespace Gatescope::Test {

/// Drives a window as a person does: by what is visible and enabled, found by object name. Each act is false,
/// with a warning that names it, where a person could not do it. UI thread.
class WindowDriver
{
public:
    explicit WindowDriver(QWidget &window);

    /// \name Acting
    /// @{
    bool choose(const char *action) const; ///< of a menu
    bool choose(const char *menu, const char *action) const; ///< of a menu that has popped up, by the mouse
    bool click(const char *button) const;
    bool clickWord(const QString &text, const char *inside = "mainWindow") const; ///< a button by its text
    bool clickRow(const char *view, const QString &name) const;
    bool type(const char *field, const QString &text) const; ///< in place of what is there
    bool pick(const char *comboBox, const QString &text) const; ///< the first entry that begins so
    bool chooseTab(const char *bar, const QString &text) const;
    bool press(const char *keys) const; ///< in the open menu, else where the focus is
    /// What a window manager does when a dialog or a popup of the window has closed; some platforms do not.
    bool activate() const;
    /// @}

    /// \name Reading what is on the screen
    /// @{
    /// The shown columns of the row whose first one says `name`, as "checkout_v2 | Off"; empty if there is
    /// none.
    QString row(const char *view, const QString &name) const;
    QStringList rowNames(const char *view) const; ///< first column, top level
    /// Of all labels, marks and messages in a widget, joined by line breaks.
    QString text(const char *widget) const;
    QString buttonText(const char *button) const;
    /// @}

private:
    template<class Widget>
    Widget *find(const char *name) const;
    bool clickButton(QWidget *button, const QString &name) const;

    QWidget &m_window;
};

} // namespace Gatescope::Test
