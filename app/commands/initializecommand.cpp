// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "command.h"
#include "evaluationinput.h"

#include <models/evaluation/initializeresponse.h>
#include <models/evaluation/jsonwriter.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString trInitialize(const char *text)
{
    return QCoreApplication::translate("InitializeCommand", text);
}

QString initializeHelp()
{
    return trInitialize(
        R"(Usage: gatescope initialize --specs FILE --users FILE.jsonl [--hash none|djb2|sha256]
                            [--format v1|v2|init-v2] [--client-key KEY] [--id-lists FILE]
                            [--ip-countries FILE] [--out FILE]

Prints the /initialize response for each user, one line of JSON each.

Options:
  --specs FILE         a specs payload (download_config_specs), v1 or v2
  --users FILE         one StatsigUser a line, as JSON
  --hash NAME          how names are hashed: none, djb2 (the default) or sha256
  --format NAME        v1 (the default), v2 (exposures by reference) or init-v2 (short keys)
  --client-key KEY     only what the target app of this client key may see
  --id-lists FILE      {"LIST":["hash8",…]}
  --ip-countries FILE  {"8.8.8.8":"US"}, or a database in MaxMind's format (.mmdb)
  --out FILE           write there instead; the file appears whole or not at all
  -h, --help           this text

What cannot be determined is answered as an SDK would answer it: a user is in no list that is missing.

Exit codes: 0 done, 1 the run failed, 2 the arguments or the input were not understood.
)");
}

/// The value of an option that takes one of a few words.
template<class Value>
Result<Value> oneOf(
    const QString &option, const QString &given, const QList<std::pair<QString, Value>> &choices)
{
    QStringList words;
    for (const auto &[word, value] : choices) {
        if (word == given)
            return value;
        words << word;
    }
    return failure(ErrorCode::BadInput,
        trInitialize("--%1 takes one of %2, not “%3”.").arg(option, words.join(QStringLiteral(", ")), given));
}

Result<InitializeOptions> optionsOf(
    const QCommandLineParser &parser, const QString &hash, const QString &format, const QString &clientKey)
{
    const auto algorithm = oneOf<HashAlgorithm>(hash, parser.value(hash),
        {{QStringLiteral("none"), HashAlgorithm::None}, {QStringLiteral("djb2"), HashAlgorithm::Djb2},
            {QStringLiteral("sha256"), HashAlgorithm::Sha256}});
    if (!algorithm)
        return std::unexpected(algorithm.error());
    const auto shape = oneOf<InitializeFormat>(format, parser.value(format),
        {{QStringLiteral("v1"), InitializeFormat::V1}, {QStringLiteral("v2"), InitializeFormat::V2},
            {QStringLiteral("init-v2"), InitializeFormat::InitV2}});
    if (!shape)
        return std::unexpected(shape.error());
    return InitializeOptions {*algorithm, *shape, parser.value(clientKey).toStdString()};
}

} // namespace

int runInitialize(const QStringList &arguments, CommandStreams streams)
{
    const QString hash = QStringLiteral("hash");
    const QString format = QStringLiteral("format");
    const QString clientKey = QStringLiteral("client-key");
    EvaluationInput input;
    input.parser().addOptions({{hash, {}, QStringLiteral("NAME"), QStringLiteral("djb2")},
        {format, {}, QStringLiteral("NAME"), QStringLiteral("v1")}, {clientKey, {}, QStringLiteral("KEY")}});
    const auto bad = [&](const Error &error) {
        streams.err << QStringLiteral("gatescope initialize: ") << error.message
                    << trInitialize(" See gatescope initialize --help.") << Qt::endl;
        return int(ExitBadInput);
    };
    if (const auto read = input.read(arguments); !read)
        return bad(read.error());
    if (input.wantsHelp()) {
        streams.out << initializeHelp() << Qt::flush;
        return ExitSuccess;
    }
    const auto options = optionsOf(input.parser(), hash, format, clientKey);
    if (!options)
        return bad(options.error());
    const std::string hashName = apiName(options->hash).toStdString();
    const auto line = [&](const Evaluator &evaluator, const EvaluationUser &user, qint64 number) {
        JsonWriter writer;
        writer.beginObject();
        writer.key("user");
        writer.integer(number);
        writer.key("hash");
        writer.text(hashName);
        writer.key("response");
        writer.raw(initializeResponse(evaluator, user, *options));
        writer.endObject();
        return writer.take();
    };
    return writeLines(input, streams.out, streams.err, line);
}

} // namespace Gatescope
