// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "command.h"
#include "evaluationfiles.h"
#include "namedentity.h"
#include "usersfile.h"

#include <app/version.h>
#include <models/explain/explanationjson.h>
#include <models/explain/explanationmarkdown.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString trExplain(const char *text)
{
    return QCoreApplication::translate("ExplainCommand", text);
}

QString explainHelp()
{
    return trExplain(
        R"(Usage: gatescope explain --specs FILE --user FILE NAME [--kind gate|config|layer] [--id-lists FILE]
                         [--ip-countries FILE] [--json]

Prints why a gate, config, experiment, layer, segment or holdout is what it is for one user, as Markdown: the
deciding fact in one sentence, every rule and condition with the user's value, and the bucket arithmetic. Values
of privateAttributes are left out.

  --specs FILE         a specs payload (download_config_specs), v1 or v2
  --user FILE          one StatsigUser as JSON, or a JSONL file of which the first is taken
  --kind KIND          gate, config or layer: where to look for NAME if it stands for several things
  --id-lists FILE      {"LIST":["hash8",…]}
  --ip-countries FILE  {"8.8.8.8":"US"}, or a database in MaxMind's format (.mmdb)
  --json               one line of JSON instead

A verdict that cannot be told, as something is not here, is explained too, with what to do about it.
)");
}

/// What is asked for on the command line.
class ExplainArguments
{
public:
    ExplainArguments();

    /// Errors: BadInput with a sentence naming the argument.
    Result<> read(const QStringList &arguments);
    bool wantsHelp() const { return m_parser.isSet(m_help); }
    bool wantsJson() const { return m_parser.isSet(m_json); }
    QString name() const { return m_parser.positionalArguments().value(0); }
    QString userFile() const { return m_parser.value(m_user); }
    std::optional<SpecTable> table() const { return m_table; }
    Result<Evaluator> load(QStringList &warnings) const { return m_files.load(m_parser, warnings); }

private:
    Result<> readName();
    Result<> readKind();

    QCommandLineParser m_parser;
    EvaluationFiles m_files;
    QCommandLineOption m_help;
    QCommandLineOption m_user;
    QCommandLineOption m_kind;
    QCommandLineOption m_json;
    std::optional<SpecTable> m_table;
};

ExplainArguments::ExplainArguments()
    : m_help(QStringList {QStringLiteral("h"), QStringLiteral("help")})
    , m_user(QStringLiteral("user"), {}, QStringLiteral("FILE"))
    , m_kind(QStringLiteral("kind"), {}, QStringLiteral("KIND"))
    , m_json(QStringLiteral("json"))
{
    m_files.addTo(m_parser);
    m_parser.addOptions({m_help, m_user, m_kind, m_json});
}

Result<> ExplainArguments::read(const QStringList &arguments)
{
    if (!m_parser.parse(QStringList {QStringLiteral("gatescope")} + arguments))
        return failure(ErrorCode::BadInput, m_parser.errorText() + QLatin1Char('.'));
    if (wantsHelp())
        return {};
    if (const auto checked = m_files.check(m_parser); !checked)
        return checked;
    if (const auto checked = needFile(m_parser, m_user); !checked)
        return checked;
    const auto named = readName();
    return named ? readKind() : named;
}

Result<> ExplainArguments::readName()
{
    const QStringList names = m_parser.positionalArguments();
    if (names.isEmpty())
        return failure(ErrorCode::BadInput, trExplain("The NAME of what to explain is missing."));
    if (names.size() > 1)
        return failure(ErrorCode::BadInput, trExplain("“%1” is one argument too many.").arg(names.at(1)));
    return {};
}

Result<> ExplainArguments::readKind()
{
    static const QList<std::pair<QString, SpecTable>> kinds {
        {QStringLiteral("gate"), SpecTable::FeatureGates},
        {QStringLiteral("config"), SpecTable::DynamicConfigs},
        {QStringLiteral("layer"), SpecTable::LayerConfigs},
    };
    if (!m_parser.isSet(m_kind))
        return {};
    const QString kind = m_parser.value(m_kind);
    for (const auto &[word, table] : kinds) {
        if (word == kind)
            m_table = table;
    }
    return m_table
        ? Result<>()
        : failure(ErrorCode::BadInput, trExplain("--kind takes gate, config or layer, not “%1”.").arg(kind));
}

int explainOne(const ExplainArguments &arguments, CommandStreams streams)
{
    QStringList warnings;
    const auto evaluator = arguments.load(warnings);
    if (!evaluator)
        return commandFailed(streams.err, evaluator.error());
    tellWarnings(streams.err, warnings);
    const auto entity = namedEntity(*evaluator->project(), arguments.name(), arguments.table());
    if (!entity)
        return commandFailed(streams.err, entity.error());
    const auto user = readUserFile(arguments.userFile());
    if (!user)
        return commandFailed(streams.err, user.error());
    if (user->isFirstOfMany)
        streams.err << trExplain("gatescope: %1 has more than one line; its first user is taken.")
                           .arg(arguments.userFile())
                    << Qt::endl;
    const ExplanationPtr explanation =
        explain(*evaluator, user->user, entity->table, entity->name.toStdString());
    const QString program = QStringLiteral("Gatescope ") + versionText();
    if (arguments.wantsJson())
        streams.out << QString::fromUtf8(explanationJson(*explanation, program)) << Qt::endl;
    else
        streams.out << explanationMarkdown(*explanation, program) << Qt::flush;
    return ExitSuccess;
}

} // namespace

int runExplain(const QStringList &arguments, CommandStreams streams)
{
    ExplainArguments asked;
    if (const auto read = asked.read(arguments); !read) {
        streams.err << QStringLiteral("gatescope explain: ") << read.error().message
                    << trExplain(" See gatescope explain --help.") << Qt::endl;
        return ExitBadInput;
    }
    if (asked.wantsHelp()) {
        streams.out << explainHelp() << Qt::flush;
        return ExitSuccess;
    }
    return explainOne(asked, streams);
}

} // namespace Gatescope
