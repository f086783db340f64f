// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "desktop.h"

#include "fontsettings.h"
#include "inputfile.h"
#include "startupprobe.h"
#include "tour.h"

#include <models/evaluation/idlists.h>
#include <ui/window/mainwindow.h>

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

namespace Gatescope {

namespace {

QString trDesktop(const char *text)
{
    return QCoreApplication::translate("Desktop", text);
}

int refuse(const Error &error, ExitCode code, CommandStreams streams)
{
    streams.err << "gatescope: " << error.message << Qt::endl;
    return code;
}

/// Each file has a draft of its own.
QString draftNameOf(const QString &specsFile)
{
    const QByteArray path = QFileInfo(specsFile).canonicalFilePath().toUtf8();
    const QByteArray digest = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("project-") + QString::fromLatin1(digest.first(16));
}

Result<Application::Options> finish(Preparations &preparations)
{
    preparations.fonts.wait();
    return preparations.options.get();
}

} // namespace

Result<Application::Options> applicationOptions(const QString &specsFile)
{
    Application::Options options;
    const bool isSample = specsFile.isEmpty();
    const auto project =
        readSpecsFile(isSample ? QStringLiteral(":/gatescope/sample/sample-project.json") : specsFile);
    if (!project)
        return std::unexpected(project.error());
    options.project = *project;
    options.projectName = isSample ? trDesktop("Acme shop (sample)") : QFileInfo(specsFile).fileName();
    options.connectionName =
        isSample ? trDesktop("Sandbox") : trDesktop("Sandbox, %1").arg(options.projectName);
    options.composeSampleUser = isSample;
    if (!isSample) {
        options.projectDraft = draftNameOf(specsFile);
        return options;
    }

    const auto lists = readJsonFile(QStringLiteral(":/gatescope/sample/sample-id-lists.json"));
    if (!lists)
        return std::unexpected(lists.error());
    const auto idLists = IdLists::fromJson((*lists)->root());
    if (!idLists)
        return std::unexpected(idLists.error());
    options.idLists = std::make_shared<const IdLists>(*idLists);
    return options;
}

Preparations prepare(const QString &specsFile)
{
    QThread::currentThread(); // Qt takes the thread that first asks for its own to be the main one
    return {std::async(std::launch::async, applicationOptions, specsFile),
        std::async(std::launch::async, readFontSettings)};
}

int runWindow(Preparations preparations, const QString &key, CommandStreams streams)
{
    auto options = finish(preparations);
    if (!options)
        return refuse(options.error(), ExitBadInput, streams);
    options->environmentKey = key;
    Application application(*options);
    if (const auto started = application.start(); !started)
        return refuse(started.error(), ExitFailed, streams);
    reportStartup(application.window(), application.workspace());
    application.window().show();
    return QApplication::exec();
}

int runTour(const CommandLine &line, Preparations preparations, CommandStreams streams)
{
    auto options = finish(preparations);
    if (!options)
        return refuse(options.error(), ExitBadInput, streams);
    const QTemporaryDir settingsFolder;
    options->files = {settingsFolder.filePath(QStringLiteral("settings.ini")),
        settingsFolder.filePath(QStringLiteral("view-state.ini"))};
    options->snapshotsFolder = settingsFolder.filePath(QStringLiteral("snapshots"));
    options->draftsFolder = settingsFolder.filePath(QStringLiteral("drafts"));
    options->workspaceFolder = settingsFolder.filePath(QStringLiteral("workspace"));
    options->historyFile = settingsFolder.filePath(QStringLiteral("history.sqlite"));
    options->preferences = PreferenceValues();
    options->preferences->theme = line.dark ? ThemeChoice::Dark : ThemeChoice::Light;
    options->composeSampleUser = true;

    Application application(*options);
    if (const auto started = application.start(); !started)
        return refuse(started.error(), ExitFailed, streams);
    Tour tour(application, {line.screenshotsFolder, line.size, line.dark, line.presenter}, streams);
    return tour.run();
}

} // namespace Gatescope
