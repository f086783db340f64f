// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/sandbox/sandboxfault.h>
#include <models/sandbox/sdksnippets.h>

#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

/// Faults in words, and the lines that point an SDK at the sandbox.
class TstSandboxFault : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("printed");
        const auto row = [](const char *text, const char *endpoint, const char *printed) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(endpoint)
                                << QString::fromLatin1(printed);
        };
        row("503", "", "503");
        row("check_gate:429=30", "check_gate", "429=30");
        row("latency=20,reset", "", "latency=20,reset");
        row("log_event: truncated , latency=1", "log_event", "latency=1,truncated");
        row("slow-drip", "", "slow-drip");
        row("stale-specs", "", "stale-specs");
        row("invalid-json", "", "invalid-json");
        row("empty", "", "empty");
    }

    void words()
    {
        QFETCH(QString, text);
        QFETCH(QString, endpoint);
        SandboxFaults faults;
        QVERIFY(addFault(faults, text));
        QCOMPARE(faults.size(), 1);
        QTEST(faultText(faults.value(endpoint)), "printed");
        // What is printed is understood again.
        SandboxFaults again;
        QVERIFY(addFault(again, faultText(faults.value(endpoint))));
        QCOMPARE(again.value(QString()), faults.value(endpoint));
    }

    void severalOptionsOfOneEndpointAddUp()
    {
        SandboxFaults faults;
        QVERIFY(addFault(faults, QStringLiteral("check_gate:latency=100")));
        QVERIFY(addFault(faults, QStringLiteral("check_gate:500")));
        QCOMPARE(faultText(faults.value(QStringLiteral("check_gate"))), QStringLiteral("latency=100,500"));
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "slow", "399", "600", "latency", "latency=-1", "latency=x", "429=x",
                 "reset=1", "check:500", "check_gate:"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void refusals()
    {
        QFETCH(QString, text);
        SandboxFaults faults;
        const Result<> added = addFault(faults, text);
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::BadInput);
        QVERIFY(faults.isEmpty());
    }

    void everySdkIsPointedAtTheSandbox()
    {
        const auto snippets = sdkSnippets(QUrl(QStringLiteral("http://127.0.0.1:4711/v1")),
            QStringLiteral("secret-s"), QStringLiteral("client-c"), QStringLiteral("my_gate"));
        QCOMPARE(snippets.size(), 6);
        for (const SdkSnippet &snippet : snippets) {
            QVERIFY2(
                snippet.code.contains(QLatin1String("http://127.0.0.1:4711/v")), qPrintable(snippet.sdk));
            QVERIFY2(snippet.code.contains(QLatin1String("my_gate")), qPrintable(snippet.sdk));
            QVERIFY2(!snippet.code.contains(QLatin1String("{v")), qPrintable(snippet.sdk));
        }
        // Facts §8: the part before /<key>.json.
        QVERIFY(snippets.at(1).code.contains(
            QLatin1String("specsUrl: 'http://127.0.0.1:4711/v2/download_config_specs'")));
        QVERIFY(snippets.at(0).code.contains(QLatin1String("'client-c'")));
    }
};

GATESCOPE_TEST(TstSandboxFault)
#include "tst_sandboxfault.moc"
