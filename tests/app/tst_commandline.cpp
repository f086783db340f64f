// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/commandline.h>

#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

class TstCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensTheWindowByDefault();
    void handsCommandsTheirArguments();
    void readsTheTour();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
};

void TstCommandLine::opensTheWindowByDefault()
{
    const auto plain = readCommandLine({});
    QVERIFY(plain);
    QCOMPARE(plain->action, CommandLine::Action::Window);
    const auto withSpecs = readCommandLine({QStringLiteral("--specs"), QStringLiteral("a b.json")});
    QVERIFY(withSpecs);
    QCOMPARE(withSpecs->specsFile, QStringLiteral("a b.json"));
}

void TstCommandLine::handsCommandsTheirArguments()
{
    const auto line = readCommandLine({QStringLiteral("evaluate"), QStringLiteral("--help")});
    QVERIFY(line);
    QCOMPARE(line->action, CommandLine::Action::Evaluate);
    QCOMPARE(line->commandArguments, QStringList {QStringLiteral("--help")});
    const auto explain = readCommandLine({QStringLiteral("explain"), QStringLiteral("checkout_v2")});
    QVERIFY(explain);
    QCOMPARE(explain->action, CommandLine::Action::Explain);
    QCOMPARE(explain->commandArguments, QStringList {QStringLiteral("checkout_v2")});
}

void TstCommandLine::readsTheTour()
{
    const auto line = readCommandLine(
        {QStringLiteral("tour"), QStringLiteral("--theme"), QStringLiteral("dark"), QStringLiteral("--size"),
            QStringLiteral("1024x700"), QStringLiteral("--screenshots"), QStringLiteral("out")});
    QVERIFY(line);
    QCOMPARE(line->action, CommandLine::Action::Tour);
    QVERIFY(line->dark);
    QCOMPARE(line->size, QSize(1024, 700));
    QCOMPARE(line->screenshotsFolder, QStringLiteral("out"));
}

void TstCommandLine::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("command") << QStringList {QStringLiteral("evalate")} << "evalate";
    QTest::newRow("option") << QStringList {QStringLiteral("--spec")} << "spec";
    QTest::newRow("theme") << QStringList {QStringLiteral("tour"), QStringLiteral("--theme"),
        QStringLiteral("blue")}
                           << "blue";
    QTest::newRow("size") << QStringList {QStringLiteral("tour"), QStringLiteral("--size"),
        QStringLiteral("big")}
                          << "big";
    QTest::newRow("value missing") << QStringList {QStringLiteral("--specs")} << "specs";
}

void TstCommandLine::refusesWhatItDoesNotKnow()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto line = readCommandLine(arguments);
    QVERIFY(!line);
    QCOMPARE(line.error().code, ErrorCode::BadInput);
    QVERIFY2(line.error().message.contains(named), qPrintable(line.error().message));
    // The help that explains it is the command's own.
    const bool isTour = arguments.first() == QLatin1String("tour");
    QCOMPARE(line.error().message.contains(QStringLiteral("See gatescope tour --help.")), isTour);
}

GATESCOPE_TEST(TstCommandLine)
#include "tst_commandline.moc"
