// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "httpserver.h"

#include <condition_variable>
#include <mutex>

struct MHD_Connection;

namespace Gatescope {

class AnswerCount;
class DelayLine;

/// What the transactions of a server share; outlives them.
struct HttpContext
{
    const HttpService &service;
    const HttpLimits &limits;
    AnswerCount &answers;
    DelayLine &delays;
};

/// Counts answers under way, for a stop that lets them go out.
class AnswerCount
{
public:
    void begin();
    void end();
    /// False: some were still under way when the time was over.
    bool waitForNone(std::chrono::milliseconds time);

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

/// One request from its first line to the end of its answer, driven by libmicrohttpd's callbacks.
class HttpTransaction
{
public:
    /// `target` stays where it is until the header is complete.
    HttpTransaction(const char *target, const HttpContext &context);
    ~HttpTransaction();

    /// The header is complete. False: the connection must be closed at once.
    bool begin(MHD_Connection *connection, const char *method, const char *version);
    bool hasBegun() const { return m_begun; }
    void receive(const char *data, size_t size);
    /// The request is complete, or its answer has been held back long enough.
    bool finish(MHD_Connection *connection);

private:
    void refuse(HttpResponse response);
    bool send(MHD_Connection *connection, HttpResponse response);

    const HttpContext m_context;
    const char *m_target;
    HttpRequest m_request;
    std::optional<HttpResponse> m_held; ///< waits for its delay to be over
    std::optional<HttpResponse> m_refusal; ///< the body is still read, so that the client hears the answer
    bool m_begun = false;
    bool m_answering = false;
};

} // namespace Gatescope
