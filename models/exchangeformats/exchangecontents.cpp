// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangecontents.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Gatescope {

namespace {

struct ExchangeContents
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ExchangeContents)
};

/// Hands on each user that can be read, the body's own first, until `take` says that it is enough.
template<typename Take>
void readUsers(const JsonValue &body, Take take)
{
    const auto isEnough = [&take](const JsonValue &value) {
        auto user = StatsigUser::fromJson(value);
        return user && !take(std::move(*user));
    };
    if (isEnough(body["user"]))
        return;
    const JsonValue events = body["events"];
    for (quint32 i = 0; i < events.size(); ++i) {
        if (isEnough(events.at(i)["user"]))
            return;
    }
}

QString joinedNames(const JsonValue &names)
{
    constexpr quint32 most = 3;
    QStringList texts;
    for (quint32 i = 0; i < std::min(names.size(), most); ++i)
        texts << names.at(i).toString();
    if (names.size() > most)
        texts << QStringLiteral("…");
    return texts.join(QStringLiteral(", "));
}

} // namespace

std::optional<Endpoint> endpointAt(const QUrl &url)
{
    const QString path = url.path();
    const QString last = path.section(u'/', -1, -1, QString::SectionSkipEmpty);
    if (last == QLatin1String("rgstr"))
        return Endpoint::LogEvent;
    if (path.contains(QLatin1String("/download_config_specs/")))
        return Endpoint::DownloadConfigSpecs;
    const auto *found =
        std::ranges::find_if(allEndpoints, [&last](Endpoint each) { return pathName(each) == last; });
    return found == allEndpoints.end() ? std::nullopt : std::optional(*found);
}

Endpoint endpointOfBody(const JsonValue &body)
{
    constexpr std::array<std::pair<std::string_view, Endpoint>, 6> telling {{
        {"gateName", Endpoint::CheckGate},
        {"gateNames", Endpoint::CheckGateMultiple},
        {"configName", Endpoint::GetConfig},
        {"experimentName", Endpoint::GetExperiment},
        {"layerName", Endpoint::GetLayer},
        {"events", Endpoint::LogEvent},
    }};
    const auto *found =
        std::ranges::find_if(telling, [&body](const auto &each) { return body[each.first].isValid(); });
    return found == telling.end() ? Endpoint::Initialize : found->second;
}

QString subjectOfBody(Endpoint endpoint, const JsonValue &body)
{
    switch (endpoint) {
    case Endpoint::CheckGate:
    case Endpoint::CheckGateMultiple:
        return body["gateNames"].isArray() ? joinedNames(body["gateNames"]) : body["gateName"].toString();
    case Endpoint::GetConfig:
        return body["configName"].toString();
    case Endpoint::GetExperiment:
        return body["experimentName"].isValid() ? body["experimentName"].toString()
                                                : body["configName"].toString();
    case Endpoint::GetLayer:
        return body["layerName"].toString();
    case Endpoint::LogEvent:
        return ExchangeContents::tr("%n events", nullptr, int(body["events"].size()));
    case Endpoint::Initialize:
    case Endpoint::DownloadConfigSpecs:
        break;
    }
    return {};
}

QList<StatsigUser> usersOf(const Exchange &exchange)
{
    QList<StatsigUser> users;
    QSet<QByteArray> seen;
    const auto document = JsonDocument::parse(exchange.requestBody);
    if (!document)
        return users;
    readUsers((*document)->root(), [&](StatsigUser user) {
        const qsizetype before = seen.size();
        seen.insert(user.toJson());
        if (seen.size() > before)
            users.append(std::move(user));
        return true;
    });
    return users;
}

Result<StatsigUser> userOf(const Exchange &exchange)
{
    if (exchange.requestBody.isEmpty())
        return failure(ErrorCode::BadInput,
            ExchangeContents::tr("This request has no body, so it says nothing of a user."));
    const auto document = JsonDocument::parse(exchange.requestBody);
    if (!document)
        return failure(ErrorCode::BadInput,
            ExchangeContents::tr("The request's body is not JSON: %1").arg(document.error().message));
    Result<StatsigUser> first = failure(ErrorCode::BadInput,
        ExchangeContents::tr("The request's body has no user: an object \"user\" is missing."));
    readUsers((*document)->root(), [&first](StatsigUser user) {
        first = std::move(user);
        return false;
    });
    return first;
}

} // namespace Gatescope
