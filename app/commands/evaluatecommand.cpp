// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "command.h"
#include "evaluationinput.h"
#include "verdictline.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString trEvaluate(const char *text)
{
    return QCoreApplication::translate("EvaluateCommand", text);
}

QString evaluateHelp()
{
    return trEvaluate(
        R"(Usage: gatescope evaluate --specs FILE --users FILE.jsonl [--id-lists FILE] [--ip-countries FILE]
                          [--sdk-compatible] [--out FILE]

Prints what every gate, config and layer of a specs file is, one line of JSON for each user.

Options:
  --specs FILE         a specs payload (download_config_specs), v1 or v2
  --users FILE         one StatsigUser a line, as JSON; its statsigEnvironment is the environment
  --id-lists FILE      {"LIST":["hash8",…]}
  --ip-countries FILE  {"8.8.8.8":"US"}, or a database in MaxMind's format (.mmdb)
  --sdk-compatible     answer as the SDK does where a verdict cannot be determined here
  --out FILE           write there instead; the file appears whole or not at all
  -h, --help           this text

What depends on something that is not here, such as an ID list or the country of an address, is printed as
"value":null with the reason "undetermined: …". With --sdk-compatible it is answered as the SDK would: a user is in
no list that is missing, an unknown country is none, and what is unsupported is false with the reason "Unsupported".

Exit codes: 0 done, 1 the run failed, 2 the arguments or the input were not understood.
)");
}

} // namespace

int runEvaluate(const QStringList &arguments, CommandStreams streams)
{
    const QString sdkCompatible = QStringLiteral("sdk-compatible");
    EvaluationInput input;
    input.parser().addOption(QCommandLineOption(sdkCompatible));
    if (const auto read = input.read(arguments); !read) {
        streams.err << QStringLiteral("gatescope evaluate: ") << read.error().message
                    << trEvaluate(" See gatescope evaluate --help.") << Qt::endl;
        return ExitBadInput;
    }
    if (input.wantsHelp()) {
        streams.out << evaluateHelp() << Qt::flush;
        return ExitSuccess;
    }
    input.setSdkCompatible(input.parser().isSet(sdkCompatible));
    return writeLines(input, streams.out, streams.err, verdictLine);
}

} // namespace Gatescope
