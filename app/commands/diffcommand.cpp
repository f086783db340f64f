// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "command.h"
#include "diffarguments.h"
#include "usersfile.h"

#include <app/inputfile.h>
#include <app/version.h>
#include <models/compare/comparisonexport.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString trDiff(const char *text)
{
    return QCoreApplication::translate("DiffCommand", text);
}

QString diffHelp()
{
    return trDiff(
        R"(Usage: gatescope diff A B [--specs FILE] [--users FILE.jsonl] [--id-lists FILE] [--ip-countries FILE]
                      [--all] [--json]

Prints how two initialize responses, two specs payloads or two other JSON documents differ, as Markdown: by entity
and field. The order of keys does not count, rules are matched by ID, conditions by what they say, lists of targets
as sets; responses in any of the three formats, specs in v1 and v2 can be compared with each other.

  A, B                 the left and the right file
  --specs FILE         initialize responses: specs that know the names behind the hashes
  --users FILE         specs: also which of these users get another value, one StatsigUser a line as JSON
  --id-lists FILE      {"LIST":["hash8",…]}, for --users
  --ip-countries FILE  {"8.8.8.8":"US"}, or a database in MaxMind's format (.mmdb), for --users
  --all                also what changes without a meaning: times, checksums, versions of entities
  --json               one line of JSON instead
  -h, --help           this text

Exit codes: 0 the same, 1 different, 2 the arguments or the input were not understood.
)");
}

/// Specs are compiled as far as they can be: their words, names and impact need it.
Result<ComparedDocument> readCompared(
    const QString &path, const JsonDocumentPtr &document, const ProjectPtr &names)
{
    ComparedDocument compared {document, names};
    if (comparedType(document->root()) != ComparedType::Specs)
        return compared;
    const auto project = Project::compile(document);
    if (!project)
        return failure(ErrorCode::BadInput, QStringLiteral("%1: %2").arg(path, project.error().message));
    compared.project = *project;
    return compared;
}

QString userLabel(const EvaluationUser &user)
{
    const AttributeValue *id = user.builtIn(BuiltInField::UserId);
    return id ? user.json()["userID"].toString() : QString();
}

Result<ImpactPtr> readImpact(
    const Comparison &comparison, const EvaluationContext &context, const QString &path)
{
    UsersFile users(path);
    if (const auto opened = users.open(); !opened)
        return std::unexpected(opened.error());
    ImpactRun run(comparison.left.project, comparison.right.project, context);
    for (qint64 number = 1;; ++number) {
        const auto user = users.next();
        if (!user)
            return std::unexpected(user.error());
        if (!*user)
            return run.take();
        run.add(**user, number, userLabel(**user));
    }
}

class DiffRun
{
public:
    DiffRun(const DiffArguments &arguments, CommandStreams streams)
        : m_arguments(arguments)
        , m_streams(streams)
    { }

    int run();

private:
    Result<> readDocuments();
    Result<> compare();
    Result<> addImpact();
    int print() const;

    const DiffArguments &m_arguments;
    CommandStreams m_streams;
    ComparedDocument m_left;
    ComparedDocument m_right;
    ComparisonReport m_report;
};

Result<> DiffRun::readDocuments()
{
    ProjectPtr names;
    if (const QString path = m_arguments.specsFile(); !path.isEmpty()) {
        const auto project = readSpecsFile(path);
        if (!project)
            return std::unexpected(project.error());
        names = *project;
    }
    for (auto &[path, side] :
        {std::pair(m_arguments.leftFile(), &m_left), std::pair(m_arguments.rightFile(), &m_right)}) {
        const auto document = readJsonFile(path);
        if (!document)
            return std::unexpected(document.error());
        const auto compared = readCompared(path, *document, names);
        if (!compared)
            return std::unexpected(compared.error());
        *side = *compared;
    }
    return {};
}

Result<> DiffRun::compare()
{
    const auto comparison = compareDocuments(m_left, m_right, {m_arguments.wantsAll(), {}});
    if (!comparison)
        return std::unexpected(comparison.error());
    m_report.comparison = *comparison;
    m_report.leftName = m_arguments.leftFile();
    m_report.rightName = m_arguments.rightFile();
    m_report.program = QStringLiteral("Gatescope ") + versionText();
    return {};
}

Result<> DiffRun::addImpact()
{
    if (m_arguments.usersFile().isEmpty())
        return {};
    if (m_report.comparison->type != ComparedType::Specs)
        return failure(ErrorCode::BadInput,
            trDiff("--users needs specs to evaluate the users with, but %1 holds none. Leave --users out, or "
                   "compare two specs files.")
                .arg(m_arguments.leftFile()));
    const auto context = m_arguments.loadContext();
    if (!context)
        return std::unexpected(context.error());
    const auto impact = readImpact(*m_report.comparison, *context, m_arguments.usersFile());
    if (!impact)
        return std::unexpected(impact.error());
    m_report.impact = *impact;
    return {};
}

int DiffRun::print() const
{
    if (m_arguments.wantsJson())
        m_streams.out << QString::fromUtf8(comparisonJson(m_report)) << Qt::endl;
    else
        m_streams.out << comparisonMarkdown(m_report) << Qt::flush;
    if (m_streams.out.status() != QTextStream::Ok)
        return commandFailed(
            m_streams.err, {ErrorCode::BadInput, trDiff("The output cannot be written."), {}});
    return m_report.comparison->isSame() ? ExitSuccess : ExitDifferent;
}

int DiffRun::run()
{
    for (const auto step : {&DiffRun::readDocuments, &DiffRun::compare, &DiffRun::addImpact})
        if (const Result<> done = (this->*step)(); !done)
            return commandFailed(m_streams.err, done.error());
    return print();
}

} // namespace

int runDiff(const QStringList &arguments, CommandStreams streams)
{
    DiffArguments asked;
    if (const auto read = asked.read(arguments); !read) {
        streams.err << QStringLiteral("gatescope diff: ") << read.error().message
                    << trDiff(" See gatescope diff --help.") << Qt::endl;
        return ExitBadInput;
    }
    if (asked.wantsHelp()) {
        streams.out << diffHelp() << Qt::flush;
        return ExitSuccess;
    }
    return DiffRun(asked, streams).run();
}

} // namespace Gatescope
