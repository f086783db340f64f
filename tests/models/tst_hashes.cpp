// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/evaluation/buckethash.h>
#include <models/evaluation/hashes.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QtEndian>

using namespace Gatescope;

/// Vectors of facts §5, observed on the SDKs.
class TstHashes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void names_data();
    void names();
    void buckets_data();
    void buckets();
    void bucketsOfAnyLength();
    void idListHash();
    void nonBmpTextIsHashedByCodePoint();
    void sharedVectors();
};

void TstHashes::names_data()
{
    QTest::addColumn<QByteArray>("djb2Text");
    QTest::addColumn<QByteArray>("sha256Text");
    const auto row = [](const char *name, const char *djb2Text, const char *sha256Text) {
        QTest::newRow(name) << QByteArray(djb2Text) << QByteArray(sha256Text);
    };
    row("a_gate", "2867927529", "5v6IDYah7WmooSLkL7W3ak4pzBq5KXvJdac3tRmLnzE=");
    row("my_experiment", "1820926064", "3JmXmmsDUTdom9v/142kieBCCAureYMcu783iZJq62g=");
    row("a_layer", "3011030003", "f/PP7qbCqgLC28wM1ttndrM3x7KFsdceSrT7H4e7Wck=");
    row("segment:foo", "3341268991", "AGBPKZVQQCSmZzGdN8SFTCbRnt1PK2QPwgsn8agFWJs=");
    row("a", "97", "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=");
    row("", "0", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    row("日本", "835047", "zyq/DFvjJsuSKnD4Fj+RB5xNmqhlXGDq2JrVRcneLpI=");
}

void TstHashes::names()
{
    QFETCH(QByteArray, djb2Text);
    QFETCH(QByteArray, sha256Text);
    const std::string name = QTest::currentDataTag();
    QCOMPARE(QByteArray::fromStdString(djb2(name)), djb2Text);
    QCOMPARE(QByteArray::fromStdString(sha256Base64(name)), sha256Text);
    QCOMPARE(hashedName(name, HashAlgorithm::None), name);
    QCOMPARE(QByteArray::fromStdString(hashedName(name, HashAlgorithm::Djb2)), djb2Text);
    QCOMPARE(QByteArray::fromStdString(hashedName(name, HashAlgorithm::Sha256)), sha256Text);
}

void TstHashes::buckets_data()
{
    QTest::addColumn<quint64>("expected");
    QTest::newRow("salt.rule.user") << quint64(9233490899763035140ULL);
    QTest::newRow("spec.rule.") << quint64(929044456548079535ULL);
    QTest::newRow("..") << quint64(6828011081595845693ULL);
    QTest::newRow("salt.") << quint64(17620057672511589042ULL);
    QTest::newRow("17b1a8cb-2ea8-4305-a42c-62be2e4a2147.1SYnDQxZZtiWMfEHVZDcAC.a_user")
        << quint64(14464932914265534199ULL);
    QTest::newRow("6393cf65-0e45-4650-8dd7-41b9597a8498.a_user") << quint64(17036755338448843713ULL);
}

void TstHashes::buckets()
{
    QFETCH(quint64, expected);
    QCOMPARE(quint64(bucketHash(QTest::currentDataTag())), expected);
}

void TstHashes::bucketsOfAnyLength()
{
    const auto expected = [](const std::string &text) {
        const QByteArray digest =
            QCryptographicHash::hash(QByteArray::fromStdString(text), QCryptographicHash::Sha256);
        return qFromBigEndian<quint64>(digest.constData());
    };
    for (std::size_t length = 0; length < 300; ++length) {
        const std::string salt(length, 's');
        const std::string unit(length * 7 % 131, 'u');
        const std::string text = bucketText({salt, "rule", unit});
        QCOMPARE(text, salt + ".rule." + unit);
        QCOMPARE(quint64(bucketHash(text)), expected(text));
        QCOMPARE(quint64(SaltedHash({salt, "rule"}).of(unit)), expected(text));
        QCOMPARE(quint64(SaltedHash({unit}).of(salt)), expected(unit + '.' + salt));
    }
}

void TstHashes::idListHash()
{
    QCOMPARE(sha256Base64("123").substr(0, 8), std::string("pmWkWSBC"));
    QCOMPARE(sha256Base64("a_user").substr(0, 8), std::string("Q1Wha2PJ"));
    QCOMPARE(sha256Base64("user-1").substr(0, 8), std::string("xsKJ5J6c"));
}

void TstHashes::nonBmpTextIsHashedByCodePoint()
{
    QCOMPARE(djb2("😀x"), std::string("3983992"));
    QCOMPARE(djb2("\xff"), std::string("255"));
    QCOMPARE(djb2("\xf0\x9f"), std::to_string(0xf0 * 31 + 0x9f));
}

void TstHashes::sharedVectors()
{
    const QString directory = Test::sharedFixtures();
    if (directory.isEmpty())
        return;
    const QByteArray text = Test::readFile(directory + QStringLiteral("/generated/hash_vectors.json"));
    const QJsonObject vectors = QJsonDocument::fromJson(text).object();
    const QJsonArray names = vectors.value(QLatin1String("djb2_sha256_names")).toArray();
    QVERIFY(!names.isEmpty());
    for (const QJsonValue &vector : names) {
        const QString name = vector[QLatin1String("name")].toString();
        const std::string utf8 = name.toStdString();
        QCOMPARE(
            QString::fromStdString(sha256Base64(utf8)), vector[QLatin1String("sha256_base64")].toString());
        if (name.size() == name.toUcs4().size()) // the file holds the other engine's answer beyond the BMP
            QCOMPARE(QString::fromStdString(djb2(utf8)), vector[QLatin1String("djb2")].toString());
    }
    for (const QJsonValue &vector : vectors.value(QLatin1String("bucket_u64")).toArray()) {
        const std::string input = vector[QLatin1String("input")].toString().toStdString();
        QCOMPARE(QString::number(quint64(bucketHash(input))), vector[QLatin1String("u64")].toString());
    }
}

GATESCOPE_TEST(TstHashes)
#include "tst_hashes.moc"
