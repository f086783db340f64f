// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <network/client/statsigclient.h>
#include <tests/support/fakeports.h>
#include <tests/support/scriptedserver.h>

#include <QEventLoop>
#include <QTest>

namespace Gatescope::Test {

/// A client with one connection to a scripted server.
class ClientBench
{
public:
    explicit ClientBench(const ClientOptions &options = {}, const std::optional<QSslConfiguration> &tls = {})
        : server(tls)
        , client(secrets, options)
    {
        connection.id = QStringLiteral("test");
        connection.name = QStringLiteral("Test");
        connection.apiUrl = server.url();
        connection.eventsUrl = server.url();
        secrets.stored[connection.id] = key;
        QObject::connect(&client, &StatsigApi::exchangeFinished, &client,
            [this](const ExchangePtr &exchange) { exchanges.append(exchange); });
    }

    static CheckGateRequest gateRequest(const QString &name = QStringLiteral("new_checkout"))
    {
        StatsigUser user;
        user.setText(UserField::UserId, QStringLiteral("u-1"));
        return {user, {name}, false};
    }

    /// Starts the call and waits for its end; an outcome without an exchange if it never came.
    ApiOutcome call(const ApiRequest &request = gateRequest())
    {
        return finish(client.start(connection, request));
    }
    static ApiOutcome finish(ApiCall *call)
    {
        // Not qWaitFor(): it sleeps 10 ms between its looks at the events.
        QEventLoop loop;
        std::optional<ApiOutcome> outcome;
        QObject::connect(call, &ApiCall::finished, &loop, [&](const ApiOutcome &o) {
            outcome = o;
            loop.quit();
        });
        QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
        loop.exec();
        return outcome.value_or(ApiOutcome {nullptr, failure(ErrorCode::Internal, QStringLiteral("no end"))});
    }

    const QString key = QStringLiteral("secret-Canary0123456789abcdefZq7Xf3Qa");
    ScriptedServer server;
    FakeSecretStore secrets;
    StatsigClient client;
    Connection connection;
    QList<ExchangePtr> exchanges;
};

} // namespace Gatescope::Test
