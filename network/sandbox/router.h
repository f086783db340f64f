// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpmessage.h"
#include "sandboxstate.h"

#include <memory>
#include <optional>

namespace Gatescope {

/// A request whose route and key have been found good.
struct SandboxCall
{
    const HttpRequest &request;
    KeyKind key;
};

/// The paths of the sandbox (facts §8): who may call them how, and what answers. Any thread.
class Router
{
public:
    explicit Router(std::shared_ptr<const SandboxState> state);

    /// 404, 405, 401, 403 and the answer to OPTIONS; nothing if the request is to be answered.
    static std::optional<HttpResponse> admit(const HttpRequest &request);
    HttpResponse answer(const HttpRequest &request) const;

    /// Its name in sandboxEndpoints(); empty if there is none at that path.
    static QString endpointOf(const HttpRequest &request);
    /// Adds what lets pages of any origin read the answer.
    static HttpResponse forAnyOrigin(HttpResponse response);

private:
    std::shared_ptr<const SandboxState> m_state;
};

} // namespace Gatescope
