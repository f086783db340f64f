// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "scriptedserver.h"

#include <QSslServer>
#include <QTcpSocket>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace Gatescope::Test {

namespace {

const QByteArray headEnd = "\r\n\r\n";

ServedRequest parseHead(const QByteArray &head)
{
    ServedRequest request;
    const QList<QByteArray> lines = head.split('\n');
    request.line = lines.first().trimmed();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return request;
}

/// Closes with an RST instead of a FIN.
void resetConnection(QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    const linger hard {1, 0};
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
#endif
    socket.abort();
}

} // namespace

QByteArray httpAnswer(int status, const QByteArray &body, const QByteArray &headerLines)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headerLines + "\r\n" + body;
}

QByteArray ServedRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

struct ScriptedServer::Client
{
    QPointer<QTcpSocket> socket;
    int number = 0;
    QByteArray received;
    bool headSeen = false;
};

ScriptedServer::ScriptedServer(const std::optional<QSslConfiguration> &tls)
    : m_isTls(tls.has_value())
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accept);
    m_server->listen(QHostAddress::LocalHost);
}

ScriptedServer::~ScriptedServer() = default;

quint16 ScriptedServer::port() const
{
    return m_server->serverPort();
}

QUrl ScriptedServer::url(const QString &host) const
{
    const QString scheme = m_isTls ? QStringLiteral("https") : QStringLiteral("http");
    return QUrl(QStringLiteral("%1://%2:%3/v1").arg(scheme, host, QString::number(port())));
}

int ScriptedServer::completePosts() const
{
    return int(std::count_if(m_requests.begin(), m_requests.end(),
        [](const ServedRequest &request) { return request.line.startsWith("POST "); }));
}

int ScriptedServer::openConnections() const
{
    return int(std::count_if(m_clients.begin(), m_clients.end(), [](const auto &client) {
        return client->socket && client->socket->state() == QAbstractSocket::ConnectedState;
    }));
}

void ScriptedServer::hangUp()
{
#ifdef Q_OS_UNIX
    for (const auto &client : m_clients) {
        if (client->socket)
            ::shutdown(int(client->socket->socketDescriptor()), SHUT_WR);
    }
#endif
}

void ScriptedServer::sendOnLast(const QByteArray &bytes)
{
    if (!m_clients.empty() && m_clients.back()->socket)
        m_clients.back()->socket->write(bytes);
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        m_clients.push_back(std::make_unique<Client>());
        Client &client = *m_clients.back();
        client.socket = socket;
        client.number = ++m_connections;
        connect(socket, &QTcpSocket::readyRead, this, [this, &client] { read(client); });
        Q_EMIT connected();
        if (!perform(client, ServerStep::When::Connected))
            read(client);
    }
}

void ScriptedServer::read(Client &client)
{
    client.received += client.socket->readAll();
    while (takeRequest(client)) { }
}

bool ScriptedServer::takeRequest(Client &client)
{
    const qsizetype end = client.received.indexOf(headEnd);
    if (end < 0)
        return false;
    ServedRequest request = parseHead(client.received.left(end));
    request.connection = client.number;
    if (!client.headSeen) {
        client.headSeen = true;
        Q_EMIT headRead();
        if (perform(client, ServerStep::When::HeadRead))
            return false;
    }
    const qsizetype length = request.header("Content-Length").toLongLong();
    const qsizetype bodyStart = end + headEnd.size();
    if (client.received.size() < bodyStart + length)
        return false;
    request.body = client.received.mid(bodyStart, length);
    client.received.remove(0, bodyStart + length);
    client.headSeen = false;
    m_requests.append(request);
    perform(client, ServerStep::When::RequestRead);
    Q_EMIT requestRead();
    return client.socket && client.socket->isOpen();
}

bool ScriptedServer::perform(Client &client, ServerStep::When when)
{
    if (nextStep().when != when)
        return false;
    const ServerStep step = m_steps.isEmpty() ? m_always : m_steps.takeFirst();
    client.socket->write(step.bytes);
    client.socket->flush();
    if (step.then == ServerStep::Then::Close)
        client.socket->disconnectFromHost();
    else if (step.then == ServerStep::Then::Reset)
        resetConnection(*client.socket);
    return true;
}

} // namespace Gatescope::Test
