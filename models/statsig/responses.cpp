// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "responses.h"

#include "members.h"
#include "servermessage.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

namespace Gatescope {

namespace {

class ResponseTexts
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Responses)
};

/// Takes the known members out of an answer, so that whatever stays is what else the server said.
class AnswerMembers
{
public:
    explicit AnswerMembers(const JsonValue &object)
        : m_members(membersOf(object))
    { }

    /// The first non-empty text of these spellings, null if none of them is there. A spelling that says the
    /// same, or nothing, is taken too.
    QString takeText(std::initializer_list<QStringView> spellings)
    {
        QString text;
        for (const QStringView key : spellings) {
            const JsonMember *member = findMember(m_members, key);
            if (!member || !(member->json.startsWith('"') || member->json == "null"))
                continue;
            const QString said = textOfJson(member->json);
            if (text.isEmpty())
                text = said.isEmpty() ? QStringLiteral("") : said;
            if (said.isEmpty() || said == text)
                removeMember(m_members, key);
        }
        return text;
    }
    QByteArray takeJson(QStringView key)
    {
        const JsonMember *member = findMember(m_members, key);
        const QByteArray json = member ? member->json : QByteArray();
        removeMember(m_members, key);
        return json;
    }
    JsonMembers rest() const { return m_members; }

private:
    JsonMembers m_members;
};

std::optional<GateResult> readGate(const JsonValue &object, const QString &mapKey = {})
{
    if (!object["value"].isBool())
        return std::nullopt;
    AnswerMembers members(object);
    GateResult gate;
    gate.value = members.takeJson(u"value") == "true";
    gate.name = members.takeText({u"name"});
    if (gate.name.isEmpty())
        gate.name = mapKey;
    gate.ruleId = members.takeText({u"rule_id", u"ruleID"});
    gate.groupName = members.takeText({u"group_name", u"groupName"});
    gate.otherMembers = members.rest();
    return gate;
}

/// All of a list's or map's entries as gates, or nothing if one of them is none.
std::optional<GateResults> readGateEntries(const JsonValue &container)
{
    GateResults results;
    for (quint32 i = 0; i < container.size(); ++i) {
        const auto gate = readGate(container.at(i), container.at(i).key());
        if (!gate)
            return std::nullopt;
        results.gates.append(*gate);
    }
    if (results.gates.isEmpty())
        return std::nullopt;
    return results;
}

ResponseContent readGates(const JsonValue &root)
{
    if (const auto single = readGate(root))
        return GateResults {{*single}};
    const JsonValue results = root["results"];
    const bool wrapped = results.isArray() || (results.isObject() && !results["value"].isBool());
    if (const auto several = readGateEntries(wrapped ? results : root))
        return *several;
    return UnknownShape {ResponseTexts::tr(
        "The answer has none of the known shapes of gates: a gate with a true or false value, a "
        "list or map of gates, or “results”.")};
}

ResponseContent readConfig(const JsonValue &root)
{
    if (!root["value"].isObject())
        return UnknownShape {ResponseTexts::tr(
            "The answer has none of the known shapes of a config: an object “value” is expected.")};
    AnswerMembers members(root);
    ConfigResult config;
    config.value = members.takeJson(u"value");
    config.name = members.takeText({u"name"});
    config.ruleId = members.takeText({u"rule_id", u"ruleID", u"group"});
    config.groupName = members.takeText({u"group_name", u"groupName"});
    config.allocatedExperimentName =
        members.takeText({u"allocatedExperimentName", u"allocated_experiment_name", u"allocated_experiment"});
    config.otherMembers = members.rest();
    return config;
}

bool hasAnyContainer(const JsonValue &root, std::initializer_list<std::string_view> keys)
{
    return std::any_of(
        keys.begin(), keys.end(), [&root](std::string_view key) { return root[key].isContainer(); });
}

bool saysNoUpdates(const JsonValue &root)
{
    return root["has_updates"].isBool() && !root["has_updates"].toBool();
}

ResponseContent readInitialize(const JsonValue &root)
{
    if (saysNoUpdates(root))
        return InitializeAnswer {.hasUpdates = false};
    if (root["is_delta"].toBool())
        return UnknownShape {
            ResponseTexts::tr("The server answered with changes only, which were not asked for.")};
    if (hasAnyContainer(root, {"feature_gates", "dynamic_configs", "layer_configs"}))
        return InitializeAnswer {};
    return UnknownShape {
        ResponseTexts::tr("The answer has none of the known shapes of initialize: "
                          "“feature_gates”, “dynamic_configs” or “layer_configs” is expected.")};
}

ResponseContent readSpecs(const JsonValue &root)
{
    const qint64 time = root["time"].toInt64().value_or(0);
    if (saysNoUpdates(root))
        return SpecsAnswer {.hasUpdates = false, .time = time};
    if (hasAnyContainer(root, {"feature_gates", "dynamic_configs", "layer_configs"}))
        return SpecsAnswer {.hasUpdates = true, .time = time};
    return UnknownShape {
        ResponseTexts::tr("The answer has none of the known shapes of specs: “feature_gates”, "
                          "“dynamic_configs” or “layer_configs” is expected.")};
}

ResponseContent readReceipt(const JsonValue &root)
{
    if (root["success"].toBool())
        return LogEventReceipt {};
    return UnknownShape {ResponseTexts::tr(
        "The server accepted the request, but did not confirm it: “success” is expected to be true.")};
}

ResponseContent readKnownShape(Endpoint endpoint, const JsonValue &root)
{
    switch (endpoint) {
    case Endpoint::CheckGate:
    case Endpoint::CheckGateMultiple:
        return readGates(root);
    case Endpoint::GetConfig:
    case Endpoint::GetExperiment:
    case Endpoint::GetLayer:
        return readConfig(root);
    case Endpoint::Initialize:
        return readInitialize(root);
    case Endpoint::LogEvent:
        return readReceipt(root);
    case Endpoint::DownloadConfigSpecs:
        return readSpecs(root);
    }
    Q_UNREACHABLE();
}

ResponseContent readEmptyBody(Endpoint endpoint, int status)
{
    constexpr int noContent = 204;
    if (endpoint == Endpoint::LogEvent)
        return LogEventReceipt {};
    if (status == noContent && endpoint == Endpoint::Initialize)
        return InitializeAnswer {.hasUpdates = false};
    if (status == noContent && endpoint == Endpoint::DownloadConfigSpecs)
        return SpecsAnswer {.hasUpdates = false};
    return UnknownShape {ResponseTexts::tr("The server answered without a body.")};
}

std::unexpected<Error> rejected(int status, const JsonValue &root)
{
    const QString said = serverMessage(root);
    const QString sentence = said.isEmpty()
        ? ResponseTexts::tr(
              "The server took the request (%1) but answered that it failed, without saying why. "
              "Nothing was retried.")
              .arg(status)
        : ResponseTexts::tr("The server took the request (%1) but answered that it failed: “%2”. Nothing was "
                            "retried.")
              .arg(QString::number(status), said);
    return failure(ErrorCode::Rejected, sentence);
}

} // namespace

Result<ApiResponse> readResponse(Endpoint endpoint, int status, JsonDocumentPtr body)
{
    ApiResponse response;
    if (!body) {
        response.content = readEmptyBody(endpoint, status);
        return response;
    }
    const JsonValue root = body->root();
    if (!root.isContainer())
        return failure(ErrorCode::WrongShape,
            ResponseTexts::tr(
                "The server answered %1 (%2) with a plain value where a JSON object is expected. The "
                "address may lead to something other than Statsig; check the connection's API URL.")
                .arg(pathName(endpoint), QString::number(status)),
            boundedServerText(QString::fromUtf8(root.rawText().data(), qsizetype(root.rawText().size()))));
    if (root["success"].kind() == JsonDocument::Kind::False)
        return rejected(status, root);
    response.content = readKnownShape(endpoint, root);
    response.body = std::move(body);
    return response;
}

} // namespace Gatescope
