// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "diffarguments.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString trDiffArguments(const char *text)
{
    return QCoreApplication::translate("DiffCommand", text);
}

} // namespace

DiffArguments::DiffArguments()
    : m_help(QStringList {QStringLiteral("h"), QStringLiteral("help")})
    , m_users(QStringLiteral("users"), {}, QStringLiteral("FILE"))
    , m_all(QStringLiteral("all"))
    , m_json(QStringLiteral("json"))
{
    m_files.addTo(m_parser);
    m_parser.addOptions({m_help, m_users, m_all, m_json});
}

Result<> DiffArguments::read(const QStringList &arguments)
{
    if (!m_parser.parse(QStringList {QStringLiteral("gatescope")} + arguments))
        return failure(ErrorCode::BadInput, m_parser.errorText() + QLatin1Char('.'));
    if (wantsHelp())
        return {};
    const QStringList files = m_parser.positionalArguments();
    if (files.size() < 2)
        return failure(ErrorCode::BadInput,
            files.isEmpty() ? trDiffArguments("The two files to compare are missing.")
                            : trDiffArguments("The file to compare %1 with is missing.").arg(files.first()));
    if (files.size() > 2)
        return failure(
            ErrorCode::BadInput, trDiffArguments("“%1” is one argument too many.").arg(files.at(2)));
    if (m_parser.isSet(m_users) && usersFile().isEmpty())
        return needFile(m_parser, m_users);
    return {};
}

} // namespace Gatescope
