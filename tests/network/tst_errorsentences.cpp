// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <network/client/errorsentences.h>
#include <tests/support/testregistry.h>

#include <QSet>
#include <QTest>

using namespace Gatescope;

class TstErrorSentences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everySituationHasItsOwnSentence();
    void whatServersSayIsNeverFilledIn();
    void keysWithoutATailAreNotNamed();
};

void TstErrorSentences::everySituationHasItsOwnSentence()
{
    QSet<QString> sentences;
    const int count = int(Situation::Internal) + 1;
    for (int i = 0; i < count; ++i) {
        Circumstances circumstances;
        circumstances.host = QStringLiteral("api.test");
        circumstances.where = QStringLiteral("Line 1");
        const Error error = errorFor(Situation(i), circumstances, QStringLiteral("detail"));
        QVERIFY2(!error.message.contains(QLatin1Char('{')) && !error.message.contains(QLatin1Char('}')),
            qPrintable(error.message));
        QVERIFY2(!error.message.contains(QStringLiteral("  ")), qPrintable(error.message));
        QVERIFY(error.message.endsWith(QLatin1Char('.')));
        QCOMPARE(error.detail, QStringLiteral("detail"));
        sentences.insert(error.message);
    }
    QCOMPARE(sentences.size(), count);
}

void TstErrorSentences::whatServersSayIsNeverFilledIn()
{
    Circumstances circumstances;
    circumstances.status = 400;
    circumstances.host = QStringLiteral("api.test");
    circumstances.serverSaid = QStringLiteral("{host} %1 {said} <b>bold</b> {");
    QVERIFY(errorFor(Situation::BadRequest, circumstances)
            .message.contains(QStringLiteral("“{host} %1 {said} <b>bold</b> {”")));
}

void TstErrorSentences::keysWithoutATailAreNotNamed()
{
    Circumstances circumstances;
    circumstances.keyHint = QStringLiteral("secret-…f3Qa");
    QVERIFY(errorFor(Situation::Unauthorized, circumstances)
            .message.contains(QStringLiteral("The key ending in …f3Qa may")));
    circumstances.keyHint = QStringLiteral("secret-…");
    QVERIFY(
        errorFor(Situation::Unauthorized, circumstances).message.contains(QStringLiteral("This key may")));
    circumstances.keyHint = QString();
    QVERIFY(
        errorFor(Situation::Unauthorized, circumstances).message.contains(QStringLiteral("This key may")));
}

GATESCOPE_TEST(TstErrorSentences)
#include "tst_errorsentences.moc"
