// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/exchangeformats/curlcommand.h>
#include <models/exchangeformats/exchangecontents.h>
#include <tests/support/testregistry.h>

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Gatescope;

namespace {

/// What no exchange that was read may hold: the files' key, cookies and tokens.
constexpr const char *canary = "Canary";

QString commandFile(const char *name)
{
    QFile file(QStringLiteral(GATESCOPE_TEST_DATA "/exchangeformats/%1.txt").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// All texts of an exchange, to search them.
QByteArray everythingOf(const Exchange &exchange)
{
    QByteArray all = exchange.url.toEncoded() + exchange.method + exchange.requestBody + exchange.responseBody
        + exchange.subject.toUtf8();
    for (const HttpHeader &header : exchange.requestHeaders + exchange.responseHeaders)
        all += '\n' + header.name + ": " + header.value;
    return all;
}

QByteArray requestHeader(const Exchange &exchange, const char *name)
{
    for (const HttpHeader &header : exchange.requestHeaders) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return "none";
}

} // namespace

class TstCommandReading : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void browsersCommands_data();
    void browsersCommands();
    void keysAreGone();
    void optionsOfCurl_data();
    void optionsOfCurl();
    void wordsOfSh_data();
    void wordsOfSh();
    void sentencesForErrors_data();
    void sentencesForErrors();
    void whatLooksLikeACommand_data();
    void whatLooksLikeACommand();
    void caretsInABodyAreNoneOfCmd_data();
    void caretsInABodyAreNoneOfCmd();
    void severalCommands_data();
    void severalCommands();
    void severalBrowsersCommands_data();
    void severalBrowsersCommands();
    void manyCommandsAreReadInTime_data();
    void manyCommandsAreReadInTime();
    void ofTooManySecretsNothingIsKept();
    void parametersOfPowerShell_data();
    void parametersOfPowerShell();
    void charactersOfPowerShell_data();
    void charactersOfPowerShell();
    void usersAreTakenFromBodyAndEvents();
    void hostileTextsEndInAnAnswer();
};

void TstCommandReading::browsersCommands_data()
{
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("chrome-bash") << Endpoint::CheckGate << QStringLiteral("new_checkout")
                                 << QByteArray(
                                        "{\"user\":{\"userID\":\"mina's \\\\ !\",\"email\":\"mina@shop."
                                        "example\",\"custom\":{\"note\":\"line\\none\",\"sign\":\"é 鍵 "
                                        "🔑\"}},\"gateName\":\"new_checkout\"}");
    QTest::newRow("chrome-cmd") << Endpoint::GetConfig << QStringLiteral("prices")
                                << QByteArray(
                                       "{\"user\":{\"userID\":\"a & b | < c\",\"custom\":{\"path\":\"C:\\\\x"
                                       "\",\"share\":\"50 % off\"}},\n\"configName\":\"prices\"}");
    QTest::newRow("chrome-cmd-older")
        << Endpoint::GetLayer << QStringLiteral("home")
        << QByteArray("{\"user\":{\"userID\":\"a ^ b\"},\"layerName\":\"home\"}");
    QTest::newRow("chrome-powershell")
        << Endpoint::GetExperiment << QStringLiteral("banner")
        << QByteArray(
               "{\"user\":{\"userID\":\"$5 é 🔑\",\"locale\":\"a `b\"},\"experimentName\":\"banner\"}");
    QTest::newRow("firefox-posix")
        << Endpoint::LogEvent << QStringLiteral("2 events")
        << QByteArray(
               "{\"events\":[{\"eventName\":\"bought!\",\"user\":{\"userID\":\"café é 🔑 it's\"}},{"
               "\"eventName\":\"seen\",\"user\":{\"userID\":\"other\"}}],\"statsigMetadata\":{\"sdkType\":"
               "\"js\"}}");
    QTest::newRow("firefox-cmd-older")
        << Endpoint::Initialize << QString()
        << QByteArray("{\"user\":{\"userID\":\"100% of it\",\"email\":\"a@b.example\"},\"hash\":\"none\"}");
    QTest::newRow("curl-powershell") << Endpoint::CheckGate << QStringLiteral("g")
                                     << QByteArray("{\"user\":{\"userID\":\"it's $5\"},\"gateName\":\"g\"}");
}

void TstCommandReading::browsersCommands()
{
    QFETCH(Endpoint, endpoint);
    QFETCH(QString, subject);
    QFETCH(QByteArray, body);
    const QString text = commandFile(QTest::currentDataTag());
    QVERIFY(!text.isEmpty());
    for (const QString &command : {text, QString(text).replace(u'\n', QStringLiteral("\r\n"))}) {
        QVERIFY(looksLikeCommand(command));
        const auto exchange = exchangeFromCommand(command);
        QVERIFY2(exchange, exchange ? "" : qPrintable(exchange.error().message));
        QCOMPARE(exchange->requestBody, body);
        QCOMPARE(exchange->method, QByteArray("POST"));
        QCOMPARE(exchange->endpoint, endpoint);
        QCOMPARE(exchange->subject, subject);
        QCOMPARE(exchange->status, 0);
        QVERIFY2(!everythingOf(*exchange).contains(canary), everythingOf(*exchange).constData());
    }
}

void TstCommandReading::keysAreGone()
{
    const auto chrome = exchangeFromCommand(commandFile("chrome-bash"));
    QVERIFY(chrome);
    QCOMPARE(requestHeader(*chrome, "statsig-api-key"), QByteArray("client-…ary0"));
    QCOMPARE(requestHeader(*chrome, "authorization"), QByteArray("…"));
    QCOMPARE(requestHeader(*chrome, "cookie"), QByteArray("none"));
    QCOMPARE(requestHeader(*chrome, "accept-language"), QByteArray("de-DE,de;q=0.9,en;q=0.8"));
    QCOMPARE(
        chrome->url.toString(), QStringLiteral("https://api.statsig.com/v1/check_gate?k=client-…ary0&st=js"));
    QCOMPARE(exchangeFromCommand(commandFile("chrome-cmd"))->url.toString(),
        QStringLiteral("https://api.statsig.com/v1/get_config?x=AB&k=client-…ary0"));

    // A key of any look in its header, then again in the body; one that stands in the body alone.
    const auto typed = exchangeFromCommand(
        QStringLiteral("curl https://me:pa55word@api.statsig.com/v1/check_gate -H 'STATSIG-API-KEY: "
                       "madeUpByAProxy' -d '{\"a\":\"madeUpByAProxy pa55word\",\"b\":\"secret-"
                       "0123456789abcdefghijABCDEFGHIJ\",\"c\":\"client-side\"}'"));
    QVERIFY(typed);
    QCOMPARE(typed->url, QUrl(QStringLiteral("https://api.statsig.com/v1/check_gate")));
    QCOMPARE(requestHeader(*typed, "statsig-api-key"), QByteArray("…"));
    QVERIFY(!typed->requestBody.contains("madeUp") && !typed->requestBody.contains("pa55"));
    QVERIFY(!typed->requestBody.contains("0123456789"));
    QVERIFY(typed->requestBody.contains("\"c\":\"client-side\""));

    const auto specs = exchangeFromCommand(
        QStringLiteral("curl https://api.statsigcdn.com/v2/download_config_specs/secret-short.json"));
    QVERIFY(specs);
    QCOMPARE(specs->endpoint, Endpoint::DownloadConfigSpecs);
    QCOMPARE(specs->method, QByteArray("GET"));
    QVERIFY(!everythingOf(*specs).contains("secret-short"));
}

void TstCommandReading::optionsOfCurl_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("body");
    const QString url = QStringLiteral("https://h.example/v1/check_gate");
    const auto row = [&url](const char *name, const char *arguments, const char *method, const char *body) {
        QTest::newRow(name) << QString::fromUtf8(arguments) << QByteArray(method) << url << QByteArray(body);
    };
    row("no body", "https://h.example/v1/check_gate", "GET", "");
    row("short ones together", "-sSLXPUT https://h.example/v1/check_gate -d x", "PUT", "x");
    row("--url", "--url https://h.example/v1/check_gate --data x", "POST", "x");
    row("no scheme", "h.example/v1/check_gate -dx", "POST", "x");
    row("several data", "-d a=1 --data-raw @b --data-urlencode 'c=d e' https://h.example/v1/check_gate",
        "POST", "a=1&@b&c=d%20e");
    row("json", "--json '{\"a\":' --json '1}' https://h.example/v1/check_gate", "POST", "{\"a\":1}");
    row("skipped",
        "-b k=v -u me:pw -o out.json --max-time 3 -k --proxy http://p https://h.example/v1/check_gate", "GET",
        "");
    row("next", "https://h.example/v1/check_gate --next https://other.example", "GET", "");
    row("head", "-I https://h.example/v1/check_gate", "HEAD", "");
    row("piped", "https://h.example/v1/check_gate -d x 2>/dev/null | jq .", "POST", "x");
    QTest::newRow("get") << QStringLiteral("-G -d k2=1 'https://h.example/v1/check_gate?a=b'")
                         << QByteArray("GET") << QStringLiteral("https://h.example/v1/check_gate?a=b&k2=1")
                         << QByteArray();
}

void TstCommandReading::optionsOfCurl()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, method);
    QFETCH(QString, url);
    QFETCH(QByteArray, body);
    const auto exchange = exchangeFromCommand(QStringLiteral("$ KEY=1 /usr/bin/curl ") + arguments);
    QVERIFY2(exchange, exchange ? "" : qPrintable(exchange.error().message));
    QCOMPARE(exchange->method, method);
    QCOMPARE(exchange->url.toString(), url);
    QCOMPARE(exchange->requestBody, body);
    QVERIFY(!everythingOf(*exchange).contains("me:pw"));
}

void TstCommandReading::wordsOfSh_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("joined quotes") << QStringLiteral(R"(a'b c'"d e"f\ g)") << QByteArray("ab cd ef g");
    QTest::newRow("double quotes") << QStringLiteral(R"("\"\\\$\` \n $HOME")")
                                   << QByteArray("\"\\$` \\n $HOME");
    QTest::newRow("continued") << QStringLiteral("\"a\\\nb\"\\\nc") << QByteArray("abc");
    QTest::newRow("ansi") << QStringLiteral(R"($'\a\b\e\f\n\r\t\v\\\'\"\?\x41\102\u00e9\U0001f511\cA\q')")
                          << QByteArray("\a\b\x1b\f\n\r\t\v\\'\"?ABé🔑\x01\\q");
    QTest::newRow("half a pair") << QStringLiteral(R"($'\ud83d!')") << QByteArray("\xef\xbf\xbd!");
    QTest::newRow("localized") << QStringLiteral(R"($"text")") << QByteArray("text");
    QTest::newRow("empty") << QStringLiteral("''") << QByteArray("");
    QTest::newRow("comment") << QStringLiteral("a#b # c") << QByteArray("a#b");
}

void TstCommandReading::wordsOfSh()
{
    QFETCH(QString, written);
    QFETCH(QByteArray, body);
    const auto exchange = exchangeFromCommand(
        QStringLiteral("curl https://h.example/v1/initialize -X POST --data-raw ") + written);
    QVERIFY2(exchange, exchange ? "" : qPrintable(exchange.error().message));
    QCOMPARE(exchange->requestBody, body);
}

void TstCommandReading::sentencesForErrors_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QString() << QStringLiteral("no command of curl");
    QTest::newRow("other") << QStringLiteral("wget https://h.example")
                           << QStringLiteral("no command of curl");
    QTest::newRow("cut") << QStringLiteral("curl https://h.example -d '{\"a\"")
                         << QStringLiteral("quoted text");
    QTest::newRow("cut ansi") << QStringLiteral("curl https://h.example -d $'a\\'")
                              << QStringLiteral("quoted text");
    QTest::newRow("cut cmd") << QStringLiteral("curl ^\"https://h.example") << QStringLiteral("quoted text");
    QTest::newRow("cut powershell") << QStringLiteral("Invoke-WebRequest -Uri \"https://h.example")
                                    << QStringLiteral("quoted text");
    QTest::newRow("no address") << QStringLiteral("curl -d x") << QStringLiteral("no address");
    QTest::newRow("strange address") << QStringLiteral("curl file:///etc/passwd")
                                     << QStringLiteral("no address of the web");
    QTest::newRow("file") << QStringLiteral("curl https://h.example -d @body.json")
                          << QStringLiteral("from a file");
    QTest::newRow("form") << QStringLiteral("curl https://h.example -F a=@b")
                          << QStringLiteral("form or a file");
    QTest::newRow("no invoke") << QStringLiteral("$a = 1") << QStringLiteral("Invoke-WebRequest");
    QTest::newRow("too long") << QString(QStringLiteral("curl ") + QString(maxCommandBytes, u'a'))
                              << QStringLiteral("more than 8");
}

void TstCommandReading::sentencesForErrors()
{
    QFETCH(QString, command);
    QFETCH(QString, words);
    const auto exchange = exchangeFromCommand(command);
    QVERIFY(!exchange);
    QVERIFY2(exchange.error().message.contains(words), qPrintable(exchange.error().message));
    QVERIFY(QStringView(u".?").contains(exchange.error().message.back()));
}

void TstCommandReading::whatLooksLikeACommand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("command");
    QTest::newRow("curl") << QStringLiteral("curl 'https://x'") << true;
    QTest::newRow("prompt") << QStringLiteral("  $ KEY=a curl https://x") << true;
    QTest::newRow("path") << QStringLiteral("C:\\tools\\curl.exe https://x") << true;
    QTest::newRow("invoke") << QStringLiteral("Invoke-RestMethod -Uri x") << true;
    QTest::newRow("json") << QStringLiteral("{\"userID\":\"curl x\"}") << false;
    QTest::newRow("prose") << QStringLiteral("my curly hair") << false;
    QTest::newRow("nothing") << QString() << false;
}

void TstCommandReading::whatLooksLikeACommand()
{
    QFETCH(QString, text);
    QFETCH(bool, command);
    QCOMPARE(looksLikeCommand(text), command);
}

void TstCommandReading::caretsInABodyAreNoneOfCmd_data()
{
    QTest::addColumn<QString>("command");
    const auto row = [](const char *name, const char *command) {
        QTest::newRow(name) << QString::fromUtf8(command);
    };
    row("single quotes", R"(curl https://h.example/a -d '{"a":"x^"}')");
    row("double quotes", R"(curl "https://h.example/a" -H "x: ^" -d "{\"a\":\"x^\"}")");
    row("ansi", R"(curl https://h.example/a -d $'{"a":"x^"}')");
    row("a line's end", "curl https://h.example/a \\\n -d {\\\"a\\\":\\\"x^\\\"}");
    row("joined", R"(curl --data='' https://h.example/a -d {\"a\":\"x\^\"})");
    row("cmd", R"(curl ^"https://h.example/a^" -d ^"^{^\^"a^\^":^\^"x^^^\^"^}^")");
    row("older cmd", "curl \"https://h.example/a\" ^\n -d \"{\\\"a\\\":\\\"x^^\\\"}\"");
}

void TstCommandReading::caretsInABodyAreNoneOfCmd()
{
    QFETCH(QString, command);
    const auto exchange = exchangeFromCommand(command);
    QVERIFY2(exchange, exchange ? "" : qPrintable(exchange.error().message));
    QCOMPARE(exchange->requestBody, QByteArray(R"({"a":"x^"})"));
}

void TstCommandReading::severalCommands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("read");
    const auto row = [](const char *name, const char *text, const QStringList &read) {
        QTest::newRow(name) << QString::fromUtf8(text) << read;
    };
    const QString a = QStringLiteral("/a x");
    const QString b = QStringLiteral("/b y");
    const QString broken = QStringLiteral("!");
    row("Chrome, sh", "curl 'https://h.example/a' \\\n  --data-raw 'x' ;\ncurl 'https://h.example/b' -d y",
        {a, b});
    row("Chrome, cmd",
        "curl ^\"https://h.example/a^\" ^\r\n  --data-raw ^\"x^\" &\r\ncurl ^\"https://h.example/b^\" -d y",
        {a, b});
    row("older, cmd", "curl \"https://h.example/a\" ^\n  -d \"x\" &\ncurl \"https://h.example/b\" -d \"y\"",
        {a, b});
    row("PowerShell",
        "$session = New-Object X\r\nInvoke-WebRequest -Uri \"https://h.example/a\" `\r\n-Body \"x\";\r\n"
        "$session = New-Object X\r\nInvoke-WebRequest -Uri \"https://h.example/b\" `\r\n-Body \"y\"",
        {a, b});
    row("lines", "curl h.example/a -d x\ncurl h.example/b -d y\n", {a, b});
    row("one line", "curl h.example/a -d x && curl h.example/b -d y", {a, b});
    row("empty lines", "curl h.example/a -d x\n\n\n  curl h.example/b -d y", {a, b});
    row("next", "curl h.example/a -d x --next -d y h.example/b", {a, b});
    row("others between",
        "curl h.example/a -d x | jq . > out\n# comment\nsleep 1\nKEY=1 curl h.example/b -d y", {a, b});
    row("an end in a text", "curl h.example/a -d 'x ;\ncurl h.example/c' ;\ncurl h.example/b -d y",
        {QStringLiteral("/a x ;\ncurl h.example/c"), b});
    row("a bad one", "curl h.example/a -d x ;\ncurl -d z ;\ncurl h.example/b -d y", {a, broken, b});
    row("half a one", "curl 'h.example/c\n\ncurl h.example/b -d y", {broken, b});
    row("half a one at the end", "curl h.example/a -d x ;\ncurl 'h.example/b", {a, broken});
    row("no curl", "wget h.example/a\nls", {broken});
}

void TstCommandReading::severalCommands()
{
    QFETCH(QString, text);
    QFETCH(QStringList, read);
    QStringList found;
    readCommands(text, [&found](const Result<Exchange> &exchange) {
        found << (exchange ? QString(exchange->url.path() + u' ' + QString::fromUtf8(exchange->requestBody))
                           : QStringLiteral("!"));
        return true;
    });
    QCOMPARE(found, read);
    found.clear();
    readCommands(text, [&found](const Result<Exchange> &) {
        found << QString();
        return false;
    });
    QCOMPARE(found.size(), 1);
}

void TstCommandReading::severalBrowsersCommands_data()
{
    QTest::addColumn<QString>("between");
    QTest::newRow("chrome-bash") << QStringLiteral(" ;\n");
    QTest::newRow("chrome-cmd") << QStringLiteral(" &\r\n");
    QTest::newRow("chrome-powershell") << QStringLiteral(";\r\n");
}

/// As "Copy all as cURL" joins them: each is read as if it stood alone.
void TstCommandReading::severalBrowsersCommands()
{
    QFETCH(QString, between);
    QString command = commandFile(QTest::currentDataTag()).trimmed();
    command = command.section(QStringLiteral(" ;\ncurl"), 0, 0);
    const auto alone = exchangeFromCommand(command);
    QVERIFY(alone);
    int count = 0;
    readCommands(QStringList(5, command).join(between), [&](const Result<Exchange> &exchange) {
        count += exchange && *exchange == *alone ? 1 : 0;
        return true;
    });
    QCOMPARE(count, 5);
}

void TstCommandReading::manyCommandsAreReadInTime_data()
{
    QTest::addColumn<QByteArray>("unit");
    QTest::newRow("sh") << QByteArray("curl h.example/a ;\n");
    QTest::newRow("cmd") << QByteArray("curl ^\"h.example/a^\" &\r\n");
    QTest::newRow("PowerShell") << QByteArray("iwr h.example/a;\n");
    QTest::newRow("empty lines") << QByteArray("curl h.example/a\n\n");
    QTest::newRow("only line ends") << QByteArray("\n");
    QTest::newRow("half ones") << QByteArray("curl '\n\ncurl h.example/a\n\n");
}

/// Work that grew with the square of the text would take hours here.
void TstCommandReading::manyCommandsAreReadInTime()
{
    QFETCH(QByteArray, unit);
    const int times = 200'000;
    int count = 0;
    readCommands(QString::fromUtf8("curl h.example/a\n" + unit.repeated(times) + "curl h.example/a"),
        [&count](const Result<Exchange> &) {
            ++count;
            return count < 1000;
        });
    QVERIFY(count > 1);
}

void TstCommandReading::ofTooManySecretsNothingIsKept()
{
    const auto withSecrets = [](int count) {
        QString command = QStringLiteral("curl h.example/v1/initialize -d 'planted42x'");
        for (int i = 1; i <= count; ++i)
            command += QStringLiteral(" -H 'token: planted%1x'").arg(i);
        return exchangeFromCommand(command);
    };
    QCOMPARE(withSecrets(41)->requestBody, QByteArray("planted42x"));
    QCOMPARE(withSecrets(100)->requestBody, QByteArray("…"));
    QVERIFY(!everythingOf(*withSecrets(100)).contains("planted"));
    QVERIFY(withSecrets(101)->requestBody.isEmpty());
    QVERIFY(!everythingOf(*withSecrets(101)).contains("planted"));
}

void TstCommandReading::parametersOfPowerShell_data()
{
    QTest::addColumn<QString>("arguments");
    const auto row = [](const char *arguments) { QTest::newRow(arguments) << QString::fromUtf8(arguments); };
    row("-UseBasicParsing 'https://h.example/a' -Method PUT -Body x");
    row("-SkipCertificateCheck https://h.example/a -Method PUT -Body x");
    row("-DisableKeepAlive 'https://h.example/a' -me PUT -Body x -NoProxy");
    row("-useb -skipc https://h.example/a -Meth PUT -bo x");
    row("-SomethingNew https://h.example/a -Method PUT -Body x");
    row("-SomethingNew -Uri https://h.example/a -Method PUT -Body x -Another");
    row("https://h.example/a -SomethingNew 5 -Method PUT -Body x");
    row("https://h.example/a -SomethingNew https://other.example -Method PUT -Body x");
    row("-TimeoutSec 30 https://h.example/a -Method PUT -Body x");
    row("-Proxy http://proxy.example https://h.example/a -Method PUT -Body x");
    row("-SkipCertificateCheck:$true https://h.example/a -Method:PUT -Body:x");
    row("-Uri:'https://h.example/a' -Method PUT -Body x");
    row("-Form @{ a = 'b' } https://h.example/a -Method PUT -Body x");
    row("-Headers $headers https://h.example/a -Method PUT -Body x");
    row("https://h.example/a -Method PUT -Body x | ConvertTo-Json -Depth 5");
    row("https://h.example/a -Method PUT -Body x -ErrorAction Stop");
}

void TstCommandReading::parametersOfPowerShell()
{
    QFETCH(QString, arguments);
    const auto exchange = exchangeFromCommand(QStringLiteral("Invoke-WebRequest ") + arguments);
    QVERIFY2(exchange, exchange ? "" : qPrintable(exchange.error().message));
    QCOMPARE(exchange->url.toString(), QStringLiteral("https://h.example/a"));
    QCOMPARE(exchange->method, QByteArray("PUT"));
    QCOMPARE(exchange->requestBody, QByteArray("x"));
}

void TstCommandReading::charactersOfPowerShell_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("decimal") << QStringLiteral("$([char]233)") << QByteArray("é");
    QTest::newRow("hexadecimal") << QStringLiteral("$([CHAR]0xe9)!") << QByteArray("é!");
    QTest::newRow("a pair") << QStringLiteral("$([char]55357)$([char]56593)") << QByteArray("🔑");
    QTest::newRow("too large") << QStringLiteral("$([char]70000)") << QByteArray("$([char]70000)");
    QTest::newRow("other") << QStringLiteral("$(Get-Date)") << QByteArray("$(Get-Date)");
    QTest::newRow("no digits") << QStringLiteral("$([char])") << QByteArray("$([char])");
    QTest::newRow("at the end") << QStringLiteral("$([char]23") << QByteArray("$([char]23");
    QTest::newRow("code point") << QStringLiteral("`u{1f511}`u{e9}") << QByteArray("🔑é");
    QTest::newRow("no code point") << QStringLiteral("`u{1234567}`u{") << QByteArray("u{1234567}u{");
}

void TstCommandReading::charactersOfPowerShell()
{
    QFETCH(QString, written);
    QFETCH(QByteArray, body);
    const auto exchange = exchangeFromCommand(
        QStringLiteral("iwr https://h.example/v1/initialize -Method POST -Body \"%1\"").arg(written));
    QVERIFY(exchange);
    QCOMPARE(exchange->requestBody, body);
}

void TstCommandReading::usersAreTakenFromBodyAndEvents()
{
    const auto events = exchangeFromCommand(commandFile("firefox-posix"));
    QVERIFY(events);
    const QList<StatsigUser> users = usersOf(*events);
    QCOMPARE(users.size(), 2);
    QCOMPARE(users[0].text(UserField::UserId), QStringLiteral("café é 🔑 it's"));
    QCOMPARE(users[1].text(UserField::UserId), QStringLiteral("other"));
    QCOMPARE(userOf(*events)->text(UserField::UserId), users[0].text(UserField::UserId));

    const auto again = exchangeFromCommand(
        QStringLiteral("curl https://h.example/v1/log_event -d "
                       "'{\"user\":{\"custom\":[]},\"events\":[{\"user\":{\"userID\":\"a\"}},"
                       "{},{\"user\":{\"userID\":\"b\"}},{\"user\":{\"userID\":\"a\"}}]}'"));
    QCOMPARE(usersOf(*again).size(), 2);
    QCOMPARE(userOf(*again)->text(UserField::UserId), QStringLiteral("a"));

    const auto none = exchangeFromCommand(QStringLiteral("curl https://h.example/v1/initialize -d '{}'"));
    QVERIFY(userOf(*none).error().message.contains(QStringLiteral("no user")));
    const auto empty = exchangeFromCommand(QStringLiteral("curl https://h.example/v1/initialize"));
    QVERIFY(userOf(*empty).error().message.contains(QStringLiteral("no body")));
    const auto text = exchangeFromCommand(QStringLiteral("curl https://h.example/v1/initialize -d 'a=b'"));
    QVERIFY(userOf(*text).error().message.contains(QStringLiteral("not JSON")));
}

/// Cut and changed commands: whatever comes of them, it is an answer, and it holds no key.
void TstCommandReading::hostileTextsEndInAnAnswer()
{
    QRandomGenerator random(20261126);
    const QString signs = QStringLiteral("\\'\"$^`@{}()\n\r ;|&<>#-%\0é🔑=:/");
    int answers = 0;
    for (const char *name : {"chrome-bash", "chrome-cmd", "chrome-powershell", "firefox-posix"}) {
        const QString whole = commandFile(name);
        for (int i = 0; i < 300; ++i) {
            QString text = whole.left(random.bounded(int(whole.size())) + 1);
            for (int k = random.bounded(4); k > 0; --k)
                text.insert(random.bounded(int(text.size())), signs[random.bounded(int(signs.size()))]);
            const auto exchange = exchangeFromCommand(text);
            answers += exchange ? 1 : 0;
            QVERIFY(exchange || !exchange.error().message.isEmpty());
        }
    }
    QVERIFY(answers > 0);
}

GATESCOPE_TEST(TstCommandReading)
#include "tst_commandreading.moc"
