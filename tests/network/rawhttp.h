// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QTcpSocket>

#include <memory>

namespace Gatescope::Test {

/// One answer as it came over the wire; status 0: the connection ended without one.
struct RawAnswer
{
    int status = 0;
    QByteArray head;
    QByteArray body;

    /// Value of a header field; empty if it is not there.
    QByteArray header(const QByteArray &name) const;
};

/// A client that sends exactly the bytes it is given: what no HTTP library would send.
class RawClient
{
public:
    explicit RawClient(quint16 port);

    bool isConnected() const;
    void send(const QByteArray &bytes);
    /// The next answer, framed by its Content-Length (none: no body).
    RawAnswer receive();
    /// The next answer's head, to a request whose answers have no body.
    RawAnswer receiveHead();
    /// True when the peer has closed; waits for it.
    bool waitForEnd();

private:
    bool fill();

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_received;
};

/// A request with Host and Content-Length.
QByteArray httpRequest(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
    const QByteArray &moreHeaders = {});
/// Sends it on a connection of its own.
RawAnswer exchange(quint16 port, const QByteArray &request);

} // namespace Gatescope::Test
