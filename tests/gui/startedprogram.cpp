// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <app/desktop.h>
#include <ui/window/mainwindow.h>

#include <QTest>

namespace Gatescope::Test {

StartedProgram::StartedProgram()
    : m_hasStarted(start())
{ }

StartedProgram::~StartedProgram() = default;

bool StartedProgram::start()
{
    const QString last = QStringLiteral("checkout_flow | In | In | Buy now | Buy now");
    return open()
        && QTest::qWaitFor(
            [this, &last] { return checkRow(QStringLiteral("checkout_flow")) == last; }, programPatience);
}

bool StartedProgram::open()
{
    auto options = applicationOptions({});
    if (!options)
        return false;
    options->draftsFolder = m_folder.filePath(QStringLiteral("drafts"));
    options->historyFile = m_folder.filePath(QStringLiteral("history.sqlite"));
    options->snapshotsFolder = m_folder.filePath(QStringLiteral("snapshots"));
    options->workspaceFolder = m_folder.filePath(QStringLiteral("workspace"));
    options->files = {m_folder.filePath(QStringLiteral("settings.ini")),
        m_folder.filePath(QStringLiteral("view-state.ini"))};
    m_application = std::make_unique<Application>(*options);
    if (!m_application->start())
        return false;
    MainWindow &window = m_application->window();
    m_driver = std::make_unique<WindowDriver>(window);
    window.resize(1440, 900);
    window.show();
    return m_driver->activate();
}

bool StartedProgram::restart()
{
    quit();
    return open();
}

void StartedProgram::quit()
{
    m_application->window().close();
    m_driver.reset();
    m_application.reset();
}

QString StartedProgram::checkRow(const QString &name) const
{
    return m_driver->row("checkTable", name).section(QStringLiteral(" | "), 0, 4);
}

bool StartedProgram::addConnection(const QUrl &url, const QString &key) const
{
    const auto says = [this](const QString &text) {
        return QTest::qWaitFor(
            [&] { return m_driver->text("connectionBar").contains(text); }, programPatience);
    };
    return m_driver->choose("newConnectionAction")
        && m_driver->type("connectionNameLineEdit", QStringLiteral("Acme shop"))
        && m_driver->type("apiUrlLineEdit", url.toString())
        && m_driver->type("eventsUrlLineEdit", url.toString()) && m_driver->type("keyLineEdit", key)
        && m_driver->click("saveConnectionButton") && says(QStringLiteral("Memory can keep the key"))
        && m_driver->clickWord(QStringLiteral("Keep the key for this run only"), "connectionBar")
        && says(QStringLiteral("Acme shop is saved and in use.")) && m_driver->click("closeSettingsButton")
        && m_driver->activate();
}

} // namespace Gatescope::Test
