// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/statsig/requests.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

namespace {

StatsigUser requestUser(const QByteArray &json = R"({"userID":"u-1","custom":{"spent":84.50}})")
{
    const auto user = StatsigUser::fromJson(json);
    return user ? *user : StatsigUser();
}
const QDateTime requestMoment = QDateTime::fromMSecsSinceEpoch(1795409163780, Qt::UTC);

/// The body with its own version number blanked.
QByteArray bodyOf(const ApiRequest &request, const QString &tier = {})
{
    QByteArray body = requestBody(request, tier, requestMoment);
    const QByteArray before = "\"sdkVersion\":\"";
    if (const qsizetype at = body.indexOf(before); at >= 0) {
        const qsizetype start = at + before.size();
        body.replace(start, body.indexOf('"', start) - start, "V");
    }
    return body;
}

const QByteArray quietMetadata =
    R"("statsigMetadata":{"sdkType":"gatescope","sdkVersion":"V","exposureLoggingDisabled":true})";
const QByteArray loudMetadata = R"("statsigMetadata":{"sdkType":"gatescope","sdkVersion":"V"})";
const QByteArray userMember = R"("user":{"userID":"u-1","custom":{"spent":84.50}})";

} // namespace

class TstRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bodies_data();
    void bodies();
    void tierIsMergedWhereTheUserHasNone_data();
    void tierIsMergedWhereTheUserHasNone();
    void eventsCarryTheirOwnUserValueAndTime();
    void eventsCarryNothingPrivate_data();
    void eventsCarryNothingPrivate();
    void eventsTakeTheTier();
    void textsAreQuoted();
    void endpointFollowsTheRequest();
};

void TstRequests::bodies_data()
{
    QTest::addColumn<ApiRequest>("request");
    QTest::addColumn<QByteArray>("body");
    const StatsigUser user = requestUser();
    const QString g = QStringLiteral("g");
    const QString h = QStringLiteral("h");
    QTest::newRow("one gate") << ApiRequest(CheckGateRequest {user, {g}, false})
                              << QByteArray("{" + userMember + R"(,"gateName":"g",)" + quietMetadata + "}");
    QTest::newRow("one gate, exposures on")
        << ApiRequest(CheckGateRequest {user, {g}, true})
        << QByteArray("{" + userMember + R"(,"gateName":"g",)" + loudMetadata + "}");
    QTest::newRow("gates") << ApiRequest(CheckGateRequest {user, {g, h},
        false}) << QByteArray("{" + userMember + R"(,"gateNames":["g","h"],)" + quietMetadata + "}");
    QTest::newRow("multiple") << ApiRequest(CheckGateMultipleRequest {
        user, {g}, false}) << QByteArray("{" + userMember + R"(,"gateNames":["g"],)" + quietMetadata + "}");
    QTest::newRow("config") << ApiRequest(GetConfigRequest {user, g, false})
                            << QByteArray("{" + userMember + R"(,"configName":"g",)" + quietMetadata + "}");
    QTest::newRow("experiment") << ApiRequest(GetExperimentRequest {
        user, g, true}) << QByteArray("{" + userMember + R"(,"experimentName":"g",)" + loudMetadata + "}");
    QTest::newRow("layer") << ApiRequest(GetLayerRequest {user, g, false})
                           << QByteArray("{" + userMember + R"(,"layerName":"g",)" + quietMetadata + "}");
    QTest::newRow("initialize") << ApiRequest(InitializeRequest {user, HashAlgorithm::Djb2, 0})
                                << QByteArray("{" + userMember + R"(,"hash":"djb2",)" + quietMetadata + "}");
    QTest::newRow("initialize since")
        << ApiRequest(InitializeRequest {user, HashAlgorithm::None, 1724792059286})
        << QByteArray(
               "{" + userMember + R"(,"hash":"none","sinceTime":1724792059286,)" + quietMetadata + "}");
    QTest::newRow("specs") << ApiRequest(DownloadConfigSpecsRequest {0}) << QByteArray(R"({"sinceTime":0})");
    QTest::newRow("specs since") << ApiRequest(DownloadConfigSpecsRequest {1724792059286})
                                 << QByteArray(R"({"sinceTime":1724792059286})");
    QTest::newRow("no events") << ApiRequest(LogEventRequest {user, {}})
                               << QByteArray(R"({"events":[],)" + loudMetadata + "}");
}

void TstRequests::bodies()
{
    QFETCH(ApiRequest, request);
    QTEST(bodyOf(request), "body");
}

void TstRequests::tierIsMergedWhereTheUserHasNone_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("tier");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("none anywhere") << QByteArray(R"({"userID":"u"})") << QString()
                                   << QByteArray(R"({"userID":"u"})");
    QTest::newRow("connection's") << QByteArray(R"({"userID":"u"})") << QStringLiteral("staging")
                                  << QByteArray(R"({"userID":"u","statsigEnvironment":{"tier":"staging"}})");
    QTest::newRow("user's") << QByteArray(R"({"statsigEnvironment":{"tier":"qa"}})")
                            << QStringLiteral("staging")
                            << QByteArray(R"({"statsigEnvironment":{"tier":"qa"}})");
}

void TstRequests::tierIsMergedWhereTheUserHasNone()
{
    QFETCH(QByteArray, user);
    QFETCH(QString, tier);
    QFETCH(QByteArray, sent);
    const StatsigUser value = requestUser(user);
    const QByteArray member = "\"user\":" + sent + ",";
    QCOMPARE(sentUser(value, tier).toJson(), sent);
    QVERIFY(bodyOf(CheckGateRequest {value, {QStringLiteral("g")}, false}, tier).contains(member));
    QVERIFY(bodyOf(InitializeRequest {value}, tier).contains(member));
    QVERIFY(bodyOf(GetLayerRequest {value, QStringLiteral("l"), false}, tier).contains(member));
}

void TstRequests::eventsCarryTheirOwnUserValueAndTime()
{
    StatsigEvent purchase;
    purchase.name = QStringLiteral("purchase");
    purchase.value = StatsigEvent::NumberValue {"84.50"};
    purchase.metadata = {{QStringLiteral("item"), "\"x\""}, {QStringLiteral("n"), "1.0"}};
    StatsigEvent view;
    view.name = QStringLiteral("view");
    view.value = QStringLiteral("84.50");
    view.user = requestUser(R"({"userID":"other","privateAttributes":{"secret":1},"ip":"8.8.8.8"})");
    view.time = QDateTime::fromMSecsSinceEpoch(1600000000123, Qt::UTC);
    StatsigEvent bare;
    bare.name = QStringLiteral("bare");

    const LogEventRequest request {
        requestUser(R"({"userID":"u","privateAttributes":{"p":1}})"), {purchase, view, bare}};
    QCOMPARE(bodyOf(request),
        QByteArray(
            R"({"events":[)"
            R"({"eventName":"purchase","value":84.50,"metadata":{"item":"x","n":1.0},"user":{"userID":"u"},)"
            R"("time":1795409163780},)"
            R"({"eventName":"view","value":"84.50","user":{"userID":"other","ip":"8.8.8.8"},)"
            R"("time":1600000000123},)"
            R"({"eventName":"bare","user":{"userID":"u"},"time":1795409163780}],)"
            + loudMetadata + "}"));
}

void TstRequests::eventsCarryNothingPrivate_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::newRow("once") << QByteArray(R"({"userID":"u","privateAttributes":{"a":"planted"}})");
    QTest::newRow("twice") << QByteArray(
        R"({"userID":"u","privateAttributes":{"a":"planted"},"privateAttributes":{"a":"planted"}})");
    QTest::newRow("overridden by none")
        << QByteArray(R"({"userID":"u","privateAttributes":{"a":"planted"},"privateAttributes":{}})");
    QTest::newRow("overridden by null")
        << QByteArray(R"({"userID":"u","privateAttributes":{"a":"planted"},"privateAttributes":null})");
}

void TstRequests::eventsCarryNothingPrivate()
{
    QFETCH(QByteArray, user);
    StatsigEvent event;
    event.name = QStringLiteral("e");
    const QByteArray body = bodyOf(LogEventRequest {requestUser(user), {event}});
    QVERIFY2(body.contains(R"("userID":"u")") && !body.contains("planted"), body.constData());
}

void TstRequests::eventsTakeTheTier()
{
    StatsigEvent own;
    own.name = QStringLiteral("own");
    own.user = requestUser(R"({"userID":"o"})");
    StatsigEvent shared;
    shared.name = QStringLiteral("shared");
    const QByteArray body =
        bodyOf(LogEventRequest {requestUser(R"({"userID":"u"})"), {own, shared}}, QStringLiteral("qa"));
    QVERIFY(body.contains(R"({"userID":"o","statsigEnvironment":{"tier":"qa"}})"));
    QVERIFY(body.contains(R"({"userID":"u","statsigEnvironment":{"tier":"qa"}})"));
}

void TstRequests::textsAreQuoted()
{
    const QByteArray body = bodyOf(GetConfigRequest {{}, QStringLiteral("a\"b\\c\nd"), false});
    QVERIFY(body.startsWith("{\"user\":{},\"configName\":\"a\\\"b\\\\c\\nd\","));
}

void TstRequests::endpointFollowsTheRequest()
{
    QCOMPARE(endpointOf(CheckGateRequest {}), Endpoint::CheckGate);
    QCOMPARE(endpointOf(CheckGateMultipleRequest {}), Endpoint::CheckGateMultiple);
    QCOMPARE(endpointOf(GetConfigRequest {}), Endpoint::GetConfig);
    QCOMPARE(endpointOf(GetExperimentRequest {}), Endpoint::GetExperiment);
    QCOMPARE(endpointOf(GetLayerRequest {}), Endpoint::GetLayer);
    QCOMPARE(endpointOf(InitializeRequest {}), Endpoint::Initialize);
    QCOMPARE(endpointOf(LogEventRequest {}), Endpoint::LogEvent);
    QCOMPARE(endpointOf(DownloadConfigSpecsRequest {}), Endpoint::DownloadConfigSpecs);
}

GATESCOPE_TEST(TstRequests)
#include "tst_requests.moc"
