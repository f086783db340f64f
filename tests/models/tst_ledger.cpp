// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/ledger.h>
#include <models/items/ledgerexport.h>
#include <models/statsig/requests.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

namespace {

/// As the client keeps it after an answer.
Exchange askedExchange(
    Endpoint endpoint, const QByteArray &body, int status = 200, const QByteArray &answer = "{}")
{
    Exchange exchange;
    exchange.number = 7;
    exchange.endpoint = endpoint;
    exchange.connectionId = QStringLiteral("shop");
    exchange.connectionName = QStringLiteral("Acme shop");
    exchange.requestBody = body;
    exchange.status = status;
    exchange.responseBody = answer;
    exchange.startedUtc = QDateTime(QDate(2026, 11, 26), QTime(9, 5, 1, 20), Qt::UTC);
    exchange.sent = std::chrono::milliseconds(2);
    return exchange;
}

/// "gate_exposure"-like short text of each entry: kind, name, user, outcome.
QStringList shortEntries(const Exchange &exchange)
{
    QStringList texts;
    for (const LedgerEntry &entry : ledgerEntries(exchange))
        texts << QStringLiteral("%1 %2 %3 %4")
                     .arg(int(entry.kind))
                     .arg(entry.name, entry.user, outcomeText(entry.outcome));
    return texts;
}

const QByteArray oneGate(
    R"({"user":{"userID":"mina"},"gateName":"g","statsigMetadata":{"sdkType":"gatescope"}})");

} // namespace

/// What the program has had logged, by facts §1.1 to §1.9.
class TstLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsFromTheRequest_data();
    void followsFromTheRequest();
    void followsFromTheOutcomeOfACheck_data();
    void followsFromTheOutcomeOfACheck();
    void followsFromTheOutcomeOfEvents_data();
    void followsFromTheOutcomeOfEvents();
    void namesItsExchange();
    void readsWhatTheProgramSends();
    void countsAndLists();
    void isBounded();
    void exportsCsv();
    void exportsJson();
};

void TstLedger::followsFromTheRequest_data()
{
    QTest::addColumn<int>("endpoint");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("entries");
    const auto row = [](const char *name, Endpoint endpoint, const QByteArray &body,
                         const QStringList &entries) {
        QTest::newRow(name) << int(endpoint) << body << entries;
    };
    // Kinds: 0 event, 1 gate, 2 config, 3 layer, 4 Statsig's own.
    using enum Endpoint;
    row("gate", CheckGate, oneGate, {QStringLiteral("1 g mina Logged")});
    row("gate, asked not to log", CheckGate,
        R"({"user":{"userID":"mina"},"gateName":"g","statsigMetadata":{"exposureLoggingDisabled":true}})",
        {});
    row("gate, not disabled in so many words", CheckGate,
        R"({"user":{},"gateName":"g","statsigMetadata":{"exposureLoggingDisabled":false}})",
        {QStringLiteral("1 g  Logged")});
    row("gates", CheckGate, R"({"user":{"email":"a@b.c"},"gateNames":["g","h"]})",
        {QStringLiteral("1 g a@b.c Logged"), QStringLiteral("1 h a@b.c Logged")});
    row("gates of check_gate_multiple", CheckGateMultiple, R"({"user":{"userID":"u"},"gateNames":["g","h"]})",
        {QStringLiteral("1 g u Logged"), QStringLiteral("1 h u Logged")});
    row("config", GetConfig, R"({"user":{"userID":"u"},"configName":"c"})", {QStringLiteral("2 c u Logged")});
    row("experiment", GetExperiment, R"({"user":{"userID":"u"},"experimentName":"e"})",
        {QStringLiteral("2 e u Logged")});
    row("layer", GetLayer, R"({"user":{"customIDs":{"stableID":"s1"}},"layerName":"l"})",
        {QStringLiteral("3 l s1 Logged")});
    row("initialize", Initialize, R"({"user":{"userID":"u"},"hash":"djb2"})", {});
    row("specs", DownloadConfigSpecs, R"({"sinceTime":0})", {});
    row("no JSON", CheckGate, "gateName", {});
}

void TstLedger::followsFromTheRequest()
{
    QFETCH(int, endpoint);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, entries);
    QCOMPARE(shortEntries(askedExchange(Endpoint(endpoint), body)), entries);
}

void TstLedger::followsFromTheOutcomeOfACheck_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("written");
    QTest::addColumn<QString>("outcome"); // empty: there is no entry
    const auto row = [](const char *name, ErrorCode code, int status, bool written, const char *outcome) {
        QTest::newRow(name) << int(code) << status << written << QString::fromLatin1(outcome);
    };
    row("no route", ErrorCode::Offline, 0, false, "");
    row("no key", ErrorCode::KeyMissing, 0, false, "");
    row("certificate", ErrorCode::Tls, 0, false, "");
    row("stopped before sending", ErrorCode::Cancelled, 0, false, "");
    row("stopped after sending", ErrorCode::Cancelled, 0, true, "Unknown");
    row("no answer in time", ErrorCode::Timeout, 0, true, "Unknown");
    row("closed before an answer", ErrorCode::ClosedBeforeAnswer, 0, false, "Unknown");
    row("unauthorized", ErrorCode::Unauthorized, 401, true, "Refused");
    row("not found", ErrorCode::NotFound, 404, true, "Refused");
    row("rate limited", ErrorCode::RateLimited, 429, true, "Refused");
    row("server error", ErrorCode::ServerError, 500, true, "Unknown");
    row("service unavailable", ErrorCode::ServerError, 503, true, "Unknown");
    row("half an answer", ErrorCode::Truncated, 200, true, "Unknown");
}

void TstLedger::followsFromTheOutcomeOfACheck()
{
    QFETCH(int, code);
    QFETCH(int, status);
    QFETCH(bool, written);
    QFETCH(QString, outcome);
    Exchange exchange = askedExchange(Endpoint::CheckGate, oneGate, status, {});
    exchange.error = Error {ErrorCode(code), QStringLiteral("The server said no."), {}};
    if (!written)
        exchange.sent = std::chrono::microseconds(-1);
    const QStringList expected =
        outcome.isEmpty() ? QStringList() : QStringList(QStringLiteral("1 g mina ") + outcome);
    QCOMPARE(shortEntries(exchange), expected);
}

void TstLedger::followsFromTheOutcomeOfEvents_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code"); // negative: no error
    QTest::addColumn<QString>("outcome");
    QTest::newRow("accepted") << 202 << QByteArray(R"({"success":true})") << -1 << QStringLiteral("Logged");
    QTest::newRow("no receipt") << 200 << QByteArray(R"(["hello"])") << -1 << QStringLiteral("Unknown");
    QTest::newRow("rejected") << 202 << QByteArray(R"({"success":false})") << int(ErrorCode::Rejected)
                              << QStringLiteral("Refused");
    QTest::newRow("unavailable") << 503 << QByteArray(R"({"success":false})") << int(ErrorCode::ServerError)
                                 << QStringLiteral("Refused");
    QTest::newRow("broken") << 0 << QByteArray() << int(ErrorCode::ClosedBeforeAnswer)
                            << QStringLiteral("Unknown");
}

void TstLedger::followsFromTheOutcomeOfEvents()
{
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    QFETCH(int, code);
    QFETCH(QString, outcome);
    Exchange exchange = askedExchange(Endpoint::LogEvent,
        R"({"events":[{"eventName":"purchase","user":{"userID":"u"},"value":84.50},
            {"eventName":"statsig::gate_exposure","user":{"userID":"v"},"metadata":{"gate":"g","gateValue":"true"}}]})",
        status, answer);
    if (code >= 0)
        exchange.error = Error {ErrorCode(code), QStringLiteral("It failed."), {}};
    QCOMPARE(shortEntries(exchange),
        (QStringList {QStringLiteral("0 purchase u ") + outcome, QStringLiteral("1 g v ") + outcome}));
}

void TstLedger::namesItsExchange()
{
    const Exchange exchange = askedExchange(Endpoint::CheckGate, oneGate);
    const LedgerEntry entry = ledgerEntries(exchange).value(0);
    QCOMPARE(entry.exchange, 7U);
    QCOMPARE(entry.connectionId, QStringLiteral("shop"));
    QCOMPARE(entry.connectionName, QStringLiteral("Acme shop"));
    QCOMPARE(entry.sentUtc, exchange.startedUtc);
    QVERIFY(entry.isExposure());
}

/// The bodies of this program itself, so that a change of theirs is not missed.
void TstLedger::readsWhatTheProgramSends()
{
    const auto count = [](const ApiRequest &request) {
        const QByteArray body =
            requestBody(request, QStringLiteral("production"), QDateTime::currentDateTimeUtc());
        return ledgerEntries(askedExchange(endpointOf(request), body, 200, R"({"success":true})")).size();
    };
    const StatsigUser user;
    const QStringList two {QStringLiteral("a"), QStringLiteral("b")};
    for (const bool on : {true, false}) {
        QCOMPARE(count(CheckGateRequest {user, {QStringLiteral("a")}, on}), on ? 1 : 0);
        QCOMPARE(count(CheckGateRequest {user, two, on}), on ? 2 : 0);
        QCOMPARE(count(CheckGateMultipleRequest {user, two, on}), on ? 2 : 0);
        QCOMPARE(count(GetConfigRequest {user, QStringLiteral("a"), on}), on ? 1 : 0);
        QCOMPARE(count(GetExperimentRequest {user, QStringLiteral("a"), on}), on ? 1 : 0);
        QCOMPARE(count(GetLayerRequest {user, QStringLiteral("a"), on}), on ? 1 : 0);
    }
    QCOMPARE(count(InitializeRequest {}), 0);
    QCOMPARE(count(DownloadConfigSpecsRequest {}), 0);
    StatsigEvent event;
    event.name = QStringLiteral("purchase");
    QCOMPARE(count(LogEventRequest {user, {event, event, event}}), 3);
}

void TstLedger::countsAndLists()
{
    Ledger ledger;
    const QAbstractItemModelTester tester(&ledger, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy recorded(&ledger, &Ledger::recorded);
    ledger.record(askedExchange(Endpoint::Initialize, R"({"user":{}})"));
    QCOMPARE(recorded.count(), 0);
    ledger.record(askedExchange(Endpoint::CheckGate, oneGate));
    ledger.record(
        askedExchange(Endpoint::CheckGate, R"({"user":{"userID":"<b>u</b>"},"gateNames":["g","h"]})"));
    QCOMPARE(recorded.count(), 2);
    QCOMPARE(ledger.count(LedgerEntry::Outcome::Logged), 3U);
    QCOMPARE(ledger.count(LedgerEntry::Outcome::Unknown), 0U);
    QCOMPARE(ledger.rowCount(), 3);
    const auto text = [&](int column, int role = Qt::DisplayRole) {
        return ledger.index(2, column).data(role).toString();
    };
    QCOMPARE(text(Ledger::Number), QStringLiteral("3"));
    QCOMPARE(text(Ledger::Connection), QStringLiteral("Acme shop"));
    QCOMPARE(text(Ledger::Kind), QStringLiteral("Gate exposure"));
    QCOMPARE(text(Ledger::Name), QStringLiteral("h"));
    QCOMPARE(text(Ledger::User), QStringLiteral("<b>u</b>"));
    QCOMPARE(text(Ledger::User, Qt::ToolTipRole), QStringLiteral("&lt;b&gt;u&lt;/b&gt;"));
    QCOMPARE(text(Ledger::Outcome), QStringLiteral("Logged"));
    QCOMPARE(text(Ledger::Number, Qt::AccessibleTextRole),
        QStringLiteral("Gate exposure, h, <b>u</b>, Acme shop, Logged"));
}

void TstLedger::isBounded()
{
    Ledger ledger;
    QStringList names;
    for (int i = 1; i <= Ledger::maxEntries; ++i)
        names << QStringLiteral("\"g%1\"").arg(i);
    const auto ask = [&](const QStringList &quoted) {
        ledger.record(askedExchange(Endpoint::CheckGate,
            QStringLiteral(R"({"user":{},"gateNames":[%1]})").arg(quoted.join(u',')).toUtf8()));
    };
    ask(names);
    QCOMPARE(ledger.unlisted(), 0U);
    ask({QStringLiteral("\"last\"")});
    QCOMPARE(ledger.rowCount(), Ledger::maxEntries);
    QCOMPARE(ledger.unlisted(), 1U);
    QCOMPARE(ledger.count(LedgerEntry::Outcome::Logged), quint64(Ledger::maxEntries) + 1);
    QCOMPARE(ledger.items().first().name, QStringLiteral("g2"));
    QCOMPARE(ledger.items().last().number, quint64(Ledger::maxEntries) + 1);
    ask(names + names);
    QCOMPARE(ledger.rowCount(), Ledger::maxEntries);
    QCOMPARE(ledger.items().first().name, QStringLiteral("g1"));
}

void TstLedger::exportsCsv()
{
    LedgerEntry entry = ledgerEntries(askedExchange(Endpoint::CheckGate, oneGate)).value(0);
    entry.number = 1;
    entry.name = QStringLiteral("=HYPERLINK(\"x\",1)");
    entry.user = QStringLiteral("@mina");
    entry.connectionName = QStringLiteral("Acme, shop");
    LedgerEntry plain = entry;
    plain.number = 2;
    plain.name = QStringLiteral("a-b");
    plain.user = QStringLiteral("\ttab");
    plain.outcome = LedgerEntry::Outcome::Unknown;
    plain.note = QStringLiteral("one\ntwo");
    QCOMPARE(ledgerCsv({entry, plain}),
        QByteArray("number,time,connection,endpoint,kind,name,user,outcome,note,exchange\r\n"
                   "1,2026-11-26T09:05:01.020Z,\"Acme, shop\",check_gate,gate_exposure,"
                   "\"'=HYPERLINK(\"\"x\"\",1)\",'@mina,logged,,7\r\n"
                   "2,2026-11-26T09:05:01.020Z,\"Acme, shop\",check_gate,gate_exposure,a-b,'\ttab,unknown,"
                   "\"one\ntwo\",7\r\n"));
}

void TstLedger::exportsJson()
{
    QCOMPARE(ledgerJson({}), QByteArray("[\n]\n"));
    LedgerEntry entry =
        ledgerEntries(askedExchange(Endpoint::GetLayer, R"({"user":{"userID":"u"},"layerName":"l\"1"})"))
            .value(0);
    entry.number = 3;
    QCOMPARE(ledgerJson({entry}),
        QByteArray(
            "[\n{\"number\":3,\"time\":\"2026-11-26T09:05:01.020Z\",\"connection\":\"Acme shop\","
            "\"endpoint\":\"get_layer\",\"kind\":\"layer_exposure\",\"name\":\"l\\\"1\",\"user\":\"u\","
            "\"outcome\":\"logged\",\"exchange\":7}\n]\n"));
}

GATESCOPE_TEST(TstLedger)
#include "tst_ledger.moc"
