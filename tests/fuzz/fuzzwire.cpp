// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzztargets.h"

#include <network/sandbox/httpserver.h>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>

namespace Gatescope::Fuzz {

namespace {

/// A server that repeats bodies, for as long as the process runs.
class WireServer
{
public:
    static WireServer &running()
    {
        static WireServer server;
        return server;
    }

    quint16 port() const { return m_server.port(); }
    int answered() const { return m_answered; }

private:
    WireServer()
    {
        HttpService service;
        service.admit = [](const HttpRequest &) { return std::nullopt; };
        service.answer = [this](const HttpRequest &request) {
            ++m_answered;
            HttpResponse response;
            response.body = request.body;
            return response;
        };
        HttpLimits limits;
        limits.threads = 1;
        if (!m_server.start(0, std::move(service), limits))
            std::abort();
    }

    std::atomic_int m_answered = 0;
    HttpServer m_server;
};

sockaddr_in addressOf(quint32 host, quint16 port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(host);
    return address;
}

/// Each from another of the machine's own addresses: the ports of one are not free again for a minute.
int connectionTo(quint16 port)
{
    static quint32 count = 0;
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in own = addressOf(INADDR_LOOPBACK + 256 + ++count % 0xfff000, 0);
    const sockaddr_in server = addressOf(INADDR_LOOPBACK, port);
    ::bind(socket, reinterpret_cast<const sockaddr *>(&own), sizeof own);
    // libFuzzer's clock interrupts; the connection is then made all the same.
    while (::connect(socket, reinterpret_cast<const sockaddr *>(&server), sizeof server) != 0
        && errno != EISCONN) {
        if (errno != EINTR && errno != EALREADY)
            std::abort();
    }
    return socket;
}

/// Sends all that the server takes and reads to the end; false: the end does not come.
bool exchanged(quint16 port, const QByteArray &bytes, QByteArray &answers)
{
    constexpr int patience = 20'000; // ms
    const int socket = connectionTo(port);
    ::send(socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
    ::shutdown(socket, SHUT_WR);
    pollfd wait {socket, POLLIN, 0};
    bool hasEnded = false;
    while (!hasEnded) {
        const int ready = ::poll(&wait, 1, patience);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            break;
        std::array<char, 16 * 1024> buffer;
        const ssize_t size = ::recv(socket, buffer.data(), buffer.size(), 0);
        hasEnded = size <= 0;
        answers.append(buffer.data(), hasEnded ? 0 : qsizetype(size));
    }
    ::close(socket);
    return hasEnded;
}

/// What cannot be seen from outside (requesthead.cpp) and does no harm: NULs count for nothing beside a
/// line's end, a colon alone is an empty line, and before a request a line that begins with a NUL is one.
QByteArray asTheLibraryReads(QByteArray bytes)
{
    while (bytes.startsWith('\0') || bytes.startsWith('\r') || bytes.startsWith('\n'))
        bytes.remove(0, bytes.contains('\n') ? bytes.indexOf('\n') + 1 : bytes.size());
    for (qsizetype before = -1; before != bytes.size();) {
        before = bytes.size();
        bytes.replace(QByteArray("\n\0", 2), "\n").replace(QByteArray("\0\n", 2), "\n");
    }
    bytes.replace("\r\n", "\n").replace("\n:\n", "\n\n");
    return bytes;
}

} // namespace

Complaint fuzzWire(const QByteArray &input)
{
    WireServer &server = WireServer::running();
    const int before = server.answered();
    QByteArray answers;
    if (!exchanged(server.port(), input, answers))
        return "a connection does not end";
    if (!answers.isEmpty() && !answers.startsWith("HTTP/1."))
        return "an answer is no HTTP";
    const int answered = server.answered() - before;
    const QByteArray plain = asTheLibraryReads(input);
    if (answered > plain.count("\n\n"))
        return "more is answered than there are headers";
    if (answered > 0 && plain.left(plain.indexOf("\n\n")).contains('\0'))
        return "a header with a NUL is answered";
    return {};
}

} // namespace Gatescope::Fuzz
