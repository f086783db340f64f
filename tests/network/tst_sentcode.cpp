// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/exchangeformats/curlcommand.h>
#include <models/exchangeformats/requestcode.h>
#include <tests/support/scriptedserver.h>
#include <tests/support/testregistry.h>

#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

struct CodeTool
{
    RequestLanguage language;
    const char *program;
    QStringList arguments; ///< before the file
    const char *suffix;
};

/// Only the tools that are installed: the languages of the others are compared by hand in tst_requestcode.
QList<CodeTool> installedTools()
{
    const QList<CodeTool> all {{RequestLanguage::Curl, "sh", {}, "sh"},
        {RequestLanguage::Curl, "bash", {}, "sh"},
        {RequestLanguage::PowerShell, "pwsh", {QStringLiteral("-NoProfile"), QStringLiteral("-File")}, "ps1"},
        {RequestLanguage::Python, "python3", {}, "py"}, {RequestLanguage::JavaScript, "node", {}, "js"},
        {RequestLanguage::JavaScript, "node", {}, "mjs"},
        {RequestLanguage::Go, "go", {QStringLiteral("run")}, "go"}};
    QList<CodeTool> installed;
    for (const CodeTool &tool : all) {
        const bool needsCurl = tool.language == RequestLanguage::Curl;
        const bool isThere = !QStandardPaths::findExecutable(QLatin1String(tool.program)).isEmpty()
            && (!needsCurl || !QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty());
        if (isThere)
            installed.append(tool);
    }
    return installed;
}

/// Runs code from a file with the key in its environment; what it printed, or why it failed.
QByteArray outputOf(const CodeTool &tool, const QString &code)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("code.") + QLatin1String(tool.suffix)));
    if (!file.open(QIODevice::WriteOnly) || file.write(code.toUtf8()) < 0)
        return "no file";
    file.close();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STATSIG_API_KEY"), QStringLiteral("secret-fromEnvironment"));
    environment.insert(QStringLiteral("no_proxy"), QStringLiteral("127.0.0.1"));
    process.setProcessEnvironment(environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QLatin1String(tool.program), tool.arguments + QStringList {file.fileName()});
    if (!finished.wait(30'000) || process.exitCode() != 0)
        return "failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

} // namespace

/// Copied code, run by what people run it with: the server gets the body byte for byte.
class TstSentCode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bodiesArriveByteForByte_data();
    void bodiesArriveByteForByte();
};

void TstSentCode::bodiesArriveByteForByte_data()
{
    QTest::addColumn<int>("tool");
    QTest::addColumn<QByteArray>("body");
    const QList<std::pair<const char *, QByteArray>> bodies {
        {"plain", "{\"user\":{\"userID\":\"u\"},\"gateName\":\"g\"}"},
        {"quotes", "{\"a\":\"it's 'so' `id` $(id) $HOME ${x} %PATH% #{x} \\\" \\\\ \\n ! ~ *\"}'''\"\"\"@{}"},
        {"lines", "{\n  \"a\": 1,\r\n\t\"b\": 2\n}\n\n"},
        {"control characters", "{\"a\":\"\x01\x1b[31m\x7f\b\f\v\xc2\x85\"}"},
        {"separators", "{\"a\":\"\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xae\xef\xbb\xbf\xe2\x81\xa6\"}"},
        {"other scripts",
            "{\"a\":\"é 鍵 🔑 👩‍👩‍👧 \xf3\xa0\x81\xa7 ‘’‚‛“”„\"}"},
        {"a file's name", "@/etc/passwd"},
        {"dashes", "--next -X PUT"},
        {"empty", ""},
    };
    const QList<CodeTool> tools = installedTools();
    for (int tool = 0; tool < tools.size(); ++tool) {
        for (const auto &[name, body] : bodies)
            QTest::addRow("%s %s, %s", tools[tool].program, tools[tool].suffix, name) << tool << body;
    }
}

void TstSentCode::bodiesArriveByteForByte()
{
    QFETCH(int, tool);
    QFETCH(QByteArray, body);
    ScriptedServer server;
    server.setAlways({httpAnswer(200, "{\"value\":\"the answer\"}")});
    Exchange exchange;
    exchange.url = QUrl(server.url().toString() + QStringLiteral("/check_gate?a=it's%20b"));
    exchange.requestHeaders = {{"Content-Type", "application/json"}, {"Content-Length", "7"},
        {"X-Note", "it's \"so\" $HOME"}, {"statsig-api-key", "secret-…f3Qa"}};
    exchange.requestBody = body;
    const CodeTool used = installedTools().at(tool);
    const QString code = requestCode(exchange, used.language);
    QVERIFY(!code.contains(QStringLiteral("f3Qa")));

    const QByteArray output = outputOf(used, code);
    QVERIFY2(output.contains("the answer"), output.constData());
    QCOMPARE(server.requests().size(), 1);
    const ServedRequest request = server.requests().first();
    QCOMPARE(request.body, body);
    // URLs of JavaScript say the apostrophe as %27, which means the same.
    QByteArray line = request.line;
    QCOMPARE(line.replace("%27", "'"), QByteArray("POST /v1/check_gate?a=it's%20b HTTP/1.1"));
    QCOMPARE(request.header("Content-Type"), QByteArray("application/json"));
    QCOMPARE(request.header("X-Note"), QByteArray("it's \"so\" $HOME"));
    QCOMPARE(request.header("statsig-api-key"), QByteArray("secret-fromEnvironment"));
}

GATESCOPE_TEST(TstSentCode)
#include "tst_sentcode.moc"
