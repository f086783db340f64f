// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fakestatsigapi.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Gatescope::Test {

class FakeStatsigApi::PendingCall : public ApiCall
{
public:
    PendingCall(FakeStatsigApi *api, const Connection &connection, const ApiRequest &request, quint64 number)
        : ApiCall(api)
        , endpoint(endpointOf(request))
        , exchange(std::make_shared<Exchange>())
        , m_api(api)
    {
        exchange->number = number;
        exchange->endpoint = endpoint;
        exchange->connectionId = connection.id;
        exchange->connectionName = connection.name;
        exchange->startedUtc = QDateTime::currentDateTimeUtc();
        exchange->requestBody = requestBody(request, connection.tier, exchange->startedUtc);
        const QUrl &base = endpoint == Endpoint::LogEvent ? connection.eventsUrl : connection.apiUrl;
        exchange->url = QUrl(base.toString() + QLatin1Char('/') + pathName(endpoint));
    }

    void cancel() override
    {
        if (!done)
            m_api->finish(this, {0, {}, Error {ErrorCode::Cancelled, QStringLiteral("Stopped."), {}}});
    }

    const Endpoint endpoint;
    std::shared_ptr<Exchange> exchange;
    bool done = false;

private:
    FakeStatsigApi *m_api;
};

void FakeStatsigApi::setAnswer(Endpoint endpoint, const QByteArray &body, int status)
{
    m_answers[endpoint] = {status, body, std::nullopt};
}

void FakeStatsigApi::setFailure(Endpoint endpoint, const Error &error, int status, const QByteArray &body)
{
    m_answers[endpoint] = {status, body, error};
}

FakeStatsigApi::Answer FakeStatsigApi::answerTo(Endpoint endpoint) const
{
    const auto found = m_answers.find(endpoint);
    if (found != m_answers.end())
        return found->second;
    return {0, {}, Error {ErrorCode::Offline, QStringLiteral("Nothing answers there."), {}}};
}

QList<FakeStatsigApi::Call> FakeStatsigApi::callsTo(Endpoint endpoint) const
{
    QList<Call> result;
    std::ranges::copy_if(m_calls, std::back_inserter(result),
        [endpoint](const Call &call) { return endpointOf(call.request) == endpoint; });
    return result;
}

ApiCall *FakeStatsigApi::start(const Connection &connection, const ApiRequest &request)
{
    m_calls.append({connection, request});
    auto *call = new PendingCall(this, connection, request, ++m_lastNumber);
    Q_EMIT started(call->endpoint);
    if (m_held)
        m_pending.append(call);
    else
        QMetaObject::invokeMethod(
            call, [this, call] { finish(call, answerTo(call->endpoint)); }, Qt::QueuedConnection);
    return call;
}

void FakeStatsigApi::release()
{
    m_held = false;
    for (const auto &call : std::exchange(m_pending, {}))
        if (call)
            finish(call, answerTo(call->endpoint));
}

void FakeStatsigApi::finish(PendingCall *call, const Answer &answer)
{
    if (std::exchange(call->done, true))
        return;
    call->exchange->status = answer.status;
    call->exchange->responseBody = answer.body;
    call->exchange->finished = std::chrono::milliseconds(12);
    call->exchange->error = answer.error;

    Result<ApiResponse> response = ApiResponse {};
    if (answer.error) {
        response = std::unexpected(*answer.error);
    } else if (answer.body.isEmpty()) {
        response = readResponse(call->endpoint, answer.status, nullptr);
    } else if (const auto document = JsonDocument::parse(answer.body)) {
        response = readResponse(call->endpoint, answer.status, *document);
    } else {
        response = std::unexpected(document.error());
    }
    if (!response)
        call->exchange->error = response.error();
    Q_EMIT exchangeFinished(call->exchange);
    Q_EMIT call->finished({call->exchange, response});
    call->deleteLater();
}

} // namespace Gatescope::Test
