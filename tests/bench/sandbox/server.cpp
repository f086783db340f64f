// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "modes.h"

#include "../measure.h"

#include <network/sandbox/httpserver.h>
#include <network/sandbox/sandboxservice.h>

#include <unistd.h>

using namespace Gatescope;

namespace {

ProjectPtr projectOf(const char *path)
{
    const auto document = JsonDocument::parse(readFile(path));
    const auto project = document ? Project::compile(*document) : std::unexpected(document.error());
    if (!project) {
        std::fprintf(stderr, "%s: %s\n", path, qPrintable(project.error().message));
        std::exit(1);
    }
    return *project;
}

} // namespace

int serve(const char *projectPath, unsigned int threads)
{
    const SandboxService service(
        std::make_shared<const SandboxState>(projectOf(projectPath), SandboxOptions {}));
    HttpService http;
    http.admit = [&service](const HttpRequest &request) { return service.admit(request); };
    http.answer = [&service](const HttpRequest &request) { return service.answer(request).response; };
    HttpLimits limits;
    limits.threads = threads;
    HttpServer server;
    if (const auto started = server.start(0, std::move(http), limits); !started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().message));
        return 1;
    }
    std::printf("{\"port\":%d}\n", server.port());
    std::fflush(stdout);
    for (char byte = 0; ::read(STDIN_FILENO, &byte, 1) > 0;) { }
    return 0;
}
