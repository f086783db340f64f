// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commandline.h"

#include "environmentkey.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace Gatescope {

namespace {

const QString tourCommand = QStringLiteral("tour");

QString trCommandLine(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

const QList<std::pair<QString, CommandLine::Action>> &headlessCommands()
{
    static const QList<std::pair<QString, CommandLine::Action>> commands {
        {QStringLiteral("ask"), CommandLine::Action::Ask},
        {QStringLiteral("diff"), CommandLine::Action::Diff},
        {QStringLiteral("evaluate"), CommandLine::Action::Evaluate},
        {QStringLiteral("explain"), CommandLine::Action::Explain},
        {QStringLiteral("initialize"), CommandLine::Action::Initialize},
        {QStringLiteral("sandbox"), CommandLine::Action::Sandbox},
    };
    return commands;
}

QCommandLineOption specsOption()
{
    return {QStringLiteral("specs"),
        trCommandLine("Let the sandbox serve this specs FILE instead of its sample."),
        QStringLiteral("FILE")};
}

QString mainHelp()
{
    return trCommandLine(R"(Usage: gatescope [--specs FILE]
       gatescope COMMAND [OPTIONS]

A desktop inspector for the Statsig HTTP API. Without a command it opens its window on the built-in sandbox,
which serves a sample project, or the specs of FILE.

Commands:
  ask           ask a server about one user and print its answer; the key is in the environment
  diff          how two initialize responses or two specs differ, and which users the change reaches
  evaluate      what every gate, config and layer of a specs file is for the users of a JSONL file
  explain       why one gate, config or layer is what it is for one user
  initialize    the /initialize response for each user of a JSONL file
  sandbox       the sandbox server alone, until it is interrupted
  tour          drive the window through every page offscreen and save a picture of each

Options:
  --specs FILE  let the sandbox serve these specs
  -h, --help    this text; after a command, its own
  -v, --version the version

Environment:
  GATESCOPE_API_KEY  a key: for “ask”, and in the window a connection for this run; it is not stored

Exit codes: 0 done, 1 the run failed (diff: there are differences), 2 the arguments or the input were not understood.
)");
}

/// `command` is empty for the window's own arguments.
std::unexpected<Error> badArguments(const QString &message, const QString &command = {})
{
    const QString name = command.isEmpty() ? QString() : command + u' ';
    return failure(ErrorCode::BadInput, trCommandLine("%1 See gatescope %2--help.").arg(message, name));
}

/// Parses without QCommandLineParser's habit of ending the process.
Result<> parseOptions(QCommandLineParser &parser, const QStringList &arguments, const QString &command = {})
{
    if (!parser.parse(QStringList {QStringLiteral("gatescope")} + arguments))
        return badArguments(parser.errorText() + QLatin1Char('.'), command);
    if (parser.positionalArguments().isEmpty())
        return {};
    const QString what = command.isEmpty() ? trCommandLine("There is no command “%1”.")
                                           : trCommandLine("“%1” is not understood.");
    return badArguments(what.arg(parser.positionalArguments().first()), command);
}

Result<QSize> readSize(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([0-9]{3,5})x([0-9]{3,5})$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return badArguments(
            trCommandLine("--size takes WIDTHxHEIGHT, such as 1440x900, not “%1”.").arg(text), tourCommand);
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

Result<CommandLine> readTour(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption help(QStringList {QStringLiteral("h"), QStringLiteral("help")});
    const QCommandLineOption specs = specsOption();
    const QCommandLineOption screenshots(QStringLiteral("screenshots"), QString(), QStringLiteral("DIR"));
    const QCommandLineOption theme(QStringLiteral("theme"), QString(), QStringLiteral("NAME"));
    const QCommandLineOption size(QStringLiteral("size"), QString(), QStringLiteral("WxH"));
    const QCommandLineOption presenter(QStringLiteral("presenter"));
    parser.addOptions({help, specs, screenshots, theme, size, presenter});
    if (const auto parsed = parseOptions(parser, arguments, tourCommand); !parsed)
        return std::unexpected(parsed.error());

    CommandLine line;
    line.action = CommandLine::Action::Tour;
    if (parser.isSet(help)) {
        line.action = CommandLine::Action::Help;
        line.helpText = trCommandLine(
            R"(Usage: gatescope tour [--screenshots DIR] [--theme light|dark] [--size WxH] [--specs FILE]
                      [--presenter]

Drives the window through every page against the sandbox without a display, saves a picture of each, prints
their paths, and then a table of the eight calls with their status.

Options:
  --screenshots DIR    save the pictures there; without it, in a new temporary folder
  --theme NAME         light (the default) or dark
  --size WxH           of the window, in pixels; 1440x900 unless given
  --specs FILE         let the sandbox serve these specs instead of its sample
  --presenter          in presenter mode: pseudonyms stand for people and their values
  -h, --help           this text

Exit codes: 0 done, 1 a page or a call failed, 2 the arguments or the input were not understood.
)");
        return line;
    }
    line.specsFile = parser.value(specs);
    line.screenshotsFolder = parser.value(screenshots);
    line.presenter = parser.isSet(presenter);
    if (parser.isSet(theme)) {
        const QString name = parser.value(theme);
        if (name != QLatin1String("light") && name != QLatin1String("dark"))
            return badArguments(
                trCommandLine("--theme takes light or dark, not “%1”.").arg(name), tourCommand);
        line.dark = name == QLatin1String("dark");
    }
    if (parser.isSet(size)) {
        const auto read = readSize(parser.value(size));
        if (!read)
            return std::unexpected(read.error());
        line.size = *read;
    }
    return line;
}

Result<CommandLine> readWindow(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption help(QStringList {QStringLiteral("h"), QStringLiteral("help")});
    const QCommandLineOption version(QStringList {QStringLiteral("v"), QStringLiteral("version")});
    const QCommandLineOption specs = specsOption();
    parser.addOptions({help, version, specs});
    if (const auto parsed = parseOptions(parser, arguments); !parsed)
        return std::unexpected(parsed.error());

    CommandLine line;
    line.specsFile = parser.value(specs);
    if (parser.isSet(help)) {
        line.action = CommandLine::Action::Help;
        line.helpText = mainHelp();
    } else if (parser.isSet(version)) {
        line.action = CommandLine::Action::Version;
    }
    return line;
}

} // namespace

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    const QString command = arguments.value(0);
    // A client key that stands in every app is what “initialize” selects a target app by.
    if (command != QLatin1String("initialize")) {
        if (const auto refused = refuseKeyArguments(arguments); !refused)
            return std::unexpected(refused.error());
    }
    if (command == tourCommand)
        return readTour(arguments.mid(1));
    for (const auto &[name, action] : headlessCommands()) {
        if (command != name)
            continue;
        CommandLine line;
        line.action = action;
        line.commandArguments = arguments.mid(1);
        return line;
    }
    return readWindow(arguments);
}

} // namespace Gatescope
