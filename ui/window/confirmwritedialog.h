// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;
class QPushButton;

namespace Gatescope {

class Workspace;

/// Asks for the name of a production connection before the first write to it in this run.
class ConfirmWriteDialog : public QDialog
{
    Q_OBJECT
public:
    /// `action` labels the button: "Send 4 events"; `consequence` is a sentence on what is written.
    ConfirmWriteDialog(const QString &connectionName, const QString &action, const QString &consequence,
        QWidget *parent = nullptr);

    /// Calls `proceed` at once where a write to the chosen connection needs no asking, else when its name was
    /// typed. `proceed` is dropped with `parent`, on refusal, and when another connection was chosen
    /// meanwhile.
    static void ask(Workspace &workspace, const QString &action, const QString &consequence, QWidget *parent,
        std::function<void()> proceed);

private:
    void compare();

    QString m_name;
    QLineEdit *m_nameEdit;
    QPushButton *m_actionButton;
};

} // namespace Gatescope
