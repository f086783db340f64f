// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "rawhttp.h"

#include <algorithm>

namespace Gatescope::Test {

namespace {
constexpr int waitMs = 30'000;
}

QByteArray RawAnswer::header(const QByteArray &name) const
{
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.sliced(colon + 1).trimmed();
    }
    return {};
}

RawClient::RawClient(quint16 port)
    : m_socket(std::make_unique<QTcpSocket>())
{
    m_socket->connectToHost(QStringLiteral("127.0.0.1"), port);
    m_socket->waitForConnected(waitMs);
}

bool RawClient::isConnected() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(waitMs)) { }
}

bool RawClient::fill()
{
    if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(waitMs))
        return false;
    m_received += m_socket->readAll();
    return true;
}

RawAnswer RawClient::receiveHead()
{
    RawAnswer answer;
    qsizetype end = -1;
    while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
        if (!fill())
            return answer;
    }
    answer.head = m_received.first(end);
    m_received.remove(0, end + 4);
    answer.status = answer.head.mid(9, 3).toInt();
    return answer;
}

RawAnswer RawClient::receive()
{
    RawAnswer answer = receiveHead();
    const qsizetype length = answer.status == 100 ? 0 : answer.header("Content-Length").toLongLong();
    while (m_received.size() < length && fill()) { }
    answer.body = m_received.first(std::min(length, m_received.size()));
    m_received.remove(0, answer.body.size());
    return answer;
}

bool RawClient::waitForEnd()
{
    while (fill()) { }
    return m_socket->state() != QAbstractSocket::ConnectedState;
}

QByteArray httpRequest(
    const QByteArray &method, const QByteArray &target, const QByteArray &body, const QByteArray &moreHeaders)
{
    QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n" + moreHeaders;
    if (!body.isEmpty() || method == "POST")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return request + "\r\n" + body;
}

RawAnswer exchange(quint16 port, const QByteArray &request)
{
    RawClient client(port);
    client.send(request);
    return client.receive();
}

} // namespace Gatescope::Test
