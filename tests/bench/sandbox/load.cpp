// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "modes.h"

#include "../measure.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

std::vector<std::string> requestsOf(const char *path)
{
    std::vector<std::string> requests;
    for (const QByteArray &line : readFile(path).split('\n')) {
        const qsizetype tab = line.indexOf('\t');
        if (tab < 0)
            continue;
        const QByteArray body = line.sliced(tab + 1);
        const QByteArray request = "POST " + line.first(tab)
            + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nstatsig-api-key: "
              "secret-sandbox\r\n"
              "Content-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        requests.push_back(request.toStdString());
    }
    if (requests.empty())
        throw std::runtime_error("no requests");
    return requests;
}

int connectionTo(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(quint16(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        throw std::runtime_error("no connection");
    const int noDelay = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &noDelay, sizeof noDelay);
    return socket;
}

/// One kept-alive connection and the answer it is reading.
class Connection
{
public:
    explicit Connection(int port)
        : m_socket(connectionTo(port))
    { }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection() { ::close(m_socket); }

    int socket() const { return m_socket; }
    bool wasGood() const { return m_wasGood; }

    /// A request is shorter than a socket's buffer.
    void send(const std::string &request) const
    {
        if (::send(m_socket, request.data(), request.size(), MSG_NOSIGNAL) != ssize_t(request.size()))
            throw std::runtime_error("a request could not be sent");
    }

    /// True when an answer is complete. What has come of a body is counted, not kept.
    bool receive()
    {
        static std::array<char, 256 * 1024> buffer;
        const ssize_t size = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        if (size <= 0)
            throw std::runtime_error("a connection was closed");
        if (m_bodyLeft > 0) {
            m_bodyLeft -= size;
        } else {
            m_head.append(buffer.data(), std::size_t(size));
            const std::size_t end = m_head.find("\r\n\r\n");
            if (end == std::string::npos)
                return false;
            m_wasGood = m_head.starts_with("HTTP/1.1 2");
            m_bodyLeft = bodyLength() - ssize_t(m_head.size() - end - 4);
            m_head.clear();
        }
        return m_bodyLeft == 0;
    }

private:
    ssize_t bodyLength() const
    {
        constexpr std::string_view name = "\r\ncontent-length: ";
        const auto same = [](char left, char right) { return (left | 0x20) == (right | 0x20); };
        const auto found = std::ranges::search(m_head, name, same);
        if (found.empty())
            throw std::runtime_error("an answer without a length");
        return std::strtol(&*found.begin() + name.size(), nullptr, 10);
    }

    int m_socket;
    std::string m_head;
    ssize_t m_bodyLeft = 0;
    bool m_wasGood = false;
};

class Client
{
public:
    Client(const Load &load)
        : m_requests(requestsOf(load.requestsPath))
        , m_epoll(::epoll_create1(0))
    {
        for (int i = 0; i < load.connections; ++i) {
            auto connection = std::make_unique<Connection>(load.port);
            epoll_event event {};
            event.events = EPOLLIN;
            event.data.ptr = connection.get();
            ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, connection->socket(), &event);
            m_connections.push_back(std::move(connection));
        }
    }
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;
    ~Client() { ::close(m_epoll); }

    void run(std::chrono::seconds time)
    {
        const Clock::time_point start = Clock::now();
        Clock::time_point lastAnswer = start;
        for (const auto &connection : m_connections)
            sendNext(*connection);
        while (m_open > 0) {
            std::array<epoll_event, 64> events;
            // Never asleep: waking this process would be work of the server's core.
            const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 0);
            const Clock::time_point now = Clock::now();
            for (int i = 0; i < count; ++i)
                answer(*static_cast<Connection *>(events[std::size_t(i)].data.ptr), now - start < time);
            lastAnswer = count > 0 ? now : lastAnswer;
            if (count < 0 || now - lastAnswer > std::chrono::seconds(30))
                throw std::runtime_error("no answer in 30 s");
        }
        m_time = Clock::now() - start;
    }

    void print() const
    {
        std::printf("{\"answers\":%lld,\"failed\":%lld,\"seconds\":%.3f}\n", m_answers, m_failed,
            std::chrono::duration<double>(m_time).count());
    }

private:
    void sendNext(const Connection &connection)
    {
        connection.send(m_requests[m_next]);
        m_next = (m_next + 1) % m_requests.size();
        ++m_open;
    }

    void answer(Connection &connection, bool goesOn)
    {
        if (!connection.receive())
            return;
        --m_open;
        ++m_answers;
        m_failed += connection.wasGood() ? 0 : 1;
        if (goesOn)
            sendNext(connection);
    }

    std::vector<std::string> m_requests;
    std::vector<std::unique_ptr<Connection>> m_connections;
    int m_epoll;
    std::size_t m_next = 0;
    int m_open = 0; ///< requests not answered yet
    long long m_answers = 0;
    long long m_failed = 0; ///< of them not 2xx
    Clock::duration m_time {};
};

} // namespace

int putLoad(const Load &load)
try {
    Client client(load);
    client.run(load.time);
    client.print();
    return 0;
} catch (const std::exception &error) {
    std::fprintf(stderr, "bench_sandbox load: %s\n", error.what());
    return 1;
}
