// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;
class QPushButton;

namespace Gatescope {

class Workspace;
struct Connection;

/// Asks for the name of the connection before the first write to a production tier in this run.
class ConfirmWriteDialog : public QDialog
{
    Q_OBJECT
public:
    struct Words
    {
        QString connectionName; ///< to be typed
        QString reason; ///< why it is asked: whose tier is production
        QString action; ///< on the button: "Send 4 events"
        QString consequence; ///< a sentence on what is written
    };
    struct Write
    {
        QString action; ///< as of Words
        QString consequence;
        QString userTier; ///< of the user written about; production asks, whatever the connection's
    };
    explicit ConfirmWriteDialog(const Words &words, QWidget *parent = nullptr);

    /// Calls `proceed` at once where a write to the chosen connection needs no asking, else when its name was
    /// typed. `proceed` is dropped with `parent`, on refusal, and when another connection was chosen
    /// meanwhile.
    static void ask(Workspace &workspace, const Write &write, QWidget *parent, std::function<void()> proceed);
    /// The same for a write to any connection; it may be another than the chosen one, but must still be
    /// there.
    static void ask(Workspace &workspace, const Connection &connection, const Write &write, QWidget *parent,
        std::function<void()> proceed);

private:
    void compare();

    QString m_name;
    QLineEdit *m_nameEdit;
    QPushButton *m_actionButton;
};

} // namespace Gatescope
