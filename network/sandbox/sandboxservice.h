// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "router.h"

#include <models/sandbox/sandboxfault.h>

#include <mutex>

namespace Gatescope {

/// What the sandbox answers right now: the project as it stands, and the faults on purpose. Both may be
/// changed while requests are answered; each request sees one state of them. Any thread.
class SandboxService
{
public:
    struct Answer
    {
        HttpResponse response;
        SandboxFault fault; ///< in force
        bool wasAccepted = false; ///< the endpoint did what was asked, whatever the fault made of its answer
    };

    /// `loaded`: what Kind::StaleSpecs goes on with.
    SandboxService(std::shared_ptr<const SandboxState> state, std::shared_ptr<const SandboxState> loaded,
        SandboxFaults faults = {});

    /// Answered from now on.
    void setStates(std::shared_ptr<const SandboxState> state, std::shared_ptr<const SandboxState> loaded);
    void setFaults(const SandboxFaults &faults);
    std::shared_ptr<const SandboxState> state() const;

    std::optional<HttpResponse> admit(const HttpRequest &request) const;
    Answer answer(const HttpRequest &request) const;

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const SandboxState> m_state;
    std::shared_ptr<const SandboxState> m_loaded;
    SandboxFaults m_faults;
};

} // namespace Gatescope
