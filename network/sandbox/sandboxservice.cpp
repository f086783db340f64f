// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxservice.h"

namespace Gatescope {

namespace {

using FaultKind = SandboxFault::Kind;
using Delivery = HttpResponse::Delivery;

HttpResponse statusFault(const SandboxFault &fault)
{
    HttpResponse response = refusal(fault.status,
        "The sandbox answers " + QByteArray::number(fault.status)
            + " on purpose: a fault is set for this endpoint.");
    if (fault.retryAfter.count() > 0)
        response.addHeader("Retry-After", QByteArray::number(qlonglong(fault.retryAfter.count())));
    return response;
}

/// What becomes of a good answer.
void spoil(HttpResponse &response, FaultKind kind)
{
    switch (kind) {
    case FaultKind::Reset:
        response.delivery = Delivery::Reset;
        break;
    case FaultKind::Truncated:
        response.delivery = Delivery::Truncated;
        break;
    case FaultKind::SlowDrip:
        response.delivery = Delivery::Dripping;
        break;
    case FaultKind::InvalidJson:
        response.status = 200;
        response.body = "{\"message\": this is no JSON, on purpose";
        break;
    case FaultKind::Empty:
        response.status = 200;
        response.body.clear();
        break;
    case FaultKind::None:
    case FaultKind::Status:
    case FaultKind::StaleSpecs:
        break;
    }
}

} // namespace

SandboxService::SandboxService(std::shared_ptr<const SandboxState> state,
    std::shared_ptr<const SandboxState> loaded, SandboxFaults faults)
    : m_state(std::move(state))
    , m_loaded(std::move(loaded))
    , m_faults(std::move(faults))
{ }

void SandboxService::setStates(
    std::shared_ptr<const SandboxState> state, std::shared_ptr<const SandboxState> loaded)
{
    const std::lock_guard lock(m_mutex);
    m_state = std::move(state);
    m_loaded = std::move(loaded);
}

void SandboxService::setFaults(const SandboxFaults &faults)
{
    const std::lock_guard lock(m_mutex);
    m_faults = faults;
}

std::shared_ptr<const SandboxState> SandboxService::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

std::optional<HttpResponse> SandboxService::admit(const HttpRequest &request) const
{
    return Router::admit(request); // routes and keys are the same for every state
}

SandboxService::Answer SandboxService::answer(const HttpRequest &request) const
{
    Answer answer;
    std::unique_lock lock(m_mutex);
    answer.fault = m_faults.isEmpty() ? SandboxFault() : faultFor(m_faults, Router::endpointOf(request));
    const Router router(answer.fault.kind == FaultKind::StaleSpecs ? m_loaded : m_state);
    lock.unlock();
    if (answer.fault.kind == FaultKind::Status) {
        answer.response = Router::forAnyOrigin(statusFault(answer.fault));
    } else {
        answer.response = router.answer(request);
        answer.wasAccepted = answer.response.status < 300;
        spoil(answer.response, answer.fault.kind);
    }
    answer.response.delay = answer.fault.delay;
    return answer;
}

} // namespace Gatescope
