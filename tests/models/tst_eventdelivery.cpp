// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/eventdelivery.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

class TstEventDelivery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsFromTheOutcome_data();
    void followsFromTheOutcome();
    void acceptedNamesItsExchange();
    void anUnknownShapeIsNoReceipt();
};

void TstEventDelivery::followsFromTheOutcome_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("written");
    QTest::addColumn<int>("state");
    const auto row = [](const char *name, ErrorCode code, int status, bool written, EventState state) {
        QTest::newRow(name) << int(code) << status << written << int(state);
    };
    using enum EventState;
    row("no route", ErrorCode::Offline, 0, false, NotSent);
    row("no key", ErrorCode::KeyMissing, 0, false, NotSent);
    row("no keychain", ErrorCode::KeychainUnavailable, 0, false, NotSent);
    row("certificate", ErrorCode::Tls, 0, false, NotSent);
    row("stopped before sending", ErrorCode::Cancelled, 0, false, NotSent);
    row("no connection in time", ErrorCode::Timeout, 0, false, NotSent);
    row("stopped after sending", ErrorCode::Cancelled, 0, true, Unknown);
    row("no answer in time", ErrorCode::Timeout, 0, true, Unknown);
    row("closed before an answer", ErrorCode::ClosedBeforeAnswer, 0, false, Unknown);
    row("broken after sending", ErrorCode::Offline, 0, true, Unknown);
    row("bad request", ErrorCode::BadRequest, 400, true, Refused);
    row("unauthorized", ErrorCode::Unauthorized, 401, true, Refused);
    row("too large", ErrorCode::PayloadTooLarge, 413, true, Refused);
    row("rate limited", ErrorCode::RateLimited, 429, true, Refused);
    row("redirect", ErrorCode::Redirected, 302, true, Refused);
    row("service unavailable", ErrorCode::ServerError, 503, true, Refused);
    row("success false", ErrorCode::Rejected, 202, true, Refused);
    row("server error", ErrorCode::ServerError, 500, true, Unknown);
    row("gateway timeout", ErrorCode::ServerError, 504, true, Unknown);
    row("202 with half a body", ErrorCode::Truncated, 202, true, Unknown);
    row("202 with no JSON", ErrorCode::InvalidJson, 202, true, Unknown);
}

void TstEventDelivery::followsFromTheOutcome()
{
    QFETCH(int, code);
    QFETCH(int, status);
    QFETCH(bool, written);
    QFETCH(int, state);
    auto exchange = std::make_shared<Exchange>();
    exchange->number = 4;
    exchange->status = status;
    if (written)
        exchange->sent = std::chrono::milliseconds(3);
    const Error error {ErrorCode(code), QStringLiteral("The server said no."), {}};
    const EventDelivery delivery = deliveryOf({exchange, std::unexpected(error)});
    QCOMPARE(int(delivery.state), state);
    if (delivery.state == EventState::Refused)
        QCOMPARE(delivery.note, error.message);
    if (delivery.state == EventState::Unknown)
        QVERIFY(delivery.note.startsWith(QStringLiteral("May have arrived: ")));
    QCOMPARE(delivery.exchange, delivery.state == EventState::NotSent ? 0u : 4u);
}

void TstEventDelivery::acceptedNamesItsExchange()
{
    auto exchange = std::make_shared<Exchange>();
    exchange->number = 9;
    exchange->status = 202;
    exchange->startedUtc = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    const EventDelivery expected {EventState::Accepted, {}, exchange->startedUtc, 9};
    QCOMPARE(deliveryOf({exchange, ApiResponse {nullptr, LogEventReceipt()}}), expected);
}

void TstEventDelivery::anUnknownShapeIsNoReceipt()
{
    auto exchange = std::make_shared<Exchange>();
    exchange->status = 200;
    const UnknownShape odd {QStringLiteral("An object with success was expected.")};
    const EventDelivery delivery = deliveryOf({exchange, ApiResponse {nullptr, odd}});
    QCOMPARE(delivery.state, EventState::Unknown);
    QCOMPARE(delivery.note, odd.note);
}

GATESCOPE_TEST(TstEventDelivery)
#include "tst_eventdelivery.moc"
