// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <network/client/statsigclient.h>
#include <network/sandbox/sandbox.h>
#include <tests/support/fakehistorystore.h>
#include <tests/support/fakeports.h>
#include <tests/support/windowdriver.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <memory>

class QAbstractItemView;

namespace Gatescope::Test {

/// The main window over a sandbox that serves the sample, by the real client, with a history in memory; a
/// second connection, "Acme shop", is of production and leads to the same sandbox.
class HistoryBench
{
public:
    HistoryBench();
    ~HistoryBench();

    static constexpr int patience = 30000;

    bool hasStarted() const { return m_hasStarted; }
    Workspace &workspace() { return *m_workspace; }
    MainWindow &window() { return *m_window; }
    FakeHistoryStore &history() { return *m_history; }
    WindowDriver *operator->() { return m_driver.get(); }
    StatsigUser user(const QByteArray &json) const;
    /// Asks with the chosen connection and waits for the answer.
    bool ask(const ApiRequest &request);
    bool openHistory(); ///< and waits until it is read and an exchange is shown, if there is one
    QAbstractItemView *table();
    QStringList subjects(); ///< of the rows
    bool selectRows(const QList<int> &rows); ///< by the mouse
    bool waitFor(const std::function<bool()> &condition) const;
    QByteArray lastRequest() const; ///< body of this run's last exchange

private:
    bool start();

    Sandbox m_sandbox;
    FakeConnectionStore m_connections;
    FakeSecretStore m_secrets;
    FakePreferences m_preferences;
    std::unique_ptr<FakeHistoryStore> m_history;
    std::unique_ptr<StatsigClient> m_client;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
    bool m_hasStarted = false;
};

} // namespace Gatescope::Test
