// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "application.h"

#include "storage/keychainsecretstore.h"

#include <models/json/jsondocument.h>
#include <network/client/statsigclient.h>
#include <network/sandbox/sandbox.h>
#include <ui/theme/theme.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QCoreApplication>
#include <QFile>

namespace Gatescope {

namespace {

const QString sandboxId = QStringLiteral("sandbox");

ClientOptions clientOptions(const PreferenceValues &values)
{
    ClientOptions options;
    options.connectTimeout = values.connectTimeout;
    options.idleTimeout = values.idleTimeout;
    options.maxResponseBytes = values.maxResponseBytes;
    return options;
}

/// The first of the sample's users: the window opens with something to check.
StatsigUser sampleUser()
{
    QFile file(QStringLiteral(":/gatescope/sample/sample-users.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto document = JsonDocument::parse(file.readAll());
    if (!document)
        return {};
    const auto user = StatsigUser::fromJson((*document)->root().at(0)["user"]);
    return user ? *user : StatsigUser();
}

} // namespace

Application::Application(const Options &options)
    : m_options(options)
{ }

Application::~Application() = default;

Result<> Application::start()
{
    m_sandbox = std::make_unique<Sandbox>();
    SandboxOptions sandboxOptions;
    sandboxOptions.idLists = m_options.idLists;
    if (const auto started = m_sandbox->start(m_options.project, sandboxOptions); !started)
        return started;

    m_settings = std::make_unique<SettingsStore>(m_options.files);
    if (m_options.preferences)
        m_settings->setValues(*m_options.preferences);
    Theme::install(m_settings->values());

    const QHash<QString, QString> fixedKeys {{sandboxId, QString::fromLatin1(sandboxServerKey)}};
    m_secrets = std::make_unique<KeychainSecretStore>(fixedKeys);
    m_client = std::make_unique<StatsigClient>(*m_secrets, clientOptions(m_settings->values()));
    QObject::connect(
        m_settings.get(), &Preferences::changed, m_client.get(), [this](const PreferenceValues &values) {
            m_client->setOptions(clientOptions(values));
            Theme::instance().apply(values);
        });

    const Workspace::Ports ports {*m_client, *m_secrets, *m_settings, *m_settings};
    m_workspace = std::make_unique<Workspace>(ports, sandboxConnection());
    if (m_options.composeSampleUser)
        m_workspace->setUser(sampleUser());
    m_window = std::make_unique<MainWindow>(*m_workspace);
    return {};
}

Connection Application::sandboxConnection() const
{
    Connection connection;
    connection.id = sandboxId;
    connection.name = m_options.projectName;
    connection.apiUrl = m_sandbox->apiUrl();
    connection.eventsUrl = m_sandbox->apiUrl();
    connection.tier = QStringLiteral("development");
    connection.builtIn = true;
    connection.keyKind = KeyKind::Server;
    connection.keyHint = keyHint(QString::fromLatin1(sandboxServerKey));
    return connection;
}

} // namespace Gatescope
