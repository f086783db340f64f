// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "httpserver.h"

#include "connectionwatch.h"
#include "delayline.h"
#include "httptransaction.h"
#include "openfiles.h"

#include <QCoreApplication>

#include <microhttpd.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>

namespace Gatescope {

class HttpServer::Private
{
public:
    Private(HttpService what, const HttpLimits &how)
        : service(std::move(what))
        , limits(how)
        , watch(how.requestTime)
        , delays(watch)
    { }
    ~Private();

    bool listen(quint16 port);

    HttpService service;
    HttpLimits limits;
    ConnectionWatch watch;
    DelayLine delays;
    AnswerCount answers;
    MHD_Daemon *daemon = nullptr;
    std::atomic<bool> isStopping = false;
    quint16 port = 0;

private:
    /// \name libmicrohttpd's callbacks, on its threads; nothing may be thrown through it
    /// @{
    static MHD_Result onAccept(void *self, const sockaddr *address, socklen_t length);
    static void *onTarget(void *self, const char *target, MHD_Connection *connection);
    static MHD_Result onRequest(void *self, MHD_Connection *connection, const char *url, const char *method,
        const char *version, const char *data, size_t *size, void **transaction);
    static void onCompleted(
        void *self, MHD_Connection *connection, void **transaction, MHD_RequestTerminationCode);
    static void onConnection(
        void *self, MHD_Connection *connection, void **place, MHD_ConnectionNotificationCode notification);
    /// @}
};

namespace {

/// Where a connection keeps the request it is at. After some malformed ones the library begins another
/// without a word on the end of the one before.
using TransactionPlace = std::unique_ptr<HttpTransaction>;

TransactionPlace *placeOf(MHD_Connection *connection)
{
    return static_cast<TransactionPlace *>(
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context);
}

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

bool HttpServer::Private::listen(quint16 wantedPort)
{
    const sockaddr_in address = loopback(wantedPort);
    // Not epoll, by which the library does not see the end of a connection that comes with its last bytes.
    daemon =
        MHD_start_daemon(MHD_USE_POLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_ALLOW_SUSPEND_RESUME, wantedPort,
            &onAccept, this, &onRequest, this, MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_THREAD_POOL_SIZE,
            limits.threads, MHD_OPTION_CONNECTION_LIMIT, possibleConnections(limits.connections),
            MHD_OPTION_CONNECTION_TIMEOUT, unsigned(limits.idleTime.count()),
            MHD_OPTION_CONNECTION_MEMORY_LIMIT, size_t(limits.headerBytes), MHD_OPTION_STRICT_FOR_CLIENT, 1,
            MHD_OPTION_URI_LOG_CALLBACK, &onTarget, this, MHD_OPTION_NOTIFY_COMPLETED, &onCompleted, this,
            MHD_OPTION_NOTIFY_CONNECTION, &onConnection, this, MHD_OPTION_END);
    if (daemon)
        port = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
    return daemon != nullptr;
}

HttpServer::Private::~Private()
{
    if (!daemon)
        return;
    // Not MHD_quiesce_daemon(): it races with the workers for the listening socket, and the loser aborts.
    isStopping = true;
    answers.waitForNone(limits.stopTime);
    delays.stop(); // the library cannot stop with connections suspended
    MHD_stop_daemon(daemon);
}

/// While the last answers go out nobody new is let in.
MHD_Result HttpServer::Private::onAccept(void *self, const sockaddr *, socklen_t)
{
    return static_cast<Private *>(self)->isStopping ? MHD_NO : MHD_YES;
}

void *HttpServer::Private::onTarget(void *self, const char *target, MHD_Connection *connection)
{
    auto *d = static_cast<Private *>(self);
    TransactionPlace *place = placeOf(connection);
    if (!place)
        return nullptr;
    place->reset(new (std::nothrow) HttpTransaction(target, {d->service, d->limits, d->answers, d->delays}));
    return place->get();
}

MHD_Result HttpServer::Private::onRequest(void *, MHD_Connection *connection, const char *,
    const char *method, const char *version, const char *data, size_t *size, void **transaction)
{
    auto *t = static_cast<HttpTransaction *>(*transaction);
    if (!t)
        return MHD_NO;
    try {
        if (!t->hasBegun())
            return t->begin(connection, method, version) ? MHD_YES : MHD_NO;
        if (*size == 0)
            return t->finish(connection) ? MHD_YES : MHD_NO;
        t->receive(data, *size);
        *size = 0;
        return MHD_YES;
    } catch (const std::exception &) { // out of memory, above all
        return MHD_NO;
    }
}

void HttpServer::Private::onCompleted(
    void *self, MHD_Connection *connection, void **transaction, MHD_RequestTerminationCode)
{
    if (TransactionPlace *place = placeOf(connection))
        place->reset();
    *transaction = nullptr;
    static_cast<Private *>(self)->watch.start(socketOf(connection));
}

void HttpServer::Private::onConnection(
    void *self, MHD_Connection *connection, void **place, MHD_ConnectionNotificationCode notification)
{
    ConnectionWatch &watch = static_cast<Private *>(self)->watch;
    if (notification == MHD_CONNECTION_NOTIFY_STARTED) {
        *place = new (std::nothrow) TransactionPlace;
        watch.start(socketOf(connection));
    } else {
        watch.remove(socketOf(connection));
        delete static_cast<TransactionPlace *>(*place);
        *place = nullptr;
    }
}

HttpServer::HttpServer() = default;
HttpServer::~HttpServer() = default;

Result<> HttpServer::start(quint16 port, HttpService service, const HttpLimits &limits)
{
    stop();
    auto started = std::make_unique<Private>(std::move(service), limits);
    if (!started->listen(port)) {
        const QString cause = QString::fromLocal8Bit(std::strerror(errno));
        const QString message = port == 0
            ? QCoreApplication::translate("HttpServer", "The local server could not be started: %1.")
                  .arg(cause)
            : QCoreApplication::translate("HttpServer",
                  "Port %1 cannot be used: %2. Another program may have it; choose another port, or 0 for "
                  "any free one.")
                  .arg(port)
                  .arg(cause);
        return failure(ErrorCode::BadInput, message);
    }
    d = std::move(started);
    return {};
}

void HttpServer::stop()
{
    d.reset();
}

bool HttpServer::isRunning() const
{
    return d != nullptr;
}

quint16 HttpServer::port() const
{
    return d ? d->port : 0;
}

} // namespace Gatescope
