// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/privacy/keptuser.h>
#include <models/privacy/privatemask.h>

#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

namespace {

const QByteArray secretUser = R"({"user": {"userID":"u1", "privateAttributes":{"mail":"mina@example.com",)"
                              R"( "pin" : 4711, "phone":4930123456}}, "gateName":"g"})";

} // namespace

/// Private attributes' values are gone from all that is kept, and nothing else is.
class TstPrivateMask : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void masksWhatWasSent_data();
    void masksWhatWasSent();
    void masksWhatCameBack_data();
    void masksWhatCameBack();
    void leavesOutWhatItCannotRead();
    void masksAWholeExchange();
    void handsOutTheSameWhereNothingIsPrivate();
    void masksAreNoValues_data();
    void masksAreNoValues();
};

void TstPrivateMask::masksWhatWasSent_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("kept");

    const QByteArray open = R"({"user" : {"userID":"u1","custom":{"plan":"gold"}},"gateName":"g"})";
    QTest::newRow("nothing private") << open << open;
    QTest::newRow("each value, whatever it is; spaces stay")
        << secretUser
        << QByteArray(R"({"user": {"userID":"u1", "privateAttributes":{"mail":"[private]",)"
                      R"( "pin" : "[private]", "phone":"[private]"}}, "gateName":"g"})");
    QTest::newRow("of each event's user")
        << QByteArray(R"({"events":[{"user":{"privateAttributes":{"a":[1,{"b":"c"}]}}},)"
                      R"({"user":{"userID":"x","privateAttributes":{"a":null,"a":true}}}]})")
        << QByteArray(R"({"events":[{"user":{"privateAttributes":{"a":"[private]"}}},)"
                      R"({"user":{"userID":"x","privateAttributes":{"a":"[private]","a":"[private]"}}}]})");
    QTest::newRow("a key in escapes")
        << QByteArray(R"({"user":{"\u0070rivateAttributes":{"a":"b"}}})")
        << QByteArray(R"({"user":{"\u0070rivateAttributes":{"a":"[private]"}}})");
    QTest::newRow("no object") << QByteArray(R"({"user":{"privateAttributes":["a","b"]}})")
                               << QByteArray(R"({"user":{"privateAttributes":"[private]"}})");
    QTest::newRow("none") << QByteArray(R"({"user":{"privateAttributes":null}})")
                          << QByteArray(R"({"user":{"privateAttributes":null}})");
}

void TstPrivateMask::masksWhatWasSent()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, kept);
    QCOMPARE(PrivateMask(sent).request(), kept);
}

void TstPrivateMask::masksWhatCameBack_data()
{
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<QByteArray>("kept");

    const QByteArray quiet = R"({"value" :true,"rule_id":"4711"})"; // as short as a rule's ID may be
    QTest::newRow("nothing told") << quiet << quiet;
    QTest::newRow("a text") << QByteArray(R"({ "who":"mina@example.com","n":1.50})")
                            << QByteArray(R"({ "who":"[private]","n":1.50})");
    QTest::newRow("within a text") << QByteArray(R"(["no \"mina@example.com\" here"])")
                                   << QByteArray(R"(["no \"[private]\" here"])");
    QTest::newRow("in escapes") << QByteArray(R"(["mina\u0040example.com"])")
                                << QByteArray(R"(["[private]"])");
    QTest::newRow("a number") << QByteArray(R"([4930123456, 49301234567])")
                              << QByteArray(R"(["[private]", 49301234567])");
    QTest::newRow("the user as sent") << QByteArray(R"({"user":{"privateAttributes":{"pin":4711}}})")
                                      << QByteArray(R"({"user":{"privateAttributes":{"pin":"[private]"}}})");
    QTest::newRow("no JSON") << QByteArray("<p>mina@example.com</p>") << QByteArray("<p>[private]</p>");
}

void TstPrivateMask::masksWhatCameBack()
{
    QFETCH(const QByteArray, received);
    QFETCH(const QByteArray, kept);
    QCOMPARE(PrivateMask(secretUser).response(received), kept);
}

void TstPrivateMask::leavesOutWhatItCannotRead()
{
    QCOMPARE(PrivateMask(R"({"privateAttributes":{"a":"b")").request(), QByteArray("[private]"));
}

void TstPrivateMask::masksAWholeExchange()
{
    auto exchange = std::make_shared<Exchange>();
    exchange->subject = QStringLiteral("g");
    exchange->requestBody = secretUser;
    exchange->responseBody = R"({"message":"mina@example.com is unknown"})";
    exchange->responseHeaders = {{"x-who", "mina@example.com"}, {"date", "today"}};
    exchange->error = Error {ErrorCode::BadRequest, QStringLiteral("It says: mina@example.com is unknown"),
        QStringLiteral("400, 4930123456")};
    const ExchangePtr kept = withPrivateMasked(exchange);
    Exchange expected = *exchange;
    expected.requestBody = PrivateMask(secretUser).request();
    expected.responseBody = R"({"message":"[private] is unknown"})";
    expected.responseHeaders = {{"x-who", "[private]"}, {"date", "today"}};
    expected.error = Error {ErrorCode::BadRequest, QStringLiteral("It says: [private] is unknown"),
        QStringLiteral("400, [private]")};
    QCOMPARE(*kept, expected);
}

void TstPrivateMask::handsOutTheSameWhereNothingIsPrivate()
{
    auto exchange = std::make_shared<Exchange>();
    exchange->requestBody = R"({"user":{"userID":"é\u00e9"}})";
    QCOMPARE(withPrivateMasked(exchange), exchange);
}

void TstPrivateMask::masksAreNoValues_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<bool>("lacksPrivate");
    QTest::newRow("nothing private") << QByteArray(R"({"userID" : "u\u0031", "custom":{"b":1.0,"a":null}})")
                                     << QByteArray(R"({"custom":{"a":null,"b":1.0},"userID":"u1"})") << false;
    QTest::newRow("values") << QByteArray(R"({"privateAttributes":{"plan":"gold","n":[1]},"userID":"u1"})")
                            << QByteArray(R"({"userID":"u1"})") << true;
    QTest::newRow("no table") << QByteArray(R"({"userID":"u1","privateAttributes":"gold"})")
                              << QByteArray(R"({"userID":"u1"})") << true;
    QTest::newRow("an empty table") << QByteArray(R"({"userID":"u1","privateAttributes":{}})")
                                    << QByteArray(R"({"privateAttributes":{},"userID":"u1"})") << false;
    QTest::newRow("deeper down") << QByteArray(
        R"({"userID":"u1","custom":{"x":{"privateAttributes":{"plan":"gold"}}}})")
                                 << QByteArray(R"({"custom":{"x":{}},"userID":"u1"})") << true;
    QTest::newRow("the last of two counts")
        << QByteArray(R"({"userID":"u1","userID":"u2"})") << QByteArray(R"({"userID":"u2"})") << false;
}

void TstPrivateMask::masksAreNoValues()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, user);
    QFETCH(bool, lacksPrivate);
    const auto kept = JsonDocument::parse(PrivateMask("{\"user\":" + sent + '}').request());
    QVERIFY(kept);
    QCOMPARE(keptUser((*kept)->root()["user"]), (KeptUser {user, lacksPrivate}));
}

GATESCOPE_TEST(TstPrivateMask)
#include "tst_privatemask.moc"
