// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/exchangeformats/requestcode.h>
#include <tests/support/testregistry.h>

#include <QProcess>
#include <QTest>

using namespace Gatescope;

namespace {

/// The words curl would be given if a shell ran the command.
QStringList wordsOf(const QString &command)
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STATSIG_API_KEY"), QStringLiteral("secret-from-environment"));
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("sh"),
        {QStringLiteral("-c"), QStringLiteral("curl() { printf '%s\\000' \"$@\"; }\n") + command});
    if (!shell.waitForFinished() || shell.exitCode() != 0)
        return {QStringLiteral("sh failed: ") + QString::fromUtf8(shell.readAllStandardError())};
    QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
    words.removeLast();
    return words;
}

Exchange gateExchange(const QByteArray &body)
{
    Exchange exchange;
    exchange.url = QUrl(QStringLiteral("https://api.statsig.com/v1/check_gate"));
    exchange.requestHeaders = {
        {"Content-Type", "application/json"},
        {"Content-Length", "17"},
        {"Accept-Encoding", "gzip"},
        {"User-Agent", "Gatescope/1"},
        {"statsig-api-key", "secret-…f3Qa"},
    };
    exchange.requestBody = body;
    return exchange;
}

} // namespace

class TstCurl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAsOneWouldWriteIt();
    void shellSeesTheExactBody_data();
    void shellSeesTheExactBody();
    void addressesAreTakenLiterally();
    void withoutABody();
};

void TstCurl::readsAsOneWouldWriteIt()
{
    const QString command = curlCommand(gateExchange("{\"gateName\":\"g\"}"));
    QCOMPARE(command,
        QStringLiteral("curl --compressed --globoff 'https://api.statsig.com/v1/check_gate' \\\n"
                       "  --header 'Content-Type: application/json' \\\n"
                       "  --header \"statsig-api-key: $STATSIG_API_KEY\" \\\n"
                       "  --data-raw '{\"gateName\":\"g\"}'"));
    QVERIFY(!command.contains(QStringLiteral("f3Qa")));
}

void TstCurl::shellSeesTheExactBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain") << QByteArray("{\"a\":84.50}");
    QTest::newRow("quotes") << QByteArray("{\"a\":\"it's 'so'\"}''");
    QTest::newRow("expansions") << QByteArray("{\"a\":\"$HOME `id` $(id) \\\\ ! ~ *\"}");
    QTest::newRow("lines") << QByteArray("{\n  \"a\": 1\n}\n");
    QTest::newRow("a file's name") << QByteArray("@/etc/passwd");
    QTest::newRow("other scripts") << QByteArray("{\"a\":\"ключ 鍵 🔑\"}");
    QTest::newRow("ends the word") << QByteArray("'; rm -rf /tmp/nowhere; '");
}

void TstCurl::shellSeesTheExactBody()
{
    QFETCH(QByteArray, body);
    const QStringList expected {QStringLiteral("--compressed"), QStringLiteral("--globoff"),
        QStringLiteral("https://api.statsig.com/v1/check_gate"), QStringLiteral("--header"),
        QStringLiteral("Content-Type: application/json"), QStringLiteral("--header"),
        QStringLiteral("statsig-api-key: secret-from-environment"), QStringLiteral("--data-raw"),
        QString::fromUtf8(body)};
    QCOMPARE(wordsOf(curlCommand(gateExchange(body))), expected);
}

void TstCurl::addressesAreTakenLiterally()
{
    Exchange exchange = gateExchange("{}");
    exchange.url = QUrl(QStringLiteral("http://[::1]:8080/it's $HOME/check_gate"));
    QCOMPARE(
        wordsOf(curlCommand(exchange)).at(2), QStringLiteral("http://[::1]:8080/it's%20$HOME/check_gate"));
}

void TstCurl::withoutABody()
{
    const QStringList words = wordsOf(curlCommand(gateExchange({})));
    QCOMPARE(words.mid(words.size() - 2), QStringList({QStringLiteral("--request"), QStringLiteral("POST")}));
}

GATESCOPE_TEST(TstCurl)
#include "tst_curl.moc"
