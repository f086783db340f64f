// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QTabWidget;

namespace Gatescope {

class ConnectionsPane;
class Workspace;

/// Connections, what is evaluated with, appearance, what is kept, and limits. What it changes takes effect at
/// once, except a connection being typed.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    enum Tab { Connections, Evaluation, Appearance, Snapshots, History, Limits };

    explicit SettingsDialog(Workspace &workspace, QWidget *parent = nullptr);

    void showTab(Tab tab);
    /// An empty id: the chosen connection.
    void showConnection(const QString &id, bool focusKey);
    void addConnection();

    void done(int result) override;

Q_SIGNALS:
    void exchangeRequested(quint64 number);

private:
    QTabWidget *m_tabs;
    ConnectionsPane *m_connections;
};

} // namespace Gatescope
