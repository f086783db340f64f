// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/exchangeformats/curlcommand.h>
#include <models/exchangeformats/harfile.h>
#include <models/exchangeformats/hartext.h>
#include <models/exchangeformats/requestcode.h>
#include <models/exchangeformats/textliterals.h>
#include <models/json/jsondocument.h>
#include <models/privacy/privatevalues.h>
#include <tests/support/testregistry.h>

#include <QFile>
#include <QTest>

using namespace Gatescope;

namespace {

Exchange experimentExchange()
{
    Exchange exchange;
    exchange.endpoint = Endpoint::GetExperiment;
    exchange.url = QUrl(QStringLiteral("https://api.statsig.com/v1/get_experiment"));
    exchange.requestHeaders = {{"Content-Type", "application/json; charset=utf-8"},
        {"statsig-api-key", "secret-…f3Qa"}, {"Cookie", "…"}, {"X-A", "b"}};
    exchange.requestBody =
        "{\"user\":{\"userID\":\"it's\",\"privateAttributes\":{\"plan\":\"gold\",\"age\":[41]}}"
        ",\"experimentName\":\"e\"}";
    exchange.status = 200;
    exchange.responseHeaders = {{"Content-Type", "application/json"}};
    exchange.responseBody = "{\"value\":{\"a\":1}}";
    exchange.startedUtc = QDateTime(QDate(2026, 11, 26), QTime(12, 0, 1, 250), Qt::UTC);
    exchange.connected = std::chrono::microseconds(1500);
    exchange.sent = std::chrono::microseconds(1750);
    exchange.firstByte = std::chrono::microseconds(9000);
    exchange.finished = std::chrono::microseconds(9125);
    exchange.subject = QStringLiteral("e");
    exchange.number = 1;
    return exchange;
}

} // namespace

class TstRequestCode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAsOneWouldWriteIt_data();
    void readsAsOneWouldWriteIt();
    void literals_data();
    void literals();
    void powerShellReadsWhatWasWritten();
    void keysOfAddresses();
    void privateValues_data();
    void privateValues();
    void answersRepeatNothingPrivate();
    void harByHand();
    void harIsReadBack();
    void harOfWhatWasNeverAnswered();
};

void TstRequestCode::readsAsOneWouldWriteIt_data()
{
    QTest::addColumn<RequestLanguage>("language");
    QTest::newRow("get_experiment.ps1") << RequestLanguage::PowerShell;
    QTest::newRow("get_experiment.py") << RequestLanguage::Python;
    QTest::newRow("get_experiment.js") << RequestLanguage::JavaScript;
    QTest::newRow("get_experiment.go") << RequestLanguage::Go;
}

void TstRequestCode::readsAsOneWouldWriteIt()
{
    QFETCH(RequestLanguage, language);
    Exchange exchange = experimentExchange();
    exchange.requestBody = "{\"a\":\"it's\"}";
    QFile written(QStringLiteral(GATESCOPE_TEST_DATA "/exchangeformats/")
        + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".txt"));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(requestCode(exchange, language), QString::fromUtf8(written.readAll()));
}

void TstRequestCode::literals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sh");
    QTest::addColumn<QString>("powerShell");
    QTest::addColumn<QString>("python"); // and JavaScript
    QTest::addColumn<QString>("go");
    const auto row = [](const char *name, const QString &text, const char *sh, const char *powerShell,
                         const char *python, const char *go) {
        QTest::newRow(name) << text << QString::fromUtf8(sh) << QString::fromUtf8(powerShell)
                            << QString::fromUtf8(python) << QString::fromUtf8(go);
    };
    row("empty", {}, "''", "''", "''", "\"\"");
    row("backslash", QStringLiteral("C:\\x"), "'C:\\x'", "'C:\\x'", "'C:\\\\x'", "`C:\\x`");
    row("backquote", QStringLiteral("`\"$x"), "'`\"$x'", "'`\"$x'", "'`\"$x'", "\"`\\\"$x\"");
    row("curled", QStringLiteral("a\u2019b"), "'a\u2019b'", "'a\u2019\u2019b'", "'a\u2019b'", "\"a\u2019b\"");
    row("line end", QStringLiteral("a\nb"), "'a\nb'", "'a\nb'", "'a\\nb'", "\"a\\nb\"");
    row("escape", QStringLiteral("\u001b$`\u201c"), "''\"$(printf '\\033')\"'$`\u201c'",
        "\"$([char]27)`$```\u201c\"", "'\\u001b$`\u201c'", "\"\\u001b$`\u201c\"");
    row("separator", QStringLiteral("\u2028"), "''\"$(printf '\\342\\200\\250')\"''", "\"$([char]8232)\"",
        "'\\u2028'", "\"\\u2028\"");
    row("emoji", QStringLiteral("🔑"), "'🔑'", "'🔑'", "'🔑'", "\"🔑\"");
}

void TstRequestCode::literals()
{
    QFETCH(QString, text);
    QTEST(shLiteral(text), "sh");
    QTEST(powerShellLiteral(text), "powerShell");
    QTEST(pythonLiteral(text), "python");
    QTEST(javaScriptLiteral(text), "python");
    QTEST(goLiteral(text), "go");
}

void TstRequestCode::powerShellReadsWhatWasWritten()
{
    Exchange exchange = experimentExchange();
    exchange.requestBody = "{\"a\":\"it's \xe2\x80\x99 `$x\x1b\xe2\x80\xa8 🔑\n\\\"\"}";
    const auto read = exchangeFromCommand(requestCode(exchange, RequestLanguage::PowerShell));
    QVERIFY(read);
    QCOMPARE(read->requestBody, exchange.requestBody);
    QCOMPARE(read->url, exchange.url);
}

/// A browser's SDK has its key in the address, and its body encoded: written code sends neither so.
void TstRequestCode::keysOfAddresses()
{
    Exchange exchange = experimentExchange();
    exchange.url = QUrl(QStringLiteral("https://featureassets.org/v1/initialize?k=client-…ary0&st=js&se=1"));
    exchange.requestHeaders.clear();
    exchange.requestBody = "{}";
    QCOMPARE(requestCode(exchange, RequestLanguage::Curl),
        QStringLiteral("curl --compressed --globoff 'https://featureassets.org/v1/initialize?st=js' \\\n"
                       "  --header \"statsig-api-key: $STATSIG_API_KEY\" \\\n"
                       "  --data-raw '{}'"));
    exchange.url.setQuery(QStringLiteral("k=client-…ary0"));
    QVERIFY(requestCode(exchange, RequestLanguage::Curl).contains(QStringLiteral("/v1/initialize' ")));
}

void TstRequestCode::privateValues_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("without");
    QTest::newRow("none") << QByteArray("{ \"a\": 1.0 }") << QByteArray("{ \"a\": 1.0 }");
    QTest::newRow("no JSON") << QByteArray("privateAttributes {") << QByteArray("privateAttributes {");
    QTest::newRow("deep")
        << QByteArray("{ \"e\" : [{\"privateAttributes\":{\"a b\" : {\"c\":1}, \"d\":null}}],\"x\":1.50}")
        << QByteArray("{ \"e\" : [{\"privateAttributes\":{\"a b\" : \"<private: a b>\", \"d\":\"<private: "
                      "d>\"}}],\"x\":1.50}");
    QTest::newRow("no table") << QByteArray(R"({"privateAttributes":["gold"]})")
                              << QByteArray(R"({"privateAttributes":"<private>"})");
    QTest::newRow("nothing") << QByteArray(R"({"privateAttributes":null})")
                             << QByteArray(R"({"privateAttributes":null})");
    QTest::newRow("escaped") << QByteArray("{\"\\u0070rivateAttributes\":{\"a\":1}}")
                             << QByteArray("{\"\\u0070rivateAttributes\":{\"a\":\"<private: a>\"}}");
}

void TstRequestCode::privateValues()
{
    QFETCH(QByteArray, json);
    QTEST(withoutPrivateValues(json), "without");
    QCOMPARE(hasPrivateValues(json), json != withoutPrivateValues(json));
}

void TstRequestCode::answersRepeatNothingPrivate()
{
    Exchange exchange = experimentExchange();
    exchange.requestBody = R"({"user":{"privateAttributes":{"plan":"platinum"}}})";
    exchange.responseBody = R"({"privateAttributes":{"plan":"platinum"},"note":"a platinum user"})";
    exchange.responseHeaders = {{"X-Plan", "platinum"}};
    exchange.error =
        Error {ErrorCode::BadRequest, QStringLiteral("No platinum here."), QStringLiteral("platinum")};
    const Exchange left = withPrivatePlaceholders(exchange);
    QCOMPARE(left.requestBody, QByteArray(R"({"user":{"privateAttributes":{"plan":"<private: plan>"}}})"));
    QCOMPARE(left.responseBody,
        QByteArray(R"({"privateAttributes":{"plan":"<private: plan>"},"note":"a [private] user"})"));
    QVERIFY(!harText({left}, QStringLiteral("9.8")).contains("platinum"));

    exchange.requestBody = "privateAttributes: platinum"; // nobody can say where it ends
    QVERIFY(!withPrivatePlaceholders(exchange).requestBody.contains("platinum"));
}

void TstRequestCode::harByHand()
{
    const QByteArray text = harText({withPrivatePlaceholders(experimentExchange())}, QStringLiteral("9.8"));
    const auto document = JsonDocument::parse(text);
    QVERIFY(document);
    const JsonValue log = (*document)->root()["log"];
    QCOMPARE(log["version"].toString(), QStringLiteral("1.2"));
    QCOMPARE(log["creator"]["name"].toString(), QStringLiteral("Gatescope"));
    const JsonValue entry = log["entries"].at(0);
    QCOMPARE(entry["startedDateTime"].toString(), QStringLiteral("2026-11-26T12:00:01.250Z"));
    QCOMPARE(entry["time"].toDouble(), 9.125);
    QCOMPARE(entry["timings"]["connect"].toDouble(), 1.5);
    QCOMPARE(entry["timings"]["send"].toDouble(), 0.25);
    QCOMPARE(entry["timings"]["wait"].toDouble(), 7.25);
    QCOMPARE(entry["timings"]["receive"].toDouble(), 0.125);
    QCOMPARE(entry["request"]["headers"].at(1)["value"].toString(), QStringLiteral("$STATSIG_API_KEY"));
    QCOMPARE(entry["request"]["postData"]["mimeType"].toString(),
        QStringLiteral("application/json; charset=utf-8"));
    QCOMPARE(entry["response"]["status"].toInt64(), 200);
    QCOMPARE(entry["response"]["content"]["text"].toString(), QStringLiteral("{\"value\":{\"a\":1}}"));
    QVERIFY(!text.contains("f3Qa") && !text.contains("gold") && !text.contains("[41]"));
}

void TstRequestCode::harIsReadBack()
{
    Exchange exchange = experimentExchange();
    const auto har = readHar(harText({exchange, exchange}, QStringLiteral("9.8")));
    QVERIFY(har);
    QCOMPARE(har->creator, QStringLiteral("Gatescope 9.8"));
    QCOMPARE(har->exchanges.size(), 2);
    exchange.requestHeaders[1].value = "…"; // the variable's name is no key
    QCOMPARE(har->exchanges.first(), exchange);
}

void TstRequestCode::harOfWhatWasNeverAnswered()
{
    Exchange exchange = experimentExchange();
    exchange.status = 0;
    exchange.responseHeaders.clear();
    exchange.responseBody = "\xff\xfe";
    exchange.error = Error {ErrorCode::Timeout, QStringLiteral("It took too long."), {}};
    exchange.connected = exchange.sent = exchange.firstByte = exchange.finished =
        std::chrono::microseconds(-1);
    const auto document = JsonDocument::parse(harText({exchange}, QStringLiteral("9.8")));
    QVERIFY(document);
    const JsonValue entry = (*document)->root()["log"]["entries"].at(0);
    QCOMPARE(entry["time"].toDouble(-2), 0);
    QCOMPARE(entry["timings"]["connect"].toDouble(), -1);
    QCOMPARE(entry["timings"]["wait"].toDouble(-2), 0);
    QCOMPARE(entry["response"]["comment"].toString(), QStringLiteral("It took too long."));
    QCOMPARE(entry["response"]["content"]["encoding"].toString(), QStringLiteral("base64"));
    QCOMPARE(entry["response"]["content"]["text"].toString(), QStringLiteral("//4="));
}

GATESCOPE_TEST(TstRequestCode)
#include "tst_requestcode.moc"
