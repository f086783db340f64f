// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationinput.h"

#include "command.h"
#include "commandoutput.h"
#include "usersfile.h"

#include <QCoreApplication>

#include <functional>

namespace Gatescope {

namespace {

QString trEvaluationInput(const char *text)
{
    return QCoreApplication::translate("EvaluationInput", text);
}

} // namespace

EvaluationInput::EvaluationInput()
    : m_help(QStringList {QStringLiteral("h"), QStringLiteral("help")})
    , m_users(QStringLiteral("users"), {}, QStringLiteral("FILE"))
    , m_out(QStringLiteral("out"), {}, QStringLiteral("FILE"))
{
    m_files.addTo(m_parser);
    m_parser.addOptions({m_help, m_users, m_out});
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
    if (const auto checked = m_files.check(m_parser); !checked)
        return checked;
    return needFile(m_parser, m_users);
}

Result<Evaluator> EvaluationInput::load(QStringList &warnings) const
{
    const auto evaluator = m_files.load(m_parser, warnings);
    if (!evaluator || !m_isSdkCompatible)
        return evaluator;
    EvaluationContext context = evaluator->context();
    context.sdkCompatible = true;
    return Evaluator(evaluator->project(), context);
}

int writeLines(const EvaluationInput &input, QTextStream &out, QTextStream &err,
    const std::function<QByteArray(const Evaluator &, const EvaluationUser &, qint64)> &line)
{
    QStringList warnings;
    const auto evaluator = input.load(warnings);
    if (!evaluator)
        return commandFailed(err, evaluator.error());
    tellWarnings(err, warnings);
    UsersFile users(input.usersFile());
    if (const auto opened = users.open(); !opened)
        return commandFailed(err, opened.error());
    if (const auto checked = users.check(); !checked)
        return commandFailed(err, checked.error());
    CommandOutput output(out, input.outFile());
    if (const auto opened = output.open(); !opened)
        return commandFailed(err, opened.error());
    while (true) {
        const auto user = users.next();
        if (!user)
            return commandFailed(err, user.error());
        if (!*user)
            break;
        if (const auto written = output.writeLine(line(*evaluator, **user, users.line())); !written)
            return commandFailed(err, written.error());
    }
    const auto finished = output.finish();
    return finished ? int(ExitSuccess) : commandFailed(err, finished.error());
}

} // namespace Gatescope
