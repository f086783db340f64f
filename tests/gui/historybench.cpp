// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historybench.h"

#include <tests/support/fixtures.h>
#include <ui/page.h>
#include <ui/theme/theme.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QTest>

namespace Gatescope::Test {

namespace {

Connection historyConnection(const char *id, const char *name, const QUrl &url)
{
    Connection connection;
    connection.id = QLatin1String(id);
    connection.name = QLatin1String(name);
    connection.apiUrl = connection.eventsUrl = url;
    connection.keyKind = KeyKind::Server;
    return connection;
}

} // namespace

HistoryBench::HistoryBench()
    : m_hasStarted(start())
{ }

HistoryBench::~HistoryBench()
{
    m_driver.reset();
    m_window.reset();
    m_workspace.reset();
    m_client.reset();
    m_history.reset();
}

bool HistoryBench::start()
{
    const auto sample = JsonDocument::parse(
        readFile(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-project.json")));
    const auto project = sample ? Project::compile(*sample) : Result<ProjectPtr>(nullptr);
    if (!project || !m_sandbox.start(*project))
        return false;
    Connection sandbox = historyConnection("sandbox", "Sandbox", m_sandbox.apiUrl());
    sandbox.builtIn = true;
    sandbox.tier = QStringLiteral("development");
    Connection acme = historyConnection("acme", "Acme shop", m_sandbox.apiUrl());
    acme.tier = productionTier.toString();
    m_connections.connections = {acme};
    for (const char *id : {"sandbox", "acme"})
        m_secrets.thisRun[QLatin1String(id)] = QString::fromLatin1(sandboxServerKey);
    // Not the page that checks by itself: what is asked here is what a test asks.
    m_preferences.setViewState(QStringLiteral("window/page"), "exchanges");
    m_history = std::make_unique<FakeHistoryStore>();
    m_client = std::make_unique<StatsigClient>(m_secrets);
    Workspace::Ports ports {*m_client, m_secrets, m_connections, m_preferences};
    ports.history = m_history.get();
    m_workspace = std::make_unique<Workspace>(ports, sandbox, *project);
    m_workspace->setUser(user(R"({"userID":"u-1"})"));
    Theme::install(m_preferences.values());
    m_window = std::make_unique<MainWindow>(*m_workspace);
    m_driver = std::make_unique<WindowDriver>(*m_window);
    m_window->resize(1440, 900);
    m_window->show();
    return m_driver->activate();
}

StatsigUser HistoryBench::user(const QByteArray &json) const
{
    const auto read = StatsigUser::fromJson(json);
    return read ? *read : StatsigUser();
}

bool HistoryBench::waitFor(const std::function<bool()> &condition) const
{
    return QTest::qWaitFor(condition, patience);
}

bool HistoryBench::ask(const ApiRequest &request)
{
    const qsizetype before = m_workspace->exchanges().size();
    m_workspace->start(request);
    return waitFor([&] { return m_workspace->exchanges().size() > before; });
}

bool HistoryBench::openHistory()
{
    if (!m_driver->press("Ctrl+H"))
        return false;
    const auto *send = m_window->currentPage()->findChild<QAbstractButton *>(QStringLiteral("primaryButton"));
    const bool isAnswered = waitFor([this] {
        const QString head = m_driver->text("pageHeader");
        return head.contains(QStringLiteral("kept")) || head.contains(QStringLiteral("nothing yet"));
    });
    return isAnswered && waitFor([&] {
        return subjects().isEmpty() || !table()->isVisible() || (send && send->isEnabled());
    });
}

QAbstractItemView *HistoryBench::table()
{
    return m_window->findChild<QAbstractItemView *>(QStringLiteral("historyTable"));
}

QStringList HistoryBench::subjects()
{
    QStringList subjects;
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        subjects << model->index(row, 2).data().toString();
    return subjects;
}

bool HistoryBench::selectRows(const QList<int> &rows)
{
    Qt::KeyboardModifiers modifiers;
    for (const int row : rows) {
        const QRect cell = table()->visualRect(table()->model()->index(row, 1));
        if (cell.isEmpty())
            return false;
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, modifiers, cell.center());
        modifiers = Qt::ControlModifier;
    }
    return true;
}

QByteArray HistoryBench::lastRequest() const
{
    const auto &exchanges = m_workspace->exchanges();
    return exchanges.isEmpty() ? QByteArray() : exchanges.last()->requestBody;
}

} // namespace Gatescope::Test
