// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "replayplan.h"

#include <ui/keyrefusal.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

struct ReplayWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Replay)
};

/// "events[0].user.email" too.
bool isOfAUser(const QString &field)
{
    return field.startsWith(QLatin1String("user.")) || field.contains(QLatin1String("].user."));
}

void replaceUser(KeptRequest &kept, const StatsigUser &user)
{
    kept.request = withUser(std::move(kept.request), user);
    kept.maskedAttributes = 0;
    kept.maskedFields.removeIf(isOfAUser);
}

QStringList remarksOn(const KeptRequest &kept, const Connection &connection)
{
    QStringList remarks;
    if (const QString masked = maskedSentence(kept); !masked.isEmpty())
        remarks << masked;
    if (!kept.unknownFields.isEmpty())
        remarks << ReplayWords::tr("Gatescope cannot send these fields, which are left out: %1.")
                       .arg(kept.unknownFields.join(QStringLiteral(", ")));
    if (kept.loggedExposures && !connection.exposuresOn)
        remarks << ReplayWords::tr(
            "It was sent with exposures on; %1 has them off, so nothing is logged this time.")
                       .arg(connection.name);
    return remarks;
}

/// A user carries the tier of where it was first asked about.
QString tierSentence(const ApiRequest &request, const Connection &connection)
{
    const QString tier = userOf(request).tier();
    return tier.isEmpty() || tier == connection.tier
        ? QString()
        : ReplayWords::tr("The user's tier is %1, as it was sent before.").arg(tier);
}

} // namespace

QString maskedSentence(const KeptRequest &kept, bool isSent)
{
    QStringList sentences;
    if (kept.maskedAttributes > 0) {
        const QString what = kept.maskedAttributes == 1
            ? ReplayWords::tr("1 private attribute is masked in the history and %1.")
            : ReplayWords::tr("%1 private attributes are masked in the history and %2.")
                  .arg(QLocale().toString(kept.maskedAttributes), QStringLiteral("%1"));
        sentences << what.arg(isSent ? ReplayWords::tr("not sent", "masked and …")
                                     : ReplayWords::tr("left out", "masked and …"));
    }
    if (!kept.maskedFields.isEmpty())
        sentences << ReplayWords::tr("Left out too, as they repeat a masked value: %1.")
                         .arg(kept.maskedFields.join(QStringLiteral(", ")));
    return sentences.join(QLatin1Char(' '));
}

Result<ReplayPlan> planReplay(
    const Exchange &exchange, const Connection &connection, const std::optional<StatsigUser> &user)
{
    if (const QString refusal = keyRefusal(connection.keyKind, exchange.endpoint); !refusal.isEmpty())
        return failure(ErrorCode::Unsupported, refusal);
    auto kept = readRequest(exchange.endpoint, exchange.requestBody);
    if (!kept)
        return std::unexpected(kept.error());
    if (user)
        replaceUser(*kept, *user);
    return ReplayPlan {connection, withExposures(kept->request, connection.exposuresOn),
        remarksOn(*kept, connection), user ? QString() : tierSentence(kept->request, connection)};
}

QString replayAction(const ApiRequest &request)
{
    const auto *events = std::get_if<LogEventRequest>(&request);
    if (!events)
        return ReplayWords::tr("Send again");
    return events->events.size() == 1
        ? ReplayWords::tr("Send 1 event again")
        : ReplayWords::tr("Send %1 events again").arg(QLocale().toString(events->events.size()));
}

QString replayConsequence(const ApiRequest &request)
{
    if (!writes(request))
        return {};
    return std::holds_alternative<LogEventRequest>(request)
        ? ReplayWords::tr("The events will be logged there once more, with the times they had, and cannot be "
                          "taken back.")
        : ReplayWords::tr("It counts as an exposure in this project's experiments and cannot be taken back.");
}

} // namespace Gatescope
