// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "storage/draftfolder.h"
#include "storage/history/historyfile.h"
#include "storage/settingsstore.h"
#include "storage/snapshotfolder.h"
#include "storage/workspacefolder.h"

#include <models/evaluation/project.h>
#include <models/result.h>

#include <memory>

namespace Gatescope {

class EvaluationFiles;
class IdLists;
class KeychainSecretStore;
class MainWindow;
class SandboxHost;
class StatsigClient;
class Workspace;

/// The composition root: stores, client, sandbox, workspace and window, in the order they need each other.
/// The QApplication is made by main(). UI thread.
class Application
{
public:
    struct Options
    {
        SettingsStore::Files files = SettingsStore::defaultFiles();
        QString snapshotsFolder = SnapshotFolder::defaultFolder();
        QString draftsFolder = DraftFolder::defaultFolder();
        QString workspaceFolder = WorkspaceFolder::defaultFolder(); ///< unless the user opened another
        QString historyFile = HistoryFile::defaultFileName();
        ProjectPtr project; ///< what the sandbox serves
        QString projectDraft = QStringLiteral("project"); ///< where unsaved changes of it are kept
        QString projectName; ///< of what it serves: a file, the sample
        QString connectionName; ///< of the connection to the sandbox
        std::shared_ptr<const IdLists> idLists;
        std::optional<PreferenceValues> preferences; ///< for this run, instead of the stored ones
        QString environmentKey; ///< offered as a connection of this run; empty: there was none
        bool composeSampleUser = false; ///< start with the sample's first user, unless a draft is there
    };

    explicit Application(const Options &options);
    ~Application();

    /// Starts the sandbox and makes the window, not yet shown. Errors: the sandbox's.
    Result<> start();

    Workspace &workspace() { return *m_workspace; }
    MainWindow &window() { return *m_window; }
    SandboxHost &sandbox() { return *m_sandbox; }

private:
    void readEvaluationFiles();
    void openWorkspaceFolder();
    Result<> startSandbox();
    Connection sandboxConnection() const;
    void composeSomeone();

    Options m_options;
    std::unique_ptr<SettingsStore> m_settings;
    std::unique_ptr<EvaluationFiles> m_evaluationFiles;
    std::unique_ptr<SnapshotFolder> m_snapshots;
    std::unique_ptr<HistoryFile> m_history;
    std::unique_ptr<DraftFolder> m_drafts;
    std::unique_ptr<WorkspaceFolder> m_personas;
    std::unique_ptr<SandboxHost> m_sandbox;
    std::unique_ptr<KeychainSecretStore> m_secrets;
    std::unique_ptr<StatsigClient> m_client;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Gatescope
