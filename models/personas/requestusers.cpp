// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "requestusers.h"

#include <models/exchangeformats/curlcommand.h>
#include <models/exchangeformats/exchangecontents.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace Gatescope {

namespace {

QString trRequests(const char *text)
{
    return QCoreApplication::translate("Gatescope::RequestUsers", text);
}

QStringList commandsIn(const QString &text)
{
    static const QRegularExpression between(QStringLiteral("\\n\\s*\\n(?=\\s*curl\\b)"));
    return text.split(between, Qt::SkipEmptyParts);
}

} // namespace

void takeCommands(const QString &text, JsonPersonas &found)
{
    const QStringList commands = commandsIn(text);
    for (qsizetype i = 0; i < commands.size() && !found.isFull(); ++i) {
        const QString where = commands.size() > 1 ? trRequests("Command %1: ").arg(i + 1) : QString();
        const auto exchange = exchangeFromCommand(commands[i]);
        const QList<StatsigUser> users = exchange ? usersOf(*exchange) : QList<StatsigUser>();
        for (const StatsigUser &user : users)
            found.takeDistinct(user);
        if (!exchange)
            found.takeProblem(where + exchange.error().message);
        else if (users.isEmpty())
            found.takeProblem(where + trRequests("there is no user in the request."));
    }
}

void takeHar(const HarFile &har, JsonPersonas &found)
{
    for (const Exchange &exchange : har.exchanges) {
        for (const StatsigUser &user : usersOf(exchange))
            found.takeDistinct(user);
    }
    if (har.brokenEntries > 0)
        found.takeProblem(QCoreApplication::translate("Gatescope::RequestUsers",
            "%n entries of the file cannot be read.", nullptr, int(har.brokenEntries)));
    if (found.personas().isEmpty())
        found.takeProblem(trRequests("No request to Statsig in this file has a user."));
}

} // namespace Gatescope
