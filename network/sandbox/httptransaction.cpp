// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "httptransaction.h"

#include "delayline.h"
#include "faultydelivery.h"
#include "requestguard.h"
#include "requesthead.h"

#include <microhttpd.h>

namespace Gatescope {

namespace {

/// Hands the bytes to the library without a copy: specs may be many megabytes.
MHD_Response *bodyResponse(QByteArray body)
{
    if (body.isEmpty())
        return MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
    auto kept = std::make_unique<QByteArray>(std::move(body));
    MHD_Response *response = MHD_create_response_from_buffer_with_free_callback_cls(
        size_t(kept->size()), const_cast<char *>(kept->constData()),
        [](void *bytes) { delete static_cast<QByteArray *>(bytes); }, kept.get());
    if (response)
        kept.release();
    return response;
}

void addHeader(MHD_Response *response, const QByteArray &name, const QByteArray &value)
{
    MHD_add_response_header(response, name.constData(), value.constData());
}

} // namespace

void AnswerCount::begin()
{
    const std::lock_guard lock(m_mutex);
    ++m_count;
}

void AnswerCount::end()
{
    const std::lock_guard lock(m_mutex);
    if (--m_count == 0)
        m_changed.notify_all();
}

bool AnswerCount::waitForNone(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, time, [this] { return m_count == 0; });
}

HttpTransaction::HttpTransaction(const char *target, const HttpContext &context)
    : m_context(context)
    , m_target(target)
{
    m_request.target = target;
}

HttpTransaction::~HttpTransaction()
{
    if (m_answering)
        m_context.answers.end();
}

bool HttpTransaction::begin(MHD_Connection *connection, const char *method, const char *version)
{
    m_begun = true;
    readHead(connection, {method, m_target, version}, m_request);
    if (auto response = refuseMalformed(m_request))
        refuse(std::move(*response));
    else if (auto tooLong = refuseLength(m_request, m_context.limits.bodyBytes))
        refuse(std::move(*tooLong));
    else if (auto refused = m_context.service.admit(m_request))
        refuse(std::move(*refused));
    // A client that waits for 100 Continue has sent no body yet and hears the refusal instead of it.
    const bool answersNow = m_refusal && (m_refusal->closes || m_request.headerCount("Expect") > 0);
    return !answersNow || send(connection, std::move(*m_refusal));
}

void HttpTransaction::receive(const char *data, size_t size)
{
    if (m_refusal)
        return;
    if (m_request.body.size() + qsizetype(size) > m_context.limits.bodyBytes)
        refuse(refusal(413, "The body is larger than this server takes."));
    else
        m_request.body.append(data, qsizetype(size));
}

bool HttpTransaction::finish(MHD_Connection *connection)
{
    if (m_held)
        return send(connection, *std::exchange(m_held, std::nullopt));
    m_context.answers.begin();
    m_answering = true;
    HttpResponse response = m_refusal ? std::move(*m_refusal) : m_context.service.answer(m_request);
    if (response.delay.count() > 0 && m_context.delays.hold(connection, response.delay)) {
        m_held = std::move(response);
        return true;
    }
    return send(connection, std::move(response));
}

void HttpTransaction::refuse(HttpResponse response)
{
    m_refusal = std::move(response);
    m_request.body.clear();
}

bool HttpTransaction::send(MHD_Connection *connection, HttpResponse response)
{
    if (response.delivery == HttpResponse::Delivery::Reset) {
        resetConnection(connection);
        return false;
    }
    const bool hasBody = !response.body.isEmpty();
    const bool isWhole = response.delivery == HttpResponse::Delivery::Whole || !hasBody;
    const std::unique_ptr<MHD_Response, void (*)(MHD_Response *)> made(isWhole
            ? bodyResponse(std::move(response.body))
            : faultyResponse(std::move(response.body), response.delivery, connection, m_context.delays),
        &MHD_destroy_response);
    if (!made)
        return false;
    if (hasBody)
        addHeader(made.get(), MHD_HTTP_HEADER_CONTENT_TYPE, response.contentType);
    for (const HttpHeader &header : std::as_const(response.headers))
        addHeader(made.get(), header.name, header.value);
    if (response.closes)
        addHeader(made.get(), MHD_HTTP_HEADER_CONNECTION, "close");
    return MHD_queue_response(connection, unsigned(response.status), made.get()) == MHD_YES;
}

} // namespace Gatescope
