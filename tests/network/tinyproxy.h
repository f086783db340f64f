// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace Gatescope::Test {

/// A proxy on 127.0.0.1 that speaks HTTP (plain and CONNECT) or SOCKS5 and leads everything to one port of
/// this computer, whatever host was asked for. Lives in the test's event loop.
class TinyProxy : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Http, Socks5 };
    TinyProxy(Kind kind, quint16 target);

    quint16 port() const { return m_server.serverPort(); }
    /// "name:password"; empty: anybody may use it.
    void setCredentials(const QByteArray &credentials) { m_credentials = credentials; }

    /// What it was asked to do, in order: a request line, or "SOCKS5 host:port".
    const QList<QByteArray> &asked() const { return m_asked; }
    /// Everything that arrived before it led on, as it came.
    const QByteArray &heard() const { return m_heard; }
    int refused() const { return m_refused; }

private:
    void accept();
    void readHttp(QTcpSocket *client);
    void readSocks(QTcpSocket *client);
    bool readGreeting(QTcpSocket *client, QByteArray &text);
    void leadOn(QTcpSocket *client, const QByteArray &first);

    Kind m_kind;
    quint16 m_target;
    QTcpServer m_server;
    QByteArray m_credentials;
    QList<QByteArray> m_asked;
    QByteArray m_heard;
    int m_refused = 0;
};

} // namespace Gatescope::Test
