// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "requestreading.h"

#include "connection.h"
#include "members.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <type_traits>

namespace Gatescope {

namespace {

bool isMasked(const QByteArray &json)
{
    return json.contains(maskedPrivateValue);
}

/// Reads one body; what it meets and cannot take over is written on `kept`.
class RequestReader
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::KeptRequest)
public:
    explicit RequestReader(const JsonValue &root)
        : m_root(root)
    { }

    Result<KeptRequest> read(Endpoint endpoint);

private:
    Result<ApiRequest> request(Endpoint endpoint);
    template<class Request>
    Result<ApiRequest> gates();
    template<class Request>
    Result<ApiRequest> named(QString Request::*name, const char *key);
    Result<ApiRequest> initialize();
    Result<ApiRequest> events();
    Result<StatsigEvent> event(const JsonValue &value, const QString &path);
    Result<StatsigUser> user(const JsonValue &value, const QString &path);
    JsonMembers unmasked(const JsonMembers &members, const QString &path);
    Result<QString> name(const JsonValue &value) const;
    qint64 sinceTime();
    void readMetadata();
    void noteUnknown(const JsonValue &object, const QString &path, std::initializer_list<const char *> known);

    static Error notOfThisEndpoint(const QString &field)
    {
        return {ErrorCode::BadInput,
            tr("This request cannot be sent again: its body has no “%1” that can be read.").arg(field), {}};
    }

    JsonValue m_root;
    KeptRequest m_kept;
};

void RequestReader::noteUnknown(
    const JsonValue &object, const QString &path, std::initializer_list<const char *> known)
{
    for (quint32 i = 0; i < object.size(); ++i) {
        const std::string key = object.at(i).keyUtf8();
        if (std::ranges::none_of(known, [&key](const char *each) { return key == each; }))
            m_kept.unknownFields.append(path + object.at(i).key());
    }
}

void RequestReader::readMetadata()
{
    const JsonValue metadata = m_root["statsigMetadata"];
    noteUnknown(
        metadata, QStringLiteral("statsigMetadata."), {"sdkType", "sdkVersion", "exposureLoggingDisabled"});
    m_kept.loggedExposures = !metadata["exposureLoggingDisabled"].toBool();
}

/// Of the members, those whose value is there.
JsonMembers RequestReader::unmasked(const JsonMembers &members, const QString &path)
{
    JsonMembers left;
    for (const JsonMember &member : members) {
        if (isMasked(member.json))
            m_kept.maskedFields.append(path + member.key);
        else
            left.append(member);
    }
    return left;
}

Result<StatsigUser> RequestReader::user(const JsonValue &value, const QString &path)
{
    auto read = StatsigUser::fromJson(value);
    if (!read || !isMasked(read->toJson()))
        return read;
    JsonMembers attributes = read->table(UserTable::PrivateAttributes);
    m_kept.maskedAttributes +=
        int(attributes.removeIf([](const JsonMember &member) { return isMasked(member.json); }));
    read->setTable(UserTable::PrivateAttributes, attributes);
    for (const UserTable table : {UserTable::Custom, UserTable::CustomIds, UserTable::StatsigEnvironment})
        read->setTable(
            table, unmasked(read->table(table), path + QLatin1Char('.') + apiName(table) + QLatin1Char('.')));
    const auto members = JsonDocument::parse(read->toJson());
    if (!members)
        return read;
    return StatsigUser::fromJson(
        membersToJson(unmasked(membersOf((*members)->root()), path + QLatin1Char('.'))));
}

Result<QString> RequestReader::name(const JsonValue &value) const
{
    const QString text = value.toString();
    if (text.contains(QLatin1String(maskedPrivateValue)))
        return failure(ErrorCode::BadInput,
            tr("This request cannot be sent again: the name it asks about repeats a private attribute, which "
               "is masked in the history."));
    return text;
}

template<class Request>
Result<ApiRequest> RequestReader::gates()
{
    const auto user = this->user(m_root["user"], QStringLiteral("user"));
    if (!user)
        return std::unexpected(user.error());
    Request request {*user, {}, false};
    const JsonValue list = m_root["gateNames"];
    const JsonValue single = m_root["gateName"];
    for (quint32 i = 0; i < (single.isString() ? 1 : list.size()); ++i) {
        const auto gate = name(single.isString() ? single : list.at(i));
        if (!gate)
            return std::unexpected(gate.error());
        request.gateNames.append(*gate);
    }
    if (request.gateNames.isEmpty())
        return std::unexpected(notOfThisEndpoint(QStringLiteral("gateName")));
    noteUnknown(m_root, {}, {"user", "gateName", "gateNames", "statsigMetadata"});
    return request;
}

template<class Request>
Result<ApiRequest> RequestReader::named(QString Request::*name, const char *key)
{
    const auto user = this->user(m_root["user"], QStringLiteral("user"));
    if (!user)
        return std::unexpected(user.error());
    if (!m_root[key].isString())
        return std::unexpected(notOfThisEndpoint(QLatin1String(key)));
    const auto entity = this->name(m_root[key]);
    if (!entity)
        return std::unexpected(entity.error());
    Request request;
    request.user = *user;
    request.*name = *entity;
    noteUnknown(m_root, {}, {"user", key, "statsigMetadata"});
    return request;
}

qint64 RequestReader::sinceTime()
{
    const JsonValue value = m_root["sinceTime"];
    if (value.isValid() && !value.toInt64())
        m_kept.unknownFields.append(QStringLiteral("sinceTime"));
    return value.toInt64().value_or(0);
}

Result<ApiRequest> RequestReader::initialize()
{
    const auto user = this->user(m_root["user"], QStringLiteral("user"));
    if (!user)
        return std::unexpected(user.error());
    InitializeRequest request {*user, HashAlgorithm::Djb2, sinceTime()};
    const QString hash = m_root["hash"].toString();
    constexpr std::array algorithms {HashAlgorithm::None, HashAlgorithm::Djb2, HashAlgorithm::Sha256};
    const auto found = std::ranges::find(algorithms, hash, [](HashAlgorithm each) { return apiName(each); });
    if (found != algorithms.end())
        request.hash = *found;
    else if (m_root["hash"].isValid())
        m_kept.unknownFields.append(QStringLiteral("hash"));
    noteUnknown(m_root, {}, {"user", "hash", "sinceTime", "statsigMetadata"});
    return request;
}

Result<StatsigEvent> RequestReader::event(const JsonValue &value, const QString &path)
{
    if (!value["eventName"].isString())
        return std::unexpected(notOfThisEndpoint(path + QStringLiteral("eventName")));
    const auto eventName = name(value["eventName"]);
    if (!eventName)
        return std::unexpected(eventName.error());
    StatsigEvent event;
    event.name = *eventName;
    if (value["user"].isValid()) {
        const auto user = this->user(value["user"], path + QStringLiteral("user"));
        if (!user)
            return std::unexpected(user.error());
        event.user = *user;
    }
    const JsonValue eventValue = value["value"];
    if (isMasked(jsonCompact(eventValue)))
        m_kept.maskedFields.append(path + QStringLiteral("value"));
    else if (eventValue.isNumber())
        event.value = StatsigEvent::NumberValue {jsonCompact(eventValue)};
    else if (eventValue.isString())
        event.value = eventValue.toString();
    else if (eventValue.isValid() && !eventValue.isNull())
        m_kept.unknownFields.append(path + QStringLiteral("value"));
    event.metadata = unmasked(membersOf(value["metadata"]), path + QStringLiteral("metadata."));
    if (const auto time = value["time"].toInt64())
        event.time = QDateTime::fromMSecsSinceEpoch(*time, Qt::UTC);
    else if (value["time"].isValid())
        m_kept.unknownFields.append(path + QStringLiteral("time"));
    noteUnknown(value, path, {"eventName", "user", "value", "metadata", "time"});
    return event;
}

Result<ApiRequest> RequestReader::events()
{
    const JsonValue list = m_root["events"];
    if (!list.isArray() || list.size() == 0)
        return std::unexpected(notOfThisEndpoint(QStringLiteral("events")));
    LogEventRequest request;
    for (quint32 i = 0; i < list.size(); ++i) {
        const auto each = event(list.at(i), QStringLiteral("events[%1].").arg(i));
        if (!each)
            return std::unexpected(each.error());
        request.events.append(*each);
    }
    noteUnknown(m_root, {}, {"events", "statsigMetadata"});
    return request;
}

Result<ApiRequest> RequestReader::request(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::CheckGate:
        return gates<CheckGateRequest>();
    case Endpoint::CheckGateMultiple:
        return gates<CheckGateMultipleRequest>();
    case Endpoint::GetConfig:
        return named(&GetConfigRequest::configName, "configName");
    case Endpoint::GetExperiment:
        return named(&GetExperimentRequest::experimentName, "experimentName");
    case Endpoint::GetLayer:
        return named(&GetLayerRequest::layerName, "layerName");
    case Endpoint::Initialize:
        return initialize();
    case Endpoint::LogEvent:
        return events();
    case Endpoint::DownloadConfigSpecs:
        noteUnknown(m_root, {}, {"sinceTime", "statsigMetadata"});
        return DownloadConfigSpecsRequest {sinceTime()};
    }
    Q_UNREACHABLE();
}

Result<KeptRequest> RequestReader::read(Endpoint endpoint)
{
    const auto request = this->request(endpoint);
    if (!request)
        return std::unexpected(request.error());
    readMetadata();
    m_kept.request = *request;
    if (!writes(withExposures(*request, true)) || endpoint == Endpoint::LogEvent)
        m_kept.loggedExposures = false;
    return m_kept;
}

template<class Request>
constexpr bool hasExposures = requires(Request request) { request.logExposures; };

} // namespace

Result<KeptRequest> readRequest(Endpoint endpoint, const QByteArray &body)
{
    const auto document = JsonDocument::parse(body);
    if (!document || !(*document)->root().isObject())
        return failure(ErrorCode::BadInput,
            QCoreApplication::translate("Gatescope::KeptRequest",
                "This request cannot be sent again: its body is not there, or is no JSON object."),
            document ? QString() : document.error().message);
    return RequestReader((*document)->root()).read(endpoint);
}

ApiRequest withUser(ApiRequest request, const StatsigUser &user)
{
    std::visit(
        [&user](auto &each) {
            if constexpr (requires { each.user; })
                each.user = user;
            if constexpr (requires { each.events; }) {
                for (StatsigEvent &event : each.events)
                    event.user.reset();
            }
        },
        request);
    return request;
}

ApiRequest withExposures(ApiRequest request, bool logExposures)
{
    std::visit(
        [logExposures](auto &each) {
            if constexpr (hasExposures<std::decay_t<decltype(each)>>)
                each.logExposures = logExposures;
        },
        request);
    return request;
}

bool writes(const ApiRequest &request)
{
    return std::visit(
        [](const auto &each) {
            using Request = std::decay_t<decltype(each)>;
            if constexpr (hasExposures<Request>)
                return each.logExposures;
            else
                return std::is_same_v<Request, LogEventRequest>;
        },
        request);
}

StatsigUser userOf(const ApiRequest &request)
{
    return std::visit(
        [](const auto &each) -> StatsigUser {
            if constexpr (requires { each.events; })
                return each.events.isEmpty() ? each.user : each.events.first().user.value_or(each.user);
            else if constexpr (requires { each.user; })
                return each.user;
            else
                return {};
        },
        request);
}

QString userTierOf(const ApiRequest &request)
{
    if (const auto *log = std::get_if<LogEventRequest>(&request)) {
        for (const StatsigEvent &event : log->events) {
            if (const QString tier = event.user.value_or(log->user).tier(); isProductionTier(tier))
                return tier;
        }
    }
    return userOf(request).tier();
}

} // namespace Gatescope
