// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <network/sandbox/bodydecoder.h>

#include <tests/support/testregistry.h>

#include <QTest>

#include <zlib.h>
#include <zstd.h>

using namespace Gatescope;

class TstBodyDecoder : public QObject
{
    Q_OBJECT
    static QByteArray gzip(const QByteArray &text)
    {
        z_stream stream {};
        deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
        QByteArray out(qsizetype(deflateBound(&stream, uLong(text.size()))), '\0');
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
        stream.avail_in = uInt(text.size());
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        stream.avail_out = uInt(out.size());
        deflate(&stream, Z_FINISH);
        out.resize(qsizetype(stream.total_out));
        deflateEnd(&stream);
        return out;
    }

    static QByteArray zstd(const QByteArray &text)
    {
        QByteArray out(qsizetype(ZSTD_compressBound(size_t(text.size()))), '\0');
        out.resize(qsizetype(ZSTD_compress(
            out.data(), size_t(out.size()), text.data(), size_t(text.size()), ZSTD_CLEVEL_DEFAULT)));
        return out;
    }

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
