// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/exchangeformats/exchangecontents.h>
#include <models/exchangeformats/harfile.h>
#include <models/exchangeformats/keyremoval.h>
#include <tests/support/testregistry.h>

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Gatescope;

namespace {

QByteArray browserHar()
{
    QFile file(QStringLiteral(GATESCOPE_TEST_DATA "/exchangeformats/browser.har"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray textsOf(const Exchange &exchange)
{
    QByteArray all = exchange.url.toEncoded() + exchange.requestBody + exchange.responseBody;
    for (const HttpHeader &header : exchange.requestHeaders + exchange.responseHeaders)
        all += '\n' + header.name + ": " + header.value;
    return all;
}

} // namespace

class TstHarFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesWhatIsOfStatsig();
    void readsBothSides();
    void keysAreGone();
    void whatOnlySoundsSecretStays_data();
    void whatOnlySoundsSecretStays();
    void sentencesForErrors_data();
    void sentencesForErrors();
    void hostileFilesEndInAnAnswer();
};

void TstHarFile::takesWhatIsOfStatsig()
{
    QVERIFY(looksLikeHar(browserHar()));
    QVERIFY(!looksLikeHar("{\"user\":{}}"));
    QVERIFY(looksLikeHar("\xef\xbb\xbf" + browserHar()));
    QCOMPARE(readHar("\xef\xbb\xbf" + browserHar())->exchanges.size(), 2);
    const auto har = readHar(browserHar());
    QVERIFY(har);
    QCOMPARE(har->creator, QStringLiteral("WebInspector 537.36"));
    QCOMPARE(har->exchanges.size(), 2);
    QCOMPARE(har->otherEntries, 2);
    QCOMPARE(har->brokenEntries, 1);
    // A proxy's own address: the body says what it is.
    QCOMPARE(har->exchanges[1].endpoint, Endpoint::CheckGate);
    QCOMPARE(har->exchanges[1].subject, QStringLiteral("g"));
    QCOMPARE(har->exchanges[1].number, quint64(2));
    QCOMPARE(har->exchanges[1].status, 0);
    QVERIFY(har->exchanges[1].error);
}

void TstHarFile::readsBothSides()
{
    const auto har = readHar(browserHar());
    QVERIFY(har && !har->exchanges.isEmpty());
    const Exchange &first = har->exchanges.first();
    QCOMPARE(first.endpoint, Endpoint::Initialize);
    QCOMPARE(first.status, 200);
    QCOMPARE(first.startedUtc, QDateTime(QDate(2026, 11, 20), QTime(9, 15, 31), Qt::UTC));
    // se=1: the body was written backwards in Base64.
    QCOMPARE(
        userOf(first)->toJson(), QByteArray("{\"userID\":\"müller\",\"customIDs\":{\"stableID\":\"s-1\"}}"));
    QVERIFY2(first.responseBody.startsWith("{\"has_updates\":true,"), first.responseBody.constData());
    using std::chrono::microseconds;
    QCOMPARE(first.connected, microseconds(12000));
    QCOMPARE(first.sent, microseconds(12500));
    QCOMPARE(first.firstByte, microseconds(92750));
    QCOMPARE(first.finished, microseconds(99000));
}

void TstHarFile::keysAreGone()
{
    const auto har = readHar(browserHar());
    QVERIFY(har);
    QVERIFY(browserHar().count("Canary") > 5);
    for (const Exchange &exchange : har->exchanges)
        QVERIFY2(!textsOf(exchange).contains("Canary"), textsOf(exchange).constData());
    QVERIFY(har->exchanges.first().responseBody.contains("client-…ary0"));
}

void TstHarFile::whatOnlySoundsSecretStays_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("kept");
    const auto row = [](const QByteArray &name, const QByteArray &value, const QByteArray &kept) {
        QTest::newRow(name.constData()) << name << value << kept;
    };
    row("access-control-allow-credentials", "true", "true");
    row("authority", "acme.com", "acme.com");
    row("www-authenticate", "Basic", "Basic");
    row("x-session-length", "1000", "…"); // its name may be a credential's; a number is none elsewhere
}

/// A body is as it came: it would be no JSON else, and its user lost.
void TstHarFile::whatOnlySoundsSecretStays()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const QByteArray body =
        R"({"user":{"email":"mina@acme.com","custom":{"beta":true,"n":1000,"realm":"Basic"}}})";
    Exchange exchange;
    exchange.responseHeaders = {{name, value}};
    exchange.requestBody = body;
    const Exchange clean = withoutSecrets(exchange);
    QCOMPARE(clean.requestBody, body);
    QTEST(clean.responseHeaders.first().value, "kept");
    // What is one is gone from everywhere.
    exchange.responseHeaders = {{"authorization", "mina@acme.com"}};
    QVERIFY(!withoutSecrets(exchange).requestBody.contains("mina"));
}

void TstHarFile::sentencesForErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("nothing") << QByteArray() << ErrorCode::Truncated;
    QTest::newRow("no JSON") << QByteArray("HAR") << ErrorCode::InvalidJson;
    QTest::newRow("another") << QByteArray("{\"log\":{}}") << ErrorCode::WrongShape;
    QTest::newRow("a list") << QByteArray("[]") << ErrorCode::WrongShape;
    QTest::newRow("entries") << QByteArray("{\"log\":{\"entries\":{}}}") << ErrorCode::WrongShape;
}

void TstHarFile::sentencesForErrors()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, code);
    const auto har = readHar(text);
    QVERIFY(!har);
    QCOMPARE(har.error().code, code);
    QVERIFY(!har.error().message.isEmpty());
}

/// Values of other kinds wherever one is expected.
void TstHarFile::hostileFilesEndInAnAnswer()
{
    QRandomGenerator random(20261126);
    const QByteArrayList values {"null", "[]", "{}", "1e999", "-1", "\"\"", "\"\\ud800\"", "[[[]]]", "true"};
    const QByteArray whole = browserHar();
    int read = 0;
    for (int i = 0; i < 300; ++i) {
        QByteArray text = whole;
        for (int k = 0; k < 8; ++k) {
            const qsizetype colon = text.indexOf(": ", random.bounded(int(text.size())));
            const qsizetype end = text.indexOf('\n', colon);
            const bool isScalar = colon > 0 && end > 0 && text[end - 1] == ',';
            if (isScalar)
                text.replace(colon + 2, end - colon - 3, values[random.bounded(int(values.size()))]);
        }
        read += readHar(text) ? 1 : 0;
    }
    QVERIFY(read > 250);
}

GATESCOPE_TEST(TstHarFile)
#include "tst_harfile.moc"
