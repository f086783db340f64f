// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "application.h"

#include "environmentkey.h"
#include "evaluationfiles.h"
#include "storage/keychainsecretstore.h"
#include "storage/samplepersonas.h"

#include <models/json/jsondocument.h>
#include <network/client/statsigclient.h>
#include <network/sandbox/sandboxhost.h>
#include <ui/personas/personabook.h>
#include <ui/sampleusers.h>
#include <ui/theme/theme.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QGuiApplication>

namespace Gatescope {

namespace {

const QString sandboxId = QStringLiteral("sandbox");
const QString folderState = QStringLiteral("workspaceFolder"); ///< the one the user opened last

ClientOptions clientOptions(const PreferenceValues &values)
{
    ClientOptions options;
    options.connectTimeout = values.connectTimeout;
    options.idleTimeout = values.idleTimeout;
    options.maxResponseBytes = values.maxResponseBytes;
    return options;
}

} // namespace

Application::Application(const Options &options)
    : m_options(options)
{ }

Application::~Application() = default;

Result<> Application::start()
{
    m_settings = std::make_unique<SettingsStore>(m_options.files);
    if (m_options.preferences)
        m_settings->setValues(*m_options.preferences);
    readEvaluationFiles();
    if (const auto started = startSandbox(); !started)
        return started;
    Theme::install(m_settings->values());

    QHash<QString, QString> fixedKeys {{sandboxId, QString::fromLatin1(sandboxServerKey)}};
    const Connection fromEnvironment = environmentConnection(m_options.environmentKey);
    if (!m_options.environmentKey.isEmpty())
        fixedKeys.insert(fromEnvironment.id, m_options.environmentKey);
    m_secrets = std::make_unique<KeychainSecretStore>(fixedKeys);
    m_client = std::make_unique<StatsigClient>(*m_secrets, clientOptions(m_settings->values()));
    QObject::connect(
        m_settings.get(), &Preferences::changed, m_client.get(), [this](const PreferenceValues &values) {
            m_client->setOptions(clientOptions(values));
            Theme::instance().apply(values);
        });

    m_snapshots = std::make_unique<SnapshotFolder>(*m_settings, m_options.snapshotsFolder);
    openWorkspaceFolder();
    m_drafts = std::make_unique<DraftFolder>(m_options.draftsFolder);
    m_history = std::make_unique<HistoryFile>(*m_settings, m_options.historyFile);
    const Workspace::Ports ports {.api = *m_client,
        .secrets = *m_secrets,
        .connections = *m_settings,
        .preferences = *m_settings,
        .evaluationData = m_evaluationFiles.get(),
        .snapshots = m_snapshots.get(),
        .sandbox = m_sandbox.get(),
        .history = m_history.get(),
        .personas = m_personas.get(),
        .drafts = m_drafts.get(),
        .projectDraft = m_options.projectDraft};
    m_workspace = std::make_unique<Workspace>(ports, sandboxConnection(), m_options.project);
    if (!m_options.environmentKey.isEmpty())
        m_workspace->addTemporaryConnection(fromEnvironment);
    composeSomeone();
    m_window = std::make_unique<MainWindow>(*m_workspace);
    return {};
}

/// The window opens with something to check.
void Application::composeSomeone()
{
    if (!m_options.composeSampleUser || !m_workspace->user().isEmpty())
        return;
    const QList<Persona> &personas = m_workspace->personaBook().personas();
    if (!personas.isEmpty())
        m_workspace->usePersona(personas.constFirst().id);
    else if (!sampleUsers().isEmpty())
        m_workspace->setUser(sampleUsers().constFirst().user);
}

void Application::readEvaluationFiles()
{
    m_evaluationFiles = std::make_unique<EvaluationFiles>(*m_settings, m_options.idLists);
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, m_evaluationFiles.get(),
        [this](Qt::ApplicationState state) {
            // Whatever happened to the files was done in another window.
            if (state == Qt::ApplicationActive)
                m_evaluationFiles->refresh();
        });
}

void Application::openWorkspaceFolder()
{
    const QString opened = QString::fromUtf8(m_settings->viewState(folderState));
    WorkspaceFolder::Options options {m_options.workspaceFolder, samplePersonas()};
    if (!opened.isEmpty())
        options = {opened, {}, false};
    m_personas = std::make_unique<WorkspaceFolder>(options);
    QObject::connect(m_personas.get(), &PersonaStore::folderChanged, m_settings.get(),
        [this] { m_settings->setViewState(folderState, m_personas->folder().toUtf8()); });
    QObject::connect(qGuiApp, &QGuiApplication::applicationStateChanged, m_personas.get(),
        [this](Qt::ApplicationState state) {
            // Not every file system tells what others change.
            if (state == Qt::ApplicationActive)
                m_personas->refresh();
        });
}

Result<> Application::startSandbox()
{
    SandboxOptions options;
    options.idLists = m_options.idLists;
    options.countries = m_evaluationFiles->currentCountries();
    m_sandbox = std::make_unique<SandboxHost>(m_options.projectName, m_options.project, options);
    QObject::connect(m_sandbox.get(), &SandboxControl::changed, m_evaluationFiles.get(),
        [this] { m_evaluationFiles->setSandboxIdLists(m_sandbox->status().idLists); });
    // Another Gatescope may have the port that is wanted: the page says where this one is.
    const int port = m_settings->values().sandboxPort;
    return port > 0 && m_sandbox->startNow(quint16(port)) ? Result<>() : m_sandbox->startNow();
}

Connection Application::sandboxConnection() const
{
    Connection connection;
    connection.id = sandboxId;
    connection.name = m_options.connectionName;
    connection.apiUrl = m_sandbox->status().apiUrl;
    connection.eventsUrl = connection.apiUrl;
    connection.tier = QStringLiteral("development");
    connection.builtIn = true;
    connection.keyKind = KeyKind::Server;
    connection.keyHint = keyHint(QString::fromLatin1(sandboxServerKey));
    return connection;
}

} // namespace Gatescope
