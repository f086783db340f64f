// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "requestusers.h"

#include <models/exchangeformats/curlcommand.h>
#include <models/exchangeformats/exchangecontents.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString trRequests(const char *text)
{
    return QCoreApplication::translate("Gatescope::RequestUsers", text);
}

/// What is wrong with commands, by their number where there are several.
class CommandProblems
{
public:
    void add(const QString &sentence) { m_sentences.append({m_count, sentence}); }
    void countCommand() { ++m_count; }
    bool areEnough() const { return m_sentences.size() >= mostCommandProblems; }

    void tell(JsonPersonas &found) const
    {
        for (const auto &[number, sentence] : m_sentences)
            found.takeProblem(m_count > 1 ? trRequests("Command %1: ").arg(number) + sentence : sentence);
        if (areEnough())
            found.takeProblem(trRequests("The commands behind number %1 are not read.").arg(m_count));
    }

private:
    static constexpr qsizetype mostCommandProblems = 100;
    qsizetype m_count = 0;
    QList<std::pair<qsizetype, QString>> m_sentences;
};

} // namespace

void takeCommands(const QString &text, JsonPersonas &found)
{
    CommandProblems problems;
    readCommands(text, [&](const Result<Exchange> &exchange) {
        problems.countCommand();
        const QList<StatsigUser> users = exchange ? usersOf(*exchange) : QList<StatsigUser>();
        for (const StatsigUser &user : users)
            found.takeDistinct(user);
        if (!exchange)
            problems.add(exchange.error().message);
        else if (users.isEmpty())
            problems.add(trRequests("there is no user in the request."));
        return !problems.areEnough() && !found.isOverfull();
    });
    problems.tell(found);
}

void takeHar(const HarFile &har, JsonPersonas &found)
{
    for (const Exchange &exchange : har.exchanges) {
        if (found.isOverfull())
            break;
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
