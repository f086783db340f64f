// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/evaluation/lowercase.h>
#include <models/evaluation/textset.h>
#include <tests/support/testregistry.h>

#include <QTest>

#include <thread>

using namespace Gatescope;

namespace {

/// Enough that a list is first looked through and then indexed.
constexpr int manyTimes = 10;

/// `texts` and so many others that the list is a long one.
JsonDocumentPtr listOf(const QByteArray &texts, int others)
{
    QByteArray json = "[" + texts;
    for (int i = 0; i < others; ++i)
        json += ",\"other " + QByteArray::number(i) + '"';
    return *JsonDocument::parse(json + "]");
}

bool contains(const TextSet &set, std::string_view text)
{
    return set.contains(FoldedText(lowerCased(text)));
}

bool containsExactly(const TextSet &set, std::string_view text)
{
    return set.containsExactly(text, FoldedText(lowerCased(text)));
}

} // namespace

class TstTextSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsListed_data();
    void findsWhatIsListed();
    void theLastOfTwoCasesCounts_data();
    void theLastOfTwoCasesCounts();
    void keysAreTakenAsTheyAre();
    void anEmptyListHasNothing();
    void threadsMayAskAtOnce();
};

void TstTextSet::findsWhatIsListed_data()
{
    QTest::addColumn<int>("others");
    QTest::newRow("short") << 3;
    QTest::newRow("long") << 1000;
}

void TstTextSet::findsWhatIsListed()
{
    QFETCH(int, others);
    const auto document = listOf(R"("Berlin","","a\"b","ÄRGER",12,5.0,true,[1,2])", others);
    const TextSet set(document->root());
    for (int i = 0; i < manyTimes; ++i) {
        for (const char *text :
            {"berlin", "BERLIN", "", "A\"B", "ärger", "12", "5.0", "true", "[1,2]", "other 2"})
            QVERIFY2(contains(set, text), text);
        for (const char *text : {"berli", "berlin ", "a\\\"b", "arger", "5", "13", "other", "other 1000"})
            QVERIFY2(!contains(set, text), text);
        QVERIFY(containsExactly(set, "Berlin"));
        QVERIFY(!containsExactly(set, "berlin"));
    }
}

void TstTextSet::theLastOfTwoCasesCounts_data()
{
    findsWhatIsListed_data();
}

void TstTextSet::theLastOfTwoCasesCounts()
{
    QFETCH(int, others);
    const auto document = listOf(R"("A","b","a","B")", others);
    const TextSet set(document->root());
    for (int i = 0; i < manyTimes; ++i) {
        QVERIFY(containsExactly(set, "a"));
        QVERIFY(containsExactly(set, "B"));
        QVERIFY(!containsExactly(set, "A"));
        QVERIFY(!containsExactly(set, "b"));
    }
    const std::vector<std::string> texts = set.texts();
    QCOMPARE(texts.size(), std::size_t(2 + others));
    QCOMPARE(texts[0], "a");
    QCOMPARE(texts[1], "B");
}

void TstTextSet::keysAreTakenAsTheyAre()
{
    const auto document = *JsonDocument::parse(R"({"de":true,"FR":true})");
    const TextSet set(document->root());
    QVERIFY(contains(set, "DE"));
    QVERIFY(!contains(set, "fr"));
    QVERIFY(!contains(set, "FR"));
}

void TstTextSet::anEmptyListHasNothing()
{
    const auto document = *JsonDocument::parse("[]");
    const TextSet set(document->root());
    QVERIFY(!contains(set, ""));
    QVERIFY(!contains(set, "a"));
}

void TstTextSet::threadsMayAskAtOnce()
{
    const auto document = listOf("\"wanted\"", 5000);
    const TextSet set(document->root());
    std::atomic<int> right = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int j = 0; j < manyTimes; ++j)
                right += contains(set, "Wanted") && contains(set, "other 4999") && !contains(set, "unwanted");
        });
    }
    threads.clear();
    QCOMPARE(right.load(), 4 * manyTimes);
}

GATESCOPE_TEST(TstTextSet)
#include "tst_textset.moc"
