// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/statsig/requestreading.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

namespace {

StatsigUser keptUser(const QByteArray &json)
{
    const auto user = StatsigUser::fromJson(json);
    return user ? *user : StatsigUser();
}
const StatsigUser plainKeptUser = keptUser(R"({"userID":"u-1","custom":{"spent":84.50}})");
const QDateTime keptMoment = QDateTime::fromMSecsSinceEpoch(1795409163780, Qt::UTC);

} // namespace

/// A kept body becomes the request it was.
class TstRequestReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsBackWhatWasSent_data();
    void readsBackWhatWasSent();
    void takesOverTheTierThatWasFilledIn();
    void saysWhatItCannotCarry_data();
    void saysWhatItCannotCarry();
    void leavesOutMaskedAttributes();
    void leavesOutWhatRepeatsThem();
    void knowsWhetherExposuresWereLogged();
    void refuses_data();
    void refuses();
    void asksAboutAnotherUser();
    void knowsWhatWrites();
};

void TstRequestReading::readsBackWhatWasSent_data()
{
    QTest::addColumn<ApiRequest>("request");
    const QString g = QStringLiteral("g");
    const QStringList two {g, QStringLiteral("h \"quoted\"")};
    const StatsigUser &user = plainKeptUser;
    QTest::newRow("one gate") << ApiRequest(CheckGateRequest {user, {g}, false});
    QTest::newRow("gates") << ApiRequest(CheckGateRequest {user, two, false});
    QTest::newRow("multiple") << ApiRequest(CheckGateMultipleRequest {user, two, false});
    QTest::newRow("config") << ApiRequest(GetConfigRequest {user, g, false});
    QTest::newRow("experiment") << ApiRequest(GetExperimentRequest {user, g, false});
    QTest::newRow("layer") << ApiRequest(GetLayerRequest {user, g, false});
    QTest::newRow("initialize") << ApiRequest(InitializeRequest {user, HashAlgorithm::Sha256, 17});
    QTest::newRow("specs") << ApiRequest(DownloadConfigSpecsRequest {1795409163780});
    StatsigEvent number;
    number.name = QStringLiteral("purchase");
    number.user = user;
    number.value = StatsigEvent::NumberValue {"84.50"};
    number.metadata = {{QStringLiteral("sku"), "\"A-1\""}};
    number.time = keptMoment;
    StatsigEvent text = number;
    text.value = QStringLiteral("green");
    text.metadata.clear();
    StatsigEvent none = text;
    none.value = std::monostate();
    QTest::newRow("events") << ApiRequest(LogEventRequest {{}, {number, text, none}});
}

void TstRequestReading::readsBackWhatWasSent()
{
    QFETCH(ApiRequest, request);
    const auto read = readRequest(endpointOf(request), requestBody(request, {}, keptMoment));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->request, request);
    QCOMPARE(read->unknownFields, QStringList());
    QCOMPARE(read->maskedAttributes, 0);
}

void TstRequestReading::takesOverTheTierThatWasFilledIn()
{
    const auto read = readRequest(Endpoint::GetLayer,
        requestBody(GetLayerRequest {plainKeptUser, QStringLiteral("l"), false}, QStringLiteral("staging"),
            keptMoment));
    QVERIFY(read);
    QCOMPARE(userOf(read->request).tier(), QStringLiteral("staging"));
}

void TstRequestReading::saysWhatItCannotCarry_data()
{
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("fields");
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QTest::newRow("beside the name") << Endpoint::GetLayer
                                     << QByteArray(R"({"user":{},"layerName":"l","defaultValue":{},"x":1})")
                                     << list("defaultValue x");
    QTest::newRow("metadata") << Endpoint::GetConfig
                              << QByteArray(
                                     R"({"user":{},"configName":"c","statsigMetadata":{"stableID":"s"}})")
                              << list("statsigMetadata.stableID");
    QTest::newRow("hash") << Endpoint::Initialize << QByteArray(R"({"user":{},"hash":"md5","sinceTime":"x"})")
                          << list("sinceTime hash");
    QTest::newRow("event") << Endpoint::LogEvent
                           << QByteArray(
                                  R"({"events":[{"eventName":"e","value":[1],"time":"now","exposures":[]}]})")
                           << list("events[0].value events[0].time events[0].exposures");
    // A user carries whatever it is given.
    QTest::newRow("user") << Endpoint::GetLayer << QByteArray(R"({"user":{"newField":7},"layerName":"l"})")
                          << QStringList();
}

void TstRequestReading::saysWhatItCannotCarry()
{
    QFETCH(Endpoint, endpoint);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, fields);
    const auto read = readRequest(endpoint, body);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->unknownFields, fields);
}

void TstRequestReading::leavesOutMaskedAttributes()
{
    const auto read = readRequest(Endpoint::GetConfig,
        R"({"user":{"userID":"u-1","privateAttributes":{"ssn":"[private]","plan":"[private]"}},)"
        R"("configName":"c"})");
    QVERIFY(read);
    QCOMPARE(read->maskedAttributes, 2);
    QCOMPARE(read->maskedFields, QStringList());
    QCOMPARE(userOf(read->request).toJson(), QByteArray(R"({"userID":"u-1"})"));
}

void TstRequestReading::leavesOutWhatRepeatsThem()
{
    const auto read = readRequest(Endpoint::GetConfig,
        R"({"user":{"userID":"u-1","email":"[private]","custom":{"a":1,"b":"is [private]"},)"
        R"("privateAttributes":{"mail":"[private]"}},"configName":"c"})");
    QVERIFY(read);
    QCOMPARE(read->maskedAttributes, 1);
    QCOMPARE(
        read->maskedFields, (QStringList {QStringLiteral("user.custom.b"), QStringLiteral("user.email")}));
    QCOMPARE(userOf(read->request).toJson(), QByteArray(R"({"userID":"u-1","custom":{"a":1}})"));
}

void TstRequestReading::knowsWhetherExposuresWereLogged()
{
    const auto kept = [](const ApiRequest &request) {
        return readRequest(endpointOf(request), requestBody(request, {}, keptMoment));
    };
    const QString layer = QStringLiteral("l");
    QVERIFY(kept(GetLayerRequest {plainKeptUser, layer, true})->loggedExposures);
    QVERIFY(!kept(GetLayerRequest {plainKeptUser, layer, false})->loggedExposures);
    // Asking again is not logging again.
    QCOMPARE(kept(GetLayerRequest {plainKeptUser, layer, true})->request,
        ApiRequest(GetLayerRequest {plainKeptUser, layer, false}));
    QVERIFY(!kept(InitializeRequest {plainKeptUser, HashAlgorithm::Djb2, 0})->loggedExposures);
}

void TstRequestReading::refuses_data()
{
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << Endpoint::CheckGate << QByteArray();
    QTest::newRow("no object") << Endpoint::CheckGate << QByteArray("[]");
    QTest::newRow("no gate") << Endpoint::CheckGate << QByteArray(R"({"user":{}})");
    QTest::newRow("no user") << Endpoint::GetLayer << QByteArray(R"({"layerName":"l"})");
    QTest::newRow("no events") << Endpoint::LogEvent << QByteArray(R"({"events":[]})");
    QTest::newRow("a masked name") << Endpoint::GetLayer
                                   << QByteArray(R"({"user":{},"layerName":"of [private]"})");
}

void TstRequestReading::refuses()
{
    QFETCH(Endpoint, endpoint);
    QFETCH(QByteArray, body);
    const auto read = readRequest(endpoint, body);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadInput);
}

void TstRequestReading::asksAboutAnotherUser()
{
    const StatsigUser other = keptUser(R"({"userID":"u-2"})");
    QCOMPARE(withUser(GetLayerRequest {plainKeptUser, QStringLiteral("l"), false}, other),
        ApiRequest(GetLayerRequest {other, QStringLiteral("l"), false}));
    StatsigEvent event;
    event.name = QStringLiteral("e");
    event.user = plainKeptUser;
    const ApiRequest events = withUser(LogEventRequest {{}, {event}}, other);
    QCOMPARE(userOf(events), other);
    QCOMPARE(withUser(DownloadConfigSpecsRequest {7}, other), ApiRequest(DownloadConfigSpecsRequest {7}));
}

void TstRequestReading::knowsWhatWrites()
{
    const ApiRequest gate = CheckGateRequest {plainKeptUser, {QStringLiteral("g")}, false};
    QVERIFY(!writes(gate));
    QVERIFY(writes(withExposures(gate, true)));
    QVERIFY(writes(LogEventRequest()));
    QVERIFY(!writes(withExposures(InitializeRequest(), true)));
    QVERIFY(!writes(DownloadConfigSpecsRequest()));
}

GATESCOPE_TEST(TstRequestReading)
#include "tst_requestreading.moc"
