// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "echoserver.h"

namespace Gatescope::Test {

bool EchoServer::start(const HttpLimits &limits)
{
    m_server.stop();
    m_answered = 0;
    HttpService service;
    service.admit = [](const HttpRequest &request) {
        return request.path() == "/refused" ? std::optional(refusal(401, "No.")) : std::nullopt;
    };
    service.answer = [this](const HttpRequest &request) {
        ++m_answered;
        HttpResponse response;
        response.body = request.body;
        return response;
    };
    return m_server.start(0, service, limits).has_value();
}

} // namespace Gatescope::Test
