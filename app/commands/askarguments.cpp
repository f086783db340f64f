// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "askarguments.h"

#include <app/environmentkey.h>
#include <ui/settings/connectionadvice.h>

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace Gatescope {

namespace {

QString trAsk(const char *text)
{
    return QCoreApplication::translate("AskCommand", text);
}

std::unexpected<Error> badAsk(const QString &message)
{
    return failure(ErrorCode::BadInput, message);
}

std::optional<Endpoint> endpointNamed(const QString &name)
{
    const auto found =
        std::ranges::find_if(allEndpoints, [&name](Endpoint endpoint) { return pathName(endpoint) == name; });
    return found == allEndpoints.end() ? std::nullopt : std::optional(*found);
}

bool takesNames(Endpoint endpoint)
{
    return endpoint != Endpoint::Initialize && endpoint != Endpoint::DownloadConfigSpecs;
}

bool takesUser(Endpoint endpoint)
{
    return endpoint != Endpoint::DownloadConfigSpecs;
}

Result<> checkCounts(const AskArguments &ask)
{
    const QString endpoint = pathName(ask.endpoint);
    if (ask.endpoint == Endpoint::LogEvent)
        return badAsk(trAsk("log_event writes, and “ask” only looks. Send events from the window."));
    if (takesNames(ask.endpoint) && ask.names.isEmpty())
        return badAsk(trAsk("%1 needs a name to ask about.").arg(endpoint));
    if (!takesNames(ask.endpoint) && !ask.names.isEmpty())
        return badAsk(trAsk("%1 takes no name, and “%2” is one.").arg(endpoint, ask.names.first()));
    if (takesUser(ask.endpoint) && ask.userFile.isEmpty())
        return badAsk(trAsk("%1 needs --user FILE: whom to ask about.").arg(endpoint));
    return {};
}

ApiRequest requestFor(Endpoint endpoint, const StatsigUser &user, const QString &name)
{
    switch (endpoint) {
    case Endpoint::CheckGate:
        return CheckGateRequest {user, {name}, false};
    case Endpoint::GetConfig:
        return GetConfigRequest {user, name, false};
    case Endpoint::GetExperiment:
        return GetExperimentRequest {user, name, false};
    case Endpoint::GetLayer:
        return GetLayerRequest {user, name, false};
    case Endpoint::Initialize:
        return InitializeRequest {user, HashAlgorithm::None};
    default:
        return DownloadConfigSpecsRequest {};
    }
}

} // namespace

QString askHelp()
{
    return trAsk(R"(Usage: gatescope ask ENDPOINT [NAME…] --user FILE [--api-url URL] [--tier NAME] [--json]

Asks a server and prints its answer: one for each NAME. The key is read from the environment, GATESCOPE_API_KEY;
it is never an argument. Nothing is written: every request asks the server not to log an exposure.

  ENDPOINT         check_gate, check_gate_multiple, get_config, get_experiment, get_layer (with names),
                   initialize or download_config_specs (without)
  NAME             of a gate, config, experiment or layer
  --user FILE      one StatsigUser as JSON; not for download_config_specs
  --api-url URL    the server, https://api.statsig.com/v1 unless given
  --tier NAME      of a user who has none: production, staging, development
  --json           one line of JSON an answer: {"name":…,"status":…,"answer":…} or {"name":…,"status":…,"error":…}
  -h, --help       this text

Exit codes: 0 every answer came, 1 one did not, 2 the arguments or the input were not understood.
)");
}

Result<AskArguments> AskArguments::read(const QStringList &arguments)
{
    if (const auto refused = refuseKeyArguments(arguments); !refused)
        return std::unexpected(refused.error());
    QCommandLineParser parser;
    const QCommandLineOption help(QStringList {QStringLiteral("h"), QStringLiteral("help")});
    const QCommandLineOption user(QStringLiteral("user"), {}, QStringLiteral("FILE"));
    const QCommandLineOption url(
        QStringLiteral("api-url"), {}, QStringLiteral("URL"), Connection().apiUrl.toString());
    const QCommandLineOption tier(QStringLiteral("tier"), {}, QStringLiteral("NAME"));
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOptions({help, user, url, tier, json});
    if (!parser.parse(QStringList {QStringLiteral("gatescope")} + arguments))
        return badAsk(parser.errorText() + QLatin1Char('.'));

    AskArguments ask;
    ask.wantsHelp = parser.isSet(help);
    if (ask.wantsHelp)
        return ask;
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return badAsk(trAsk("Which endpoint is to be asked?"));
    const auto endpoint = endpointNamed(words.first());
    if (!endpoint)
        return badAsk(trAsk("There is no endpoint “%1”.").arg(words.first()));
    ask.endpoint = *endpoint;
    ask.names = words.mid(1);
    ask.userFile = parser.value(user);
    ask.tier = parser.value(tier);
    ask.json = parser.isSet(json);
    const auto address = readBaseUrl(parser.value(url));
    if (!address)
        return badAsk(QStringLiteral("--api-url: ") + address.error().message);
    ask.apiUrl = *address;
    if (const auto checked = checkCounts(ask); !checked)
        return std::unexpected(checked.error());
    return ask;
}

QList<ApiRequest> AskArguments::requests(const StatsigUser &user) const
{
    if (endpoint == Endpoint::CheckGateMultiple)
        return {CheckGateMultipleRequest {user, names, false}};
    if (!takesNames(endpoint))
        return {requestFor(endpoint, user, {})};
    QList<ApiRequest> all;
    for (const QString &name : names)
        all.append(requestFor(endpoint, user, name));
    return all;
}

} // namespace Gatescope
