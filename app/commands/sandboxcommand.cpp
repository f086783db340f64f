// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "command.h"

#include "activityrecord.h"
#include "servedfiles.h"

#include <app/countries.h>
#include <app/inputfile.h>

#include <network/sandbox/sandbox.h>

#include <QCommandLineParser>
#include <QCoreApplication>

#include <chrono>
#include <csignal>

namespace Gatescope {

namespace {

QString trSandbox(const char *text)
{
    return QCoreApplication::translate("SandboxCommand", text);
}

QString sandboxHelp()
{
    return trSandbox(
        R"(Usage: gatescope sandbox [--specs FILE] [--port N] [--id-lists FILE] [--ip-countries FILE]
                         [--record FILE.jsonl] [--fault FAULT]...

Serves the Statsig HTTP API on this machine, answered from a project, until it is interrupted (Ctrl+C) or told to end.
SDKs can be pointed at it too. Prints its address and its two keys.

Options:
  --specs FILE         a specs payload (download_config_specs), v1 or v2; without it, the sample project.
                       When it or the ID lists are written anew, clients get what they say at their next sync
  --port N             the port on 127.0.0.1; without it, or with 0, any free one
  --id-lists FILE      {"LIST":["hash8",…]}
  --ip-countries FILE  {"8.8.8.8":"US"}, or a database in MaxMind's format (.mmdb)
  --record FILE.jsonl  appends a line of JSON for each request answered and each event received
  --fault FAULT        does something wrong on purpose; may be given several times. FAULT is [ENDPOINT:]WHAT, where
                       WHAT is latency=MILLISECONDS, a status (429=30 with Retry-After: 30), reset, truncated,
                       invalid-json, empty, stale-specs or slow-drip, or a latency and another: latency=500,503.
                       Without ENDPOINT (check_gate, log_event, ...) it is for all that have none of their own
  -h, --help           this text

Exit codes: 0 ended by a signal, 1 the port or the record cannot be used, 2 the arguments or the input were not understood.
)");
}

struct SandboxArguments
{
    bool wantsHelp = false;
    bool isSample = true;
    QString specsFile = QStringLiteral(":/gatescope/sample/sample-project.json");
    QString idListsFile = QStringLiteral(":/gatescope/sample/sample-id-lists.json");
    QString countriesFile;
    QString recordFile;
    SandboxFaults faults;
    quint16 port = 0;
};

Result<quint16> readPort(const QString &text)
{
    bool isNumber = false;
    const quint16 port = text.toUShort(&isNumber);
    if (!isNumber)
        return failure(
            ErrorCode::BadInput, trSandbox("--port takes a number from 0 to 65535, not “%1”.").arg(text));
    return port;
}

Result<SandboxArguments> readSandboxArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption help(QStringList {QStringLiteral("h"), QStringLiteral("help")});
    const QCommandLineOption specs(QStringLiteral("specs"), QString(), QStringLiteral("FILE"));
    const QCommandLineOption port(QStringLiteral("port"), QString(), QStringLiteral("N"));
    const QCommandLineOption idLists(QStringLiteral("id-lists"), QString(), QStringLiteral("FILE"));
    const QCommandLineOption countries(QStringLiteral("ip-countries"), QString(), QStringLiteral("FILE"));
    const QCommandLineOption record(QStringLiteral("record"), QString(), QStringLiteral("FILE"));
    const QCommandLineOption fault(QStringLiteral("fault"), QString(), QStringLiteral("FAULT"));
    parser.addOptions({help, specs, port, idLists, countries, record, fault});
    if (!parser.parse(QStringList {QStringLiteral("gatescope sandbox")} + arguments))
        return failure(ErrorCode::BadInput, parser.errorText() + QLatin1Char('.'));
    if (!parser.positionalArguments().isEmpty())
        return failure(ErrorCode::BadInput,
            trSandbox("“%1” is not an option of gatescope sandbox.")
                .arg(parser.positionalArguments().first()));

    SandboxArguments read;
    read.wantsHelp = parser.isSet(help);
    if (parser.isSet(specs)) {
        read.isSample = false;
        read.specsFile = parser.value(specs);
        read.idListsFile.clear(); // the sample's lists say nothing about another project
    }
    if (parser.isSet(idLists))
        read.idListsFile = parser.value(idLists);
    read.countriesFile = parser.value(countries);
    read.recordFile = parser.value(record);
    const QStringList faults = parser.values(fault);
    for (const QString &text : faults) {
        if (const Result<> added = addFault(read.faults, text); !added)
            return std::unexpected(added.error());
    }
    if (parser.isSet(port)) {
        const Result<quint16> number = readPort(parser.value(port));
        if (!number)
            return std::unexpected(number.error());
        read.port = *number;
    }
    return read;
}

Result<SandboxOptions> readOptions(const SandboxArguments &arguments)
{
    SandboxOptions options;
    options.port = arguments.port;
    options.faults = arguments.faults;
    if (!arguments.idListsFile.isEmpty()) {
        const auto lists = readIdLists(arguments.idListsFile);
        if (!lists)
            return std::unexpected(lists.error());
        options.idLists = *lists;
    }
    if (!arguments.countriesFile.isEmpty()) {
        const auto countries = readCountries(arguments.countriesFile);
        if (!countries)
            return std::unexpected(countries.error());
        options.countries = *countries;
    }
    return options;
}

/// Holds back the signals that end the program, also from threads started meanwhile, until someone waits for
/// them.
class EndSignals
{
public:
    EndSignals()
    {
        sigemptyset(&m_signals);
        sigaddset(&m_signals, SIGINT);
        sigaddset(&m_signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &m_signals, &m_before);
    }
    ~EndSignals() { pthread_sigmask(SIG_SETMASK, &m_before, nullptr); }
    Q_DISABLE_COPY_MOVE(EndSignals)

    /// True: one of them came; false: the time is over.
    bool waitFor(std::chrono::milliseconds time) const
    {
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
        const timespec limit {seconds.count(), std::chrono::nanoseconds(time - seconds).count()};
        return sigtimedwait(&m_signals, nullptr, &limit) > 0;
    }

private:
    sigset_t m_signals;
    sigset_t m_before;
};

int complain(const CommandStreams &streams, const QString &message, ExitCode code)
{
    streams.err << "gatescope sandbox: " << message << '\n';
    streams.err.flush();
    return code;
}

void announce(const CommandStreams &streams, const Sandbox &sandbox, const SandboxArguments &arguments)
{
    const QString project = arguments.isSample ? trSandbox("Acme shop (sample)") : arguments.specsFile;
    streams.out << trSandbox("Address: %1").arg(sandbox.apiUrl().toString()) << '\n'
                << trSandbox("Server key: %1").arg(QLatin1String(sandboxServerKey)) << '\n'
                << trSandbox("Client key: %1").arg(QLatin1String(sandboxClientKey)) << '\n'
                << trSandbox("Project: %1").arg(project) << '\n';
    streams.out.flush();
}

int serve(const CommandStreams &streams, const SandboxArguments &arguments, const ProjectPtr &project,
    SandboxOptions options)
{
    const EndSignals endSignals;
    ActivityRecord record(arguments.recordFile);
    if (!arguments.recordFile.isEmpty()) {
        if (const Result<> opened = record.open(); !opened)
            return complain(streams, opened.error().message, ExitFailed);
        options.observer = [&record](const SandboxActivity &activity) { record.add(activity); };
    }
    ServedFiles files(arguments.specsFile, project, arguments.idListsFile, options.idLists);
    Sandbox sandbox;
    if (const Result<> started = sandbox.start(project, options); !started)
        return complain(streams, started.error().message, ExitFailed);
    announce(streams, sandbox, arguments);
    const auto tell = [&streams](const QString &sentence) { complain(streams, sentence, ExitSuccess); };
    while (!endSignals.waitFor(std::chrono::milliseconds(250))) {
        if (files.look(tell))
            sandbox.setProject(files.project(), files.idLists());
    }
    sandbox.stop();
    if (const Result<> written = record.close(); !written)
        return complain(streams, written.error().message, ExitFailed);
    return ExitSuccess;
}

} // namespace

int runSandbox(const QStringList &arguments, CommandStreams streams)
{
    const Result<SandboxArguments> read = readSandboxArguments(arguments);
    if (!read)
        return complain(
            streams, trSandbox("%1 See gatescope sandbox --help.").arg(read.error().message), ExitBadInput);
    if (read->wantsHelp) {
        streams.out << sandboxHelp();
        streams.out.flush();
        return ExitSuccess;
    }
    const Result<ProjectPtr> project = readSpecsFile(read->specsFile);
    if (!project)
        return complain(streams, project.error().message, ExitBadInput);
    const Result<SandboxOptions> options = readOptions(*read);
    if (!options)
        return complain(streams, options.error().message, ExitBadInput);
    for (const QString &warning : (*project)->warnings())
        complain(streams, warning, ExitSuccess);
    return serve(streams, *read, *project, *options);
}

} // namespace Gatescope
