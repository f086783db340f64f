// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <network/sandbox/bodydecoder.h>

#include "compression.h"

#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

class TstBodyDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrips_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("{}");
        QTest::newRow("one step") << QByteArray(64 * 1024, 'a');
        QTest::newRow("one step and a byte") << QByteArray(64 * 1024 + 1, 'a');
        QTest::newRow("long") << QByteArray(1'000'000, 'a');
    }

    void roundTrips()
    {
        QFETCH(QByteArray, text);
        const qsizetype cap = text.size();
        QCOMPARE(decodeBody(text, "", cap).value(), text);
        QCOMPARE(decodeBody(text, "identity", cap).value(), text);
        QCOMPARE(decodeBody(gzip(text), "gzip", cap).value(), text);
        QCOMPARE(decodeBody(gzip(text), " GZIP", cap).value(), text);
        QCOMPARE(decodeBody(zstd(text), "zstd", cap).value(), text);
    }

    void bombsStopAtTheCap()
    {
        const QByteArray bomb(50'000'000, '\0');
        QVERIFY(gzip(bomb).size() < 100'000);
        QCOMPARE(decodeBody(gzip(bomb), "gzip", 100'000).error(), DecodeFailure::TooLarge);
        QCOMPARE(decodeBody(zstd(bomb), "zstd", 100'000).error(), DecodeFailure::TooLarge);
        QCOMPARE(decodeBody("four", "", 3).error(), DecodeFailure::TooLarge);
    }

    void brokenBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("encoding");
        const QByteArray text(10'000, 'x');
        QTest::newRow("gzip, plain text") << text << QByteArray("gzip");
        QTest::newRow("gzip, empty") << QByteArray() << QByteArray("gzip");
        QTest::newRow("gzip, cut") << gzip(text).chopped(5) << QByteArray("gzip");
        QTest::newRow("gzip, something behind") << gzip(text) + "x" << QByteArray("gzip");
        QTest::newRow("zstd, plain text") << text << QByteArray("zstd");
        QTest::newRow("zstd, empty") << QByteArray() << QByteArray("zstd");
        QTest::newRow("zstd, cut") << zstd(text).chopped(3) << QByteArray("zstd");
        QTest::newRow("zstd, something behind") << zstd(text) + "xxxxx" << QByteArray("zstd");
    }

    void brokenBodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, encoding);
        QCOMPARE(decodeBody(body, encoding, 1'000'000).error(), DecodeFailure::Corrupt);
    }

    void otherEncodings()
    {
        for (const char *encoding : {"br", "deflate", "gzip, gzip", "statsig-br"})
            QCOMPARE(decodeBody("x", encoding, 10).error(), DecodeFailure::UnknownEncoding);
    }
};

GATESCOPE_TEST(TstBodyDecoder)
#include "tst_bodydecoder.moc"
