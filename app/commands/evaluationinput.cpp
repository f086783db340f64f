// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationinput.h"

#include "command.h"
#include "commandoutput.h"
#include "usersfile.h"

#include <app/countries.h>
#include <app/inputfile.h>

#include <QCoreApplication>

#include <functional>

namespace Gatescope {

namespace {

QString trEvaluationInput(const char *text)
{
    return QCoreApplication::translate("EvaluationInput", text);
}

int failed(QTextStream &err, const Error &error)
{
    err << QStringLiteral("gatescope: ") << error.message << Qt::endl;
    return error.code == ErrorCode::FileUnwritable ? ExitFailed : ExitBadInput;
}

} // namespace

EvaluationInput::EvaluationInput()
    : m_help(QStringList {QStringLiteral("h"), QStringLiteral("help")})
    , m_specs(QStringLiteral("specs"), {}, QStringLiteral("FILE"))
    , m_users(QStringLiteral("users"), {}, QStringLiteral("FILE"))
    , m_idLists(QStringLiteral("id-lists"), {}, QStringLiteral("FILE"))
    , m_countries(QStringLiteral("ip-countries"), {}, QStringLiteral("FILE"))
    , m_out(QStringLiteral("out"), {}, QStringLiteral("FILE"))
{
    m_parser.addOptions({m_help, m_specs, m_users, m_idLists, m_countries, m_out});
}

Result<> EvaluationInput::read(const QStringList &arguments)
{
    if (!m_parser.parse(QStringList {QStringLiteral("gatescope")} + arguments))
        return failure(ErrorCode::BadInput, m_parser.errorText() + QLatin1Char('.'));
    if (!m_parser.positionalArguments().isEmpty())
        return failure(ErrorCode::BadInput,
            trEvaluationInput("“%1” is one argument too many.").arg(m_parser.positionalArguments().first()));
    if (wantsHelp())
        return {};
    for (const QCommandLineOption *option : {&m_specs, &m_users}) {
        if (m_parser.value(*option).isEmpty())
            return failure(
                ErrorCode::BadInput, trEvaluationInput("--%1 FILE is missing.").arg(option->names().first()));
    }
    return {};
}

Result<Evaluator> EvaluationInput::load(QStringList &warnings) const
{
    const QString path = m_parser.value(m_specs);
    const auto project = readSpecsFile(path);
    if (!project)
        return std::unexpected(project.error());
    for (const QString &warning : (*project)->warnings())
        warnings << path + QStringLiteral(": ") + warning;
    const auto context = loadContext();
    if (!context)
        return std::unexpected(context.error());
    return Evaluator(*project, *context);
}

Result<EvaluationContext> EvaluationInput::loadContext() const
{
    EvaluationContext context;
    if (const QString path = m_parser.value(m_idLists); !path.isEmpty()) {
        const auto document = readJsonFile(path);
        if (!document)
            return std::unexpected(document.error());
        auto lists = IdLists::fromJson((*document)->root());
        if (!lists)
            return failure(ErrorCode::BadInput, path + QStringLiteral(": ") + lists.error().message);
        context.idLists = std::make_shared<const IdLists>(std::move(*lists));
    }
    if (const QString path = m_parser.value(m_countries); !path.isEmpty()) {
        const auto countries = readCountries(path);
        if (!countries)
            return std::unexpected(countries.error());
        context.countries = *countries;
    }
    return context;
}

int writeLines(const EvaluationInput &input, QTextStream &out, QTextStream &err,
    const std::function<QByteArray(const Evaluator &, const EvaluationUser &, qint64)> &line)
{
    QStringList warnings;
    const auto evaluator = input.load(warnings);
    if (!evaluator)
        return failed(err, evaluator.error());
    for (const QString &warning : std::as_const(warnings))
        err << QStringLiteral("gatescope: ") << warning << Qt::endl;
    UsersFile users(input.usersFile());
    if (const auto opened = users.open(); !opened)
        return failed(err, opened.error());
    if (const auto checked = users.check(); !checked)
        return failed(err, checked.error());
    CommandOutput output(out, input.outFile());
    if (const auto opened = output.open(); !opened)
        return failed(err, opened.error());
    while (true) {
        const auto user = users.next();
        if (!user)
            return failed(err, user.error());
        if (!*user)
            break;
        if (const auto written = output.writeLine(line(*evaluator, **user, users.line())); !written)
            return failed(err, written.error());
    }
    const auto finished = output.finish();
    return finished ? int(ExitSuccess) : failed(err, finished.error());
}

} // namespace Gatescope
