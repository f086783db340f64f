// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "requests.h"

#include "members.h"

#include <type_traits>

namespace Gatescope {

namespace {

QByteArray nameList(const QStringList &names)
{
    QByteArray json("[");
    for (const QString &name : names) {
        if (json.size() > 1)
            json += ',';
        json += jsonQuoted(name);
    }
    json += ']';
    return json;
}

/// Writes each request's body; the order of the members is the API's own.
class BodyWriter
{
public:
    BodyWriter(const QString &tier, const QDateTime &now)
        : m_tier(tier)
        , m_now(now)
    { }

    QByteArray operator()(const CheckGateRequest &request) const
    {
        if (request.gateNames.size() == 1)
            return question(
                request.user, u"gateName", jsonQuoted(request.gateNames.first()), request.logExposures);
        return question(request.user, u"gateNames", nameList(request.gateNames), request.logExposures);
    }
    QByteArray operator()(const CheckGateMultipleRequest &request) const
    {
        return question(request.user, u"gateNames", nameList(request.gateNames), request.logExposures);
    }
    QByteArray operator()(const GetConfigRequest &request) const
    {
        return question(request.user, u"configName", jsonQuoted(request.configName), request.logExposures);
    }
    QByteArray operator()(const GetExperimentRequest &request) const
    {
        return question(
            request.user, u"experimentName", jsonQuoted(request.experimentName), request.logExposures);
    }
    QByteArray operator()(const GetLayerRequest &request) const
    {
        return question(request.user, u"layerName", jsonQuoted(request.layerName), request.logExposures);
    }
    QByteArray operator()(const InitializeRequest &request) const
    {
        JsonMembers members {{QStringLiteral("user"), withTier(request.user).toJson()},
            {QStringLiteral("hash"), jsonQuoted(apiName(request.hash))}};
        if (request.sinceTime > 0)
            members.append({QStringLiteral("sinceTime"), QByteArray::number(request.sinceTime)});
        members.append(statsigMetadata(false));
        return membersToJson(members);
    }
    QByteArray operator()(const LogEventRequest &request) const
    {
        const StatsigUser user = withTier(request.user);
        QByteArray events("[");
        for (StatsigEvent event : request.events) {
            if (event.user)
                event.user = withTier(*event.user);
            if (events.size() > 1)
                events += ',';
            events += eventToJson(event, user, m_now);
        }
        events += ']';
        return membersToJson({{QStringLiteral("events"), events}, statsigMetadata(true)});
    }
    QByteArray operator()(const DownloadConfigSpecsRequest &request) const
    {
        return membersToJson({{QStringLiteral("sinceTime"), QByteArray::number(request.sinceTime)}});
    }

private:
    StatsigUser withTier(const StatsigUser &user) const { return sentUser(user, m_tier); }
    QByteArray question(
        const StatsigUser &user, QStringView nameKey, const QByteArray &name, bool logExposures) const
    {
        return membersToJson({{QStringLiteral("user"), withTier(user).toJson()}, {nameKey.toString(), name},
            statsigMetadata(logExposures)});
    }
    /// Exposures are switched off in the metadata; leaving the field out leaves them on.
    static JsonMember statsigMetadata(bool logExposures)
    {
        JsonMembers members {{QStringLiteral("sdkType"), QByteArray("\"") + sdkType + '"'},
            {QStringLiteral("sdkVersion"), '"' + sdkVersion() + '"'}};
        if (!logExposures)
            members.append({QStringLiteral("exposureLoggingDisabled"), "true"});
        return {QStringLiteral("statsigMetadata"), membersToJson(members)};
    }

    const QString &m_tier;
    const QDateTime &m_now;
};

} // namespace

QString apiName(HashAlgorithm algorithm)
{
    switch (algorithm) {
    case HashAlgorithm::None:
        return QStringLiteral("none");
    case HashAlgorithm::Djb2:
        return QStringLiteral("djb2");
    case HashAlgorithm::Sha256:
        return QStringLiteral("sha256");
    }
    Q_UNREACHABLE();
}

QByteArray sdkVersion()
{
    return QByteArrayLiteral(GATESCOPE_VERSION);
}

Endpoint endpointOf(const ApiRequest &request)
{
    static_assert(std::variant_size_v<ApiRequest> == allEndpoints.size());
    static_assert(std::is_same_v<std::variant_alternative_t<6, ApiRequest>, LogEventRequest>
        && allEndpoints[6] == Endpoint::LogEvent);
    return allEndpoints.at(request.index());
}

StatsigUser sentUser(StatsigUser user, const QString &tier)
{
    if (user.tier().isEmpty())
        user.setTier(tier);
    return user;
}

QByteArray requestBody(const ApiRequest &request, const QString &tier, const QDateTime &now)
{
    return std::visit(BodyWriter(tier, now), request);
}

} // namespace Gatescope
