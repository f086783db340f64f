// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <memory>
#include <optional>

namespace Gatescope::Test {

/// What a ScriptedServer does next, byte by byte: what no HTTP library would answer.
struct ServerStep
{
    enum class When { Connected, HeadRead, RequestRead };
    enum class Then { Keep, Close, Reset };

    QByteArray bytes {};
    Then then = Then::Keep;
    When when = When::RequestRead;
};

/// A whole answer with its Content-Length.
QByteArray httpAnswer(int status, const QByteArray &body = {}, const QByteArray &headerLines = {});

/// A request as it came over the wire.
struct ServedRequest
{
    QByteArray line; ///< "POST /v1/check_gate HTTP/1.1"
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int connection = 0; ///< 1-based

    QByteArray header(const QByteArray &name) const; ///< empty if it is not there
};

/// A server on 127.0.0.1 that answers by script and keeps what it was sent. Lives in the test's event loop.
class ScriptedServer : public QObject
{
    Q_OBJECT
public:
    explicit ScriptedServer(const std::optional<QSslConfiguration> &tls = {});
    ~ScriptedServer() override;

    quint16 port() const;
    QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const; ///< …/v1

    /// One step for each request, then `always`.
    void setScript(const QList<ServerStep> &steps) { m_steps = steps; }
    void setAlways(const ServerStep &step) { m_always = step; }

    const QList<ServedRequest> &requests() const { return m_requests; } ///< complete ones only
    int completePosts() const;
    int connectionCount() const { return m_connections; }
    int openConnections() const;
    /// Ends every open connection, as an idle limit would. openConnections() drops when the peers have
    /// noticed.
    void hangUp();
    /// More bytes on the newest connection.
    void sendOnLast(const QByteArray &bytes);

Q_SIGNALS:
    void connected();
    void headRead();
    void requestRead();

private:
    struct Client;
    void accept();
    void read(Client &client);
    bool takeRequest(Client &client);
    /// True if the next step was for this moment, and has been done.
    bool perform(Client &client, ServerStep::When when);
    const ServerStep &nextStep() const { return m_steps.isEmpty() ? m_always : m_steps.first(); }

    bool m_isTls;
    std::unique_ptr<QTcpServer> m_server;
    std::vector<std::unique_ptr<Client>> m_clients;
    QList<ServerStep> m_steps;
    ServerStep m_always {httpAnswer(200, "{}")};
    QList<ServedRequest> m_requests;
    int m_connections = 0;
};

} // namespace Gatescope::Test
