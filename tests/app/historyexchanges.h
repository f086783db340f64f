// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

namespace Gatescope::Test {

/// The same for the same number, in this process or another.
inline ExchangePtr numberedExchange(int number)
{
    const QByteArray name = "gate_" + QByteArray::number(number);
    auto exchange = std::make_shared<Exchange>();
    exchange->number = quint64(number);
    exchange->connectionId = QStringLiteral("shop");
    exchange->connectionName = QStringLiteral("Acme shop");
    exchange->subject = QString::fromLatin1(name);
    exchange->url = QUrl(QStringLiteral("https://api.example.com/v1/check_gate"));
    exchange->requestHeaders = {{"content-type", "application/json"}, {"statsig-api-key", "secret-…x9Qa"}};
    exchange->requestBody = R"({"user":{"userID":"user-)" + QByteArray::number(number % 97)
        + R"("},"gateName":")" + name + R"("})";
    exchange->status = 200;
    exchange->responseHeaders = {{"content-type", "application/json"}};
    exchange->responseBody = R"({"name":")" + name + R"(","value":true,"rule_id":"rule)"
        + QByteArray::number(number * 7919) + R"(","padding":")"
        + QByteArray::number(number).repeated(number % 200) + R"("})";
    exchange->startedUtc =
        QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch() / 1000 * 1000, Qt::UTC);
    exchange->connected = std::chrono::microseconds(900);
    exchange->sent = std::chrono::microseconds(1000);
    exchange->firstByte = std::chrono::microseconds(25'000);
    exchange->finished = std::chrono::microseconds(26'000 + number);
    return exchange;
}

/// All but the time it started, which is of the clock.
inline bool isNumbered(const Exchange &exchange, int number)
{
    Exchange expected = *numberedExchange(number);
    expected.startedUtc = exchange.startedUtc;
    return exchange == expected;
}

} // namespace Gatescope::Test
