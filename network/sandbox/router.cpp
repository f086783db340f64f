// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "router.h"

#include "apikey.h"
#include "endpoints/endpoints.h"

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

struct Route
{
    std::string_view endpoint; ///< one of sandboxEndpoints()
    std::string_view path; ///< ending in '/': a file name follows
    std::string_view methods; ///< as in the header Allow
    KeyNeed key;
    HttpResponse (*answer)(const SandboxState &, const SandboxCall &);

    bool matches(std::string_view wanted) const
    {
        if (!path.ends_with('/'))
            return wanted == path;
        return wanted.starts_with(path) && wanted.size() > path.size()
            && wanted.find('/', path.size()) == std::string_view::npos;
    }
};

constexpr auto postOnly = std::string_view("POST, OPTIONS");
constexpr auto getOnly = std::string_view("GET, OPTIONS");
constexpr auto getOrPost = std::string_view("GET, POST, OPTIONS");

constexpr std::array routes {
    Route {"check_gate", "/v1/check_gate", postOnly, KeyNeed::AnySdkKey, &Endpoints::checkGate},
    Route {"check_gate_multiple", "/v1/check_gate_multiple", postOnly, KeyNeed::AnySdkKey,
        &Endpoints::checkGateMultiple},
    Route {"get_config", "/v1/get_config", postOnly, KeyNeed::AnySdkKey, &Endpoints::getConfig},
    Route {"get_experiment", "/v1/get_experiment", postOnly, KeyNeed::AnySdkKey, &Endpoints::getExperiment},
    Route {"get_layer", "/v1/get_layer", postOnly, KeyNeed::AnySdkKey, &Endpoints::getLayer},
    Route {"initialize", "/v1/initialize", postOnly, KeyNeed::AnySdkKey, &Endpoints::initialize},
    Route {"log_event", "/v1/log_event", postOnly, KeyNeed::AnySdkKey, &Endpoints::logEvent},
    Route {"log_event", "/v1/rgstr", postOnly, KeyNeed::AnySdkKey, &Endpoints::logEvent},
    Route {"sdk_exception", "/v1/sdk_exception", postOnly, KeyNeed::None, &Endpoints::sdkException},
    Route {"download_config_specs", "/v1/download_config_specs", getOrPost, KeyNeed::ServerKey,
        &Endpoints::specsV1},
    Route {"download_config_specs", "/v1/download_config_specs/", getOnly, KeyNeed::ServerKey,
        &Endpoints::specsV1},
    Route {"download_config_specs", "/v2/download_config_specs", getOrPost, KeyNeed::ServerKey,
        &Endpoints::specsV2},
    Route {"download_config_specs", "/v2/download_config_specs/", getOnly, KeyNeed::ServerKey,
        &Endpoints::specsV2},
    Route {"get_id_lists", "/v1/get_id_lists", getOrPost, KeyNeed::ServerKey, &Endpoints::idLists},
    Route {"id_lists", "/v1/id_lists/", getOnly, KeyNeed::None, &Endpoints::idListFile},
};

const Route *routeOf(const HttpRequest &request)
{
    const QByteArrayView path = request.path();
    const std::string_view wanted(path.data(), std::size_t(path.size()));
    const auto found =
        std::ranges::find_if(routes, [wanted](const Route &route) { return route.matches(wanted); });
    return found == routes.end() ? nullptr : &*found;
}

bool allows(std::string_view methods, const QByteArray &method)
{
    return method == "POST" ? methods.contains("POST") : method == "GET" && methods.contains("GET");
}

HttpResponse preflightAnswer(const HttpRequest &request)
{
    HttpResponse response;
    response.status = 204;
    response.headers = {{"Access-Control-Allow-Methods", "GET, POST, OPTIONS"},
        {"Access-Control-Allow-Headers",
            "content-type, content-encoding, statsig-api-key, statsig-client-time, statsig-event-count, "
            "statsig-retry-count, statsig-sdk-type, statsig-sdk-version, statsig-server-session-id"},
        {"Access-Control-Max-Age", "600"}};
    // A page of the internet asks this before it may call a server of the user's own machine.
    if (request.header("Access-Control-Request-Private-Network") == "true")
        response.addHeader("Access-Control-Allow-Private-Network", "true");
    return response;
}

HttpResponse notFound(const HttpRequest &request)
{
    constexpr qsizetype shown = 200;
    return refusal(404,
        "There is no endpoint " + request.path().first(std::min(shown, request.path().size())).toByteArray()
            + ": the API's paths begin with /v1/.");
}

HttpResponse wrongMethod(const HttpRequest &request, std::string_view methods)
{
    const QByteArray allowed(methods.data(), qsizetype(methods.size()));
    HttpResponse response = refusal(405, request.method + " is not possible here: use " + allowed + '.');
    response.addHeader("Allow", allowed);
    return response;
}

std::optional<HttpResponse> refused(const HttpRequest &request)
{
    if (request.target == "*")
        return preflightAnswer(request);
    const Route *route = routeOf(request);
    if (!route)
        return notFound(request);
    if (request.method == "OPTIONS")
        return preflightAnswer(request);
    if (!allows(route->methods, request.method))
        return wrongMethod(request, route->methods);
    return refuseKey(keyOf(request), route->key);
}

} // namespace

Router::Router(std::shared_ptr<const SandboxState> state)
    : m_state(std::move(state))
{ }

std::optional<HttpResponse> Router::admit(const HttpRequest &request)
{
    std::optional<HttpResponse> response = refused(request);
    return response ? std::optional(forAnyOrigin(std::move(*response))) : std::nullopt;
}

/// Browsers' SDKs call from pages of other origins (facts §8); there is nothing here to protect from them.
HttpResponse Router::forAnyOrigin(HttpResponse response)
{
    response.addHeader("Access-Control-Allow-Origin", "*");
    response.addHeader("Cache-Control", "no-store");
    return response;
}

QString Router::endpointOf(const HttpRequest &request)
{
    const Route *route = routeOf(request);
    return route ? QString::fromLatin1(route->endpoint.data(), qsizetype(route->endpoint.size())) : QString();
}

HttpResponse Router::answer(const HttpRequest &request) const
{
    return forAnyOrigin(routeOf(request)->answer(*m_state, {request, keyOf(request)}));
}

} // namespace Gatescope
