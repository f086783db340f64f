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
                          [--out FILE]

Prints what every gate, config and layer of a specs file is, one line of JSON for each user.

  --specs FILE         a specs payload (download_config_specs), v1 or v2
  --users FILE         one StatsigUser a line, as JSON; its statsigEnvironment is the environment
  --id-lists FILE      {"LIST":["hash8",…]}
  --ip-countries FILE  {"8.8.8.8":"US"}, or a database in MaxMind's format (.mmdb)
  --out FILE           write there instead; the file appears whole or not at all

What depends on something that is not here, such as an ID list or the country of an address, is printed as
"value":null with the reason "undetermined: …".
)");
}

} // namespace

int runEvaluate(const QStringList &arguments, CommandStreams streams)
{
    EvaluationInput input;
    if (const auto read = input.read(arguments); !read) {
        streams.err << QStringLiteral("gatescope evaluate: ") << read.error().message
                    << trEvaluate(" See gatescope evaluate --help.") << Qt::endl;
        return ExitBadInput;
    }
    if (input.wantsHelp()) {
        streams.out << evaluateHelp() << Qt::flush;
        return ExitSuccess;
    }
    return writeLines(input, streams.out, streams.err, verdictLine);
}

} // namespace Gatescope
