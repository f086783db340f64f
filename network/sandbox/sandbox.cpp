// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandbox.h"

#include "httpserver.h"
#include "router.h"

namespace Gatescope {

class Sandbox::Private
{
public:
    HttpServer server;
};

Sandbox::Sandbox()
    : d(std::make_unique<Private>())
{ }

Sandbox::~Sandbox() = default;

Result<> Sandbox::start(ProjectPtr project, const SandboxOptions &options)
{
    const auto router = std::make_shared<Router>(std::make_shared<SandboxState>(std::move(project), options));
    HttpService service;
    service.admit = [router](const HttpRequest &request) { return router->admit(request); };
    service.answer = [router](const HttpRequest &request) { return router->answer(request); };
    return d->server.start(options.port, std::move(service));
}

void Sandbox::stop()
{
    d->server.stop();
}

bool Sandbox::isRunning() const
{
    return d->server.isRunning();
}

quint16 Sandbox::port() const
{
    return d->server.port();
}

QUrl Sandbox::apiUrl() const
{
    return isRunning() ? QUrl(QStringLiteral("http://127.0.0.1:%1/v1").arg(port())) : QUrl();
}

} // namespace Gatescope
