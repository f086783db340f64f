// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commandline.h"
#include "commands/command.h"
#include "desktop.h"
#include "environmentkey.h"
#include "version.h"

#include <QApplication>

using namespace Gatescope;

namespace {

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

void nameTheProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("gatescope"));
    QCoreApplication::setApplicationVersion(versionText());
}

int runHeadless(const CommandLine &line, const QString &key, int argc, char **argv, CommandStreams streams)
{
    const QCoreApplication application(argc, argv);
    switch (line.action) {
    case CommandLine::Action::Ask:
        return runAsk(line.commandArguments, key, streams);
    case CommandLine::Action::Diff:
        return runDiff(line.commandArguments, streams);
    case CommandLine::Action::Evaluate:
        return runEvaluate(line.commandArguments, streams);
    case CommandLine::Action::Initialize:
        return runInitialize(line.commandArguments, streams);
    case CommandLine::Action::Explain:
        return runExplain(line.commandArguments, streams);
    default:
        return runSandbox(line.commandArguments, streams);
    }
}

QtMessageHandler usualMessages = nullptr;

/// The offscreen platform says of each window what it cannot do, and a container without a session has no
/// runtime folder: neither is news to someone who reads the tour's output.
void showNews(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool isKnown = message.startsWith(QLatin1String("This plugin does not support"))
        || message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR not set"));
    if (!isKnown)
        usualMessages(type, context, message);
}

/// Without a display Qt ends the program with a list of its plugins.
bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

int runWithWindow(const CommandLine &line, const QString &key, int argc, char **argv, CommandStreams streams)
{
    if (line.action == CommandLine::Action::Tour)
        usualMessages = qInstallMessageHandler(showNews);
    // The tour needs no display; a platform asked for by name is respected.
    if (line.action == CommandLine::Action::Tour && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (line.action == CommandLine::Action::Window && !hasDisplay()) {
        streams.err << QCoreApplication::translate(
            "Desktop", "gatescope: there is no display. “gatescope tour” drives the window without one.")
                    << Qt::endl;
        return ExitFailed;
    }
    Preparations preparations = prepare(line.specsFile);
    // QApplication would take options such as -platform from argv; readCommandLine() has refused those
    // already.
    QApplication application(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("dev.gatescope.Gatescope"));
    return line.action == CommandLine::Action::Tour ? runTour(line, std::move(preparations), streams)
                                                    : runWindow(std::move(preparations), key, streams);
}

} // namespace

int main(int argc, char **argv)
{
    const QString key = takeEnvironmentKey();
    nameTheProgram();
    QTextStream out(stdout);
    QTextStream err(stderr);
    const auto line = readCommandLine(argumentsOf(argc, argv));
    if (!line) {
        err << "gatescope: " << line.error().message << Qt::endl;
        return ExitBadInput;
    }
    switch (line->action) {
    case CommandLine::Action::Help:
        out << line->helpText;
        return ExitSuccess;
    case CommandLine::Action::Version:
        out << "gatescope " << versionText() << '\n';
        return ExitSuccess;
    case CommandLine::Action::Window:
    case CommandLine::Action::Tour:
        return runWithWindow(*line, key, argc, argv, {out, err});
    default:
        return runHeadless(*line, key, argc, argv, {out, err});
    }
}
