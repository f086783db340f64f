// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <network/client/contentdecoder.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

namespace {

// {"name":"g","value":true}
const QByteArray gateJson = R"({"name":"g","value":true})";
const QByteArray gateGzip = QByteArray::fromHex(
    "1f8b0800000000000203ab56ca4bcc4d55b2524a57d2512a4bcc2905b24b8a4a536b013d79ee0a19000000");

int faultOf(const DecodedContent &content)
{
    return content.fault ? int(*content.fault) : -1;
}

} // namespace

class TstContentDecoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void chunksMayEndAnywhere();
    void membersMayFollowEachOther();
    void whatWasReadStandsUpToTheFault_data();
    void whatWasReadStandsUpToTheFault();
    void limitIsExact_data();
    void limitIsExact();
    void nothingIsNothing();
};

void TstContentDecoder::chunksMayEndAnywhere()
{
    for (qsizetype cut = 0; cut <= gateGzip.size(); ++cut) {
        const DecodedContent content =
            decodeContent({gateGzip.first(cut), {}, gateGzip.mid(cut)}, "gzip", 1000);
        QCOMPARE(content.bytes, gateJson);
        QCOMPARE(faultOf(content), -1);
    }
    QCOMPARE(decodeContent({gateJson.first(5), gateJson.mid(5)}, {}, 1000).bytes, gateJson);
}

void TstContentDecoder::membersMayFollowEachOther()
{
    const DecodedContent content = decodeContent({gateGzip + gateGzip}, "x-gzip", 1000);
    QCOMPARE(content.bytes, gateJson + gateJson);
    QCOMPARE(faultOf(content), -1);
}

void TstContentDecoder::whatWasReadStandsUpToTheFault_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("fault");
    QTest::newRow("cut in the trailer")
        << gateGzip.chopped(3) << QByteArray("gzip") << gateJson << int(DecodeFault::Truncated);
    QTest::newRow("cut in the header")
        << gateGzip.first(4) << QByteArray("gzip") << QByteArray() << int(DecodeFault::Truncated);
    QByteArray wrongSum = gateGzip;
    wrongSum[wrongSum.size() - 6] = 'x';
    QTest::newRow("wrong checksum") << wrongSum << QByteArray("gzip") << gateJson << int(DecodeFault::Broken);
    QTest::newRow("no gzip") << gateJson << QByteArray("gzip") << QByteArray() << int(DecodeFault::Broken);
    QTest::newRow("two encodings") << gateGzip << QByteArray("gzip, br") << QByteArray()
                                   << int(DecodeFault::UnknownEncoding);
}

void TstContentDecoder::whatWasReadStandsUpToTheFault()
{
    QFETCH(QByteArray, packed);
    QFETCH(QByteArray, encoding);
    const DecodedContent content = decodeContent({packed}, encoding, 1000);
    QTEST(faultOf(content), "fault");
    QTEST(content.bytes, "bytes");
}

void TstContentDecoder::limitIsExact_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("plain") << gateJson << QByteArray();
    QTest::newRow("gzip") << gateGzip << QByteArray("GZIP");
}

void TstContentDecoder::limitIsExact()
{
    QFETCH(QByteArray, packed);
    QFETCH(QByteArray, encoding);
    const DecodedContent fits = decodeContent({packed}, encoding, gateJson.size());
    QCOMPARE(faultOf(fits), -1);
    QCOMPARE(fits.bytes, gateJson);
    const DecodedContent over = decodeContent({packed}, encoding, gateJson.size() - 1);
    QCOMPARE(faultOf(over), int(DecodeFault::TooLarge));
    QCOMPARE(over.bytes, gateJson.chopped(1));
}

void TstContentDecoder::nothingIsNothing()
{
    for (const char *encoding : {"", "identity", "gzip", "deflate"}) {
        const DecodedContent content = decodeContent({}, encoding, 1000);
        QCOMPARE(faultOf(content), -1);
        QVERIFY(content.bytes.isEmpty());
    }
}

GATESCOPE_TEST(TstContentDecoder)
#include "tst_contentdecoder.moc"
