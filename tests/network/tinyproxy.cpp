// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tinyproxy.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace Gatescope::Test {

namespace {

constexpr auto textProperty = "text"; ///< what of a client was not understood yet
constexpr auto stageProperty = "stage"; ///< of SOCKS5: 0 greeting, 1 name and password, 2 request

QByteArray headerIn(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n'))
        if (line.toLower().startsWith(QByteArray(name.toLower() + ':')))
            return line.mid(name.size() + 1).trimmed();
    return {};
}

/// The head as the server is to see it.
QByteArray withoutProxyHeaders(const QByteArray &head)
{
    QByteArray kept;
    for (const QByteArray &line : head.split('\n'))
        if (!line.toLower().startsWith("proxy-"))
            kept += line + '\n';
    kept.chop(1);
    return kept;
}

} // namespace

TinyProxy::TinyProxy(Kind kind, quint16 target)
    : m_kind(kind)
    , m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TinyProxy::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port for a proxy");
}

void TinyProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, this, [this, client] {
            const QByteArray bytes = client->readAll();
            m_heard += bytes;
            client->setProperty(
                textProperty, QByteArray(client->property(textProperty).toByteArray() + bytes));
            if (m_kind == Kind::Http)
                readHttp(client);
            else
                readSocks(client);
        });
    }
}

void TinyProxy::readHttp(QTcpSocket *client)
{
    QByteArray text = client->property(textProperty).toByteArray();
    const qsizetype end = text.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = text.left(end + 4);
    const QByteArray line = head.left(head.indexOf('\r'));
    m_asked.append(line);
    if (!m_credentials.isEmpty()
        && headerIn(head, "Proxy-Authorization") != QByteArray("Basic " + m_credentials.toBase64())) {
        ++m_refused;
        client->write("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
                      "Content-Length: 0\r\nConnection: close\r\n\r\n");
        client->disconnectFromHost();
        return;
    }
    if (line.startsWith("CONNECT ")) {
        client->write("HTTP/1.1 200 Go on\r\n\r\n");
        leadOn(client, text.mid(head.size()));
    } else {
        leadOn(client, withoutProxyHeaders(head) + text.mid(head.size()));
    }
}

/// RFC 1928's greeting and RFC 1929's name and password; true where the request itself is next.
bool TinyProxy::readGreeting(QTcpSocket *client, QByteArray &text)
{
    const int stage = client->property(stageProperty).toInt();
    if (stage == 0 && text.size() >= 2 && text.size() >= 2 + text.at(1)) {
        text.remove(0, 2 + text.at(1));
        client->write(m_credentials.isEmpty() ? QByteArray("\x05\x00", 2) : QByteArray("\x05\x02", 2));
        client->setProperty(stageProperty, m_credentials.isEmpty() ? 2 : 1);
    } else if (stage == 1 && text.size() >= 2) {
        const int nameSize = text.at(1);
        const int passwordSize = text.size() > 2 + nameSize ? text.at(2 + nameSize) : -1;
        if (passwordSize < 0 || text.size() < 3 + nameSize + passwordSize)
            return false;
        const QByteArray given = text.mid(2, nameSize) + ':' + text.mid(3 + nameSize, passwordSize);
        text.remove(0, 3 + nameSize + passwordSize);
        const bool isRight = given == m_credentials;
        client->write(isRight ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
        client->setProperty(stageProperty, 2);
        if (!isRight) {
            ++m_refused;
            client->disconnectFromHost();
        }
    }
    return client->property(stageProperty).toInt() == 2;
}

void TinyProxy::readSocks(QTcpSocket *client)
{
    QByteArray text = client->property(textProperty).toByteArray();
    const bool isRequest = readGreeting(client, text);
    client->setProperty(textProperty, text);
    if (!isRequest || text.size() < 7)
        return;
    const bool isName = text.at(3) == 3;
    const int hostSize = isName ? text.at(4) : 4;
    const int hostAt = isName ? 5 : 4;
    if (text.size() < hostAt + hostSize + 2)
        return;
    QByteArray host = text.mid(hostAt, hostSize);
    if (!isName)
        host = QByteArray::number(uchar(host.at(0))) + '.' + QByteArray::number(uchar(host.at(1))) + '.'
            + QByteArray::number(uchar(host.at(2))) + '.' + QByteArray::number(uchar(host.at(3)));
    const int port = uchar(text.at(hostAt + hostSize)) * 256 + uchar(text.at(hostAt + hostSize + 1));
    m_asked.append(QByteArray("SOCKS5 " + host + ':' + QByteArray::number(port)));
    client->write(QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10));
    leadOn(client, text.mid(hostAt + hostSize + 2));
}

void TinyProxy::leadOn(QTcpSocket *client, const QByteArray &first)
{
    client->disconnect(this);
    auto *server = new QTcpSocket(client);
    connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    server->write(first);
}

} // namespace Gatescope::Test
