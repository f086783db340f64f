// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <tests/support/windowdriver.h>

#include <QTemporaryDir>
#include <QUrl>

namespace Gatescope {
class Application;
}

namespace Gatescope::Test {

inline constexpr int programPatience = 30000;

/// The whole program with settings of its own, as it is after its first start on the sandbox: everything in
/// the sample is checked for the first of the sample's users.
class StartedProgram
{
public:
    StartedProgram();
    ~StartedProgram();

    bool hasStarted() const { return m_hasStarted; }
    Application &application() { return *m_application; }
    WindowDriver *operator->() { return m_driver.get(); }
    const WindowDriver *operator->() const { return m_driver.get(); }
    /// Where its files are; they stay after quit() until this goes.
    QString folder() const { return m_folder.path(); }
    void quit();
    bool restart(); ///< the same files
    /// A row on the Check page without its time.
    QString checkRow(const QString &name) const;
    /// A connection "Acme shop", by the settings, its key for this run only; it is in use then.
    bool addConnection(const QUrl &url, const QString &key) const;

private:
    bool start();
    bool open();

    QTemporaryDir m_folder;
    std::unique_ptr<Application> m_application;
    std::unique_ptr<WindowDriver> m_driver;
    bool m_hasStarted = false;
};

} // namespace Gatescope::Test
