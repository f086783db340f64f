// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandbox.h"

#include "httpserver.h"
#include "sandboxrecorder.h"
#include "sandboxservice.h"

namespace Gatescope {

class Sandbox::Private
{
public:
    HttpService httpService();
    std::shared_ptr<const SandboxState> stateOf(ProjectPtr project) const
    {
        return std::make_shared<const SandboxState>(std::move(project), options);
    }
    std::shared_ptr<const SandboxState> loadedState() const { return stateOf(options.loaded); }

    SandboxOptions options;
    std::unique_ptr<SandboxRecorder> recorder; ///< null: nobody observes
    std::unique_ptr<SandboxService> service;
    HttpServer server;
};

HttpService Sandbox::Private::httpService()
{
    HttpService http;
    if (!recorder) {
        http.admit = [this](const HttpRequest &request) { return service->admit(request); };
        http.answer = [this](const HttpRequest &request) { return service->answer(request).response; };
        return http;
    }
    http.admit = [this](const HttpRequest &request) {
        auto refused = service->admit(request);
        if (refused)
            recorder->add(request, {*refused, {}, false}, QDateTime::currentDateTimeUtc(), {});
        return refused;
    };
    http.answer = [this](const HttpRequest &request) {
        const QDateTime received = QDateTime::currentDateTimeUtc();
        const auto start = std::chrono::steady_clock::now();
        const SandboxService::Answer answer = service->answer(request);
        const auto time = std::chrono::steady_clock::now() - start;
        recorder->add(request, answer, received, std::chrono::duration_cast<std::chrono::microseconds>(time));
        return answer.response;
    };
    return http;
}

Sandbox::Sandbox()
    : d(std::make_unique<Private>())
{ }

Sandbox::~Sandbox()
{
    stop();
}

Result<> Sandbox::start(ProjectPtr project, const SandboxOptions &options)
{
    stop();
    d->options = options;
    if (!d->options.loaded)
        d->options.loaded = project;
    d->service =
        std::make_unique<SandboxService>(d->stateOf(std::move(project)), d->loadedState(), options.faults);
    if (options.observer)
        d->recorder = std::make_unique<SandboxRecorder>(options.observer);
    return d->server.start(options.port, d->httpService());
}

void Sandbox::stop()
{
    d->server.stop();
    d->recorder.reset();
}

void Sandbox::setProject(ProjectPtr project, std::shared_ptr<const IdLists> idLists, ProjectPtr loaded)
{
    if (!isRunning())
        return;
    d->options.idLists = std::move(idLists);
    if (loaded)
        d->options.loaded = std::move(loaded);
    d->service->setStates(d->stateOf(std::move(project)), d->loadedState());
}

void Sandbox::setFaults(const SandboxFaults &faults)
{
    if (isRunning())
        d->service->setFaults(faults);
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
