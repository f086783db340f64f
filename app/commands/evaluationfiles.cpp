// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfiles.h"

#include "command.h"

#include <app/countries.h>
#include <app/inputfile.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString trEvaluationFiles(const char *text)
{
    return QCoreApplication::translate("EvaluationInput", text);
}

} // namespace

EvaluationFiles::EvaluationFiles()
    : m_specs(QStringLiteral("specs"), {}, QStringLiteral("FILE"))
    , m_idLists(QStringLiteral("id-lists"), {}, QStringLiteral("FILE"))
    , m_countries(QStringLiteral("ip-countries"), {}, QStringLiteral("FILE"))
{ }

void EvaluationFiles::addTo(QCommandLineParser &parser) const
{
    parser.addOptions({m_specs, m_idLists, m_countries});
}

Result<> EvaluationFiles::check(const QCommandLineParser &parser) const
{
    return needFile(parser, m_specs);
}

Result<Evaluator> EvaluationFiles::load(const QCommandLineParser &parser, QStringList &warnings) const
{
    const QString path = parser.value(m_specs);
    const auto project = readSpecsFile(path);
    if (!project)
        return std::unexpected(project.error());
    for (const QString &warning : (*project)->warnings())
        warnings << path + QStringLiteral(": ") + warning;
    const auto context = loadContext(parser);
    if (!context)
        return std::unexpected(context.error());
    return Evaluator(*project, *context);
}

Result<EvaluationContext> EvaluationFiles::loadContext(const QCommandLineParser &parser) const
{
    EvaluationContext context;
    if (const QString path = parser.value(m_idLists); !path.isEmpty()) {
        const auto document = readJsonFile(path);
        if (!document)
            return std::unexpected(document.error());
        auto lists = IdLists::fromJson((*document)->root());
        if (!lists)
            return failure(ErrorCode::BadInput, path + QStringLiteral(": ") + lists.error().message);
        context.idLists = std::make_shared<const IdLists>(std::move(*lists));
    }
    if (const QString path = parser.value(m_countries); !path.isEmpty()) {
        const auto countries = readCountries(path);
        if (!countries)
            return std::unexpected(countries.error());
        context.countries = *countries;
    }
    return context;
}

Result<> needFile(const QCommandLineParser &parser, const QCommandLineOption &option)
{
    if (!parser.value(option).isEmpty())
        return {};
    return failure(
        ErrorCode::BadInput, trEvaluationFiles("--%1 FILE is missing.").arg(option.names().first()));
}

int commandFailed(QTextStream &err, const Error &error)
{
    err << QStringLiteral("gatescope: ") << error.message << Qt::endl;
    return error.code == ErrorCode::FileUnwritable ? ExitFailed : ExitBadInput;
}

void tellWarnings(QTextStream &err, const QStringList &warnings)
{
    for (const QString &warning : warnings)
        err << QStringLiteral("gatescope: ") << warning << Qt::endl;
}

} // namespace Gatescope
