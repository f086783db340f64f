// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "impactusers.h"

#include <models/json/canonicaljson.h>
#include <models/statsig/statsiguser.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString trImpactUsers(const char *text)
{
    return QCoreApplication::translate("Gatescope::ImpactUsers", text);
}

std::unexpected<Error> badUserLine(qint64 line, const QString &what)
{
    return failure(ErrorCode::BadInput, trImpactUsers("Line %1: %2").arg(line).arg(what));
}

Result<> addUserLine(ImpactRun &run, const QByteArray &text, qint64 line, qint64 number)
{
    const auto document = JsonDocument::parse(text);
    if (!document) {
        // again where it stands, so that the message tells the line of the file
        const auto inPlace = JsonDocument::parse(QByteArray(line - 1, '\n') + text);
        return badUserLine(line, (inPlace ? document.error() : inPlace.error()).message);
    }
    const auto user = StatsigUser::fromJson((*document)->root());
    if (!user)
        return badUserLine(line, user.error().message);
    run.add(EvaluationUser(*document), number, user->label());
    return {};
}

/// How the history may have kept a user: with its private attributes, or without.
class KnownUser
{
public:
    explicit KnownUser(const QByteArray &json)
    {
        auto user = StatsigUser::fromJson(json);
        if (!user)
            return;
        m_whole = canonical(*user);
        user->setTable(UserTable::PrivateAttributes, {});
        m_withoutPrivate = canonical(*user);
    }

    bool is(const KeptUser &user) const
    {
        return user.json == m_whole || (user.lacksPrivate && user.json == m_withoutPrivate);
    }

private:
    static QByteArray canonical(const StatsigUser &user)
    {
        const auto document = JsonDocument::parse(user.toJson());
        return document ? canonicalJson((*document)->root()) : QByteArray();
    }

    QByteArray m_whole;
    QByteArray m_withoutPrivate;
};

} // namespace

Result<qint64> addHistoryUsers(
    ImpactRun &run, const QList<KeptUser> &users, const QByteArray &known, const std::stop_token &stop)
{
    const KnownUser knownUser(known);
    const qint64 before = run.userCount();
    for (const KeptUser &user : users) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, trImpactUsers("Stopped."));
        if (knownUser.is(user))
            continue;
        const auto document = JsonDocument::parse(user.json);
        const auto read =
            document ? StatsigUser::fromJson((*document)->root()) : std::unexpected(document.error());
        if (!read)
            continue; // no server would have taken it for a user either
        run.add(EvaluationUser(*document), run.userCount() + 1, read->label());
        if (user.lacksPrivate)
            run.countLackingPrivate();
    }
    return run.userCount() - before;
}

Result<> addUserLines(ImpactRun &run, const QByteArray &text, const std::stop_token &stop)
{
    qint64 number = run.userCount();
    qint64 line = 0;
    for (qsizetype start = 0; start < text.size();) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, trImpactUsers("Stopped."));
        qsizetype end = text.indexOf('\n', start);
        end = end < 0 ? text.size() : end;
        const QByteArray user = text.mid(start, end - start);
        start = end + 1;
        ++line;
        if (user.trimmed().isEmpty())
            continue;
        ++number;
        if (const Result<> added = addUserLine(run, user, line, number); !added)
            return added;
    }
    return {};
}

} // namespace Gatescope
