// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/evidence/evidencehtml.h>
#include <models/json/jsondocument.h>
#include <tests/support/testregistry.h>

#include <QRegularExpression>
#include <QTest>

using namespace Gatescope;

namespace {

Evidence hostileEvidence()
{
    Evidence evidence;
    evidence.item = {EntityKind::DynamicConfig, QStringLiteral("</script><script>alert(1)</script>")};
    evidence.user = *StatsigUser::fromJson(
        R"({"userID":"<b>u_1</b>","email":"mina@shop.example","custom":{"a&b":"\u2028<!--"}})");
    evidence.live = EvidenceAnswer {QStringLiteral("Off"), QStringLiteral("rule <i>DE</i>"),
        QStringLiteral("Server answer, 14:05:21"), R"({"value":"]]></script>","email":"MINA@shop.example"})"};
    evidence.local = EvidenceAnswer {QStringLiteral("On"), {}, {}, {}};
    evidence.agreement = QStringLiteral("value differs");
    evidence.explanation =
        R"({"headline":"off for <b>u_1</b>","summary":"First & only","rows":[{"depth":0,"type":"rule","number":1,)"
        R"("text":"<u>DE</u>","result_text":"No match","decides":true},{"depth":1,"text":"email is","user_text":)"
        R"("mina@shop.example","target_text":"anna@acme.example","result_text":"Fail","note":"n\u202e"}],)"
        R"("buckets":[{"unit_id":"<b>u_1</b>","hashed_text":"salt.<b>u_1</b>","hash":"987654321","text":"Bucket 7"}],)"
        R"("specs":{"format":"dcs-v2"}})";
    evidence.connection = QStringLiteral("Acme \"shop\"");
    evidence.address = QStringLiteral("https://api.statsig.com/v1/get_config");
    evidence.tier = QStringLiteral("production");
    evidence.specsTime = 1700000000000;
    evidence.specsSource = QStringLiteral("Acme shop");
    evidence.madeUtc = QDateTime(QDate(2026, 11, 26), QTime(12, 0, 1, 250), Qt::UTC);
    evidence.program = QStringLiteral("Gatescope 9.8");
    return evidence;
}

Redaction redactionOf(const Evidence &evidence, Treatment otherEmails)
{
    return {evidence.user, usualChoices(evidence.user), otherEmails, Pseudonyms("salt")};
}

} // namespace

class TstEvidence : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isReadBack();
    void isOneFileWithoutScripts();
    void saysWhatMatters();
    void textStaysText();
    void redactedHoldsNothing();
    void hiddenBooleansAreNotInItsRows();
    void neverHoldsAKey();
    void sentencesForErrors_data();
    void sentencesForErrors();
    void damagedFilesEndInAnAnswer();
};

void TstEvidence::isReadBack()
{
    const Evidence evidence = hostileEvidence();
    const auto read = readEvidence(evidenceHtml(evidence));
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->item, evidence.item);
    QCOMPARE(read->user.text(UserField::UserId), QStringLiteral("<b>u_1</b>"));
    // The same data, though "<" is written in another way.
    const auto original = JsonDocument::parse(evidenceJson(evidence));
    const auto again = JsonDocument::parse(evidenceJson(*read));
    QVERIFY(jsonEquals((*original)->root(), (*again)->root()));
    QCOMPARE(*readEvidence(evidenceJson(evidence)), evidence);
}

void TstEvidence::isOneFileWithoutScripts()
{
    const QByteArray html = evidenceHtml(hostileEvidence());
    QCOMPARE(html.count("<script"), 1); // the data, which no browser runs
    QVERIFY(html.contains("<script type=\"application/json\""));
    QCOMPARE(html.count("</script"), 1);
    const QRegularExpression outside(QStringLiteral("(src|href|url\\(|@import)\\s*="));
    QVERIFY(!outside.match(QString::fromUtf8(html)).hasMatch());
    QVERIFY(html.contains("default-src 'none'"));
    QVERIFY(html.contains("@media print") && html.contains("prefers-color-scheme: dark"));
}

void TstEvidence::saysWhatMatters()
{
    const QString html = QString::fromUtf8(evidenceHtml(hostileEvidence()));
    for (const char *said :
        {"<strong>Off</strong>", "<strong>On</strong>", "value differs", "First &amp; only", "Bucket 7",
            "2026-11-26 12:00:01", "2023-11-14 22:13:20 UTC", "production", "dcs-v2", "Gatescope 9.8",
            "dynamic config", "<tr class=\"decides\">", "1. &lt;u&gt;DE&lt;/u&gt;"})
        QVERIFY2(html.contains(QString::fromUtf8(said)), said);
}

void TstEvidence::textStaysText()
{
    const QString html = QString::fromUtf8(evidenceHtml(hostileEvidence()));
    const QString seen = html.left(html.indexOf(QStringLiteral("<script")));
    for (const char *markup : {"<b>", "<i>", "<u>", "<!--", "alert(1)</"})
        QVERIFY2(!seen.contains(QLatin1String(markup)), markup);
    QVERIFY(seen.contains(QStringLiteral("n[U+202E]")));
}

void TstEvidence::redactedHoldsNothing()
{
    const Evidence evidence = hostileEvidence();
    const QByteArray html = evidenceHtml(redacted(evidence, redactionOf(evidence, Treatment::Pseudonym)));
    for (const char *value : {"u_1", "mina@", "anna@", "987654321"})
        QVERIFY2(!html.toLower().contains(value), value);
    QVERIFY(html.contains("@example.invalid"));
    // The same person has the same name everywhere.
    const auto read = readEvidence(html);
    QVERIFY(read);
    QVERIFY(read->explanation.contains(read->user.text(UserField::Email).toUtf8()));
    QVERIFY(read->live->value.contains(read->user.text(UserField::Email).toUtf8()));
}

/// A boolean is not to be found by its text: the row about it is.
void TstEvidence::hiddenBooleansAreNotInItsRows()
{
    Evidence evidence;
    evidence.user = *StatsigUser::fromJson(R"({"custom":{"beta":true,"staff":true}})");
    evidence.explanation =
        R"({"headline":"off: beta is true","user":{"custom":{"beta":true,"staff":true}},"rows":[)"
        R"({"text":"beta is","user":true,"user_text":"true","found_in":"custom","target":[true]},)"
        R"({"text":"staff is","user":true,"user_text":"true","found_in":"custom"}]})";
    RedactionChoices choices = usualChoices(evidence.user);
    for (RedactionChoice &choice : choices)
        choice.treatment =
            choice.attribute.key == QLatin1String("beta") ? Treatment::Remove : Treatment::Keep;
    const Redaction redaction(evidence.user, choices, Treatment::Keep, Pseudonyms("salt"));
    const QByteArray expected =
        R"x({"headline":"off: beta is (removed)","user":{"custom":{"staff":true}},"rows":[)x"
        R"x({"text":"beta is","user":"(removed)","user_text":"(removed)","found_in":"custom","target":[true]},)x"
        R"x({"text":"staff is","user":true,"user_text":"true","found_in":"custom"}]})x";
    QCOMPARE(redacted(evidence, redaction).explanation, expected);
}

void TstEvidence::neverHoldsAKey()
{
    Evidence evidence = hostileEvidence();
    const QByteArray key = "secret-CanaryCanaryCanaryCanary0123456789";
    evidence.user.setText(UserField::AppVersion, QString::fromUtf8(key));
    evidence.live->value = "{\"a\":\"" + key + "\"}";
    const QByteArray html = evidenceHtml(evidence);
    QVERIFY(!html.contains(key));
}

void TstEvidence::sentencesForErrors_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("no data inside");
    QTest::newRow("a page") << QByteArray("<html></html>") << QStringLiteral("no data inside");
    QTest::newRow("JSON of others") << QByteArray("{\"user\":{}}") << QStringLiteral("another kind");
    QTest::newRow("cut") << evidenceJson(hostileEvidence()).left(200) << QStringLiteral("damaged");
    QTest::newRow("newer") << QByteArray(R"({"gatescope_evidence":2,"program":"Gatescope 7","user":{}})")
                           << QStringLiteral("newer version of Gatescope (Gatescope 7)");
    QTest::newRow("user") << QByteArray(R"({"gatescope_evidence":1,"user":[]})") << QStringLiteral("damaged");
}

void TstEvidence::sentencesForErrors()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, words);
    const auto read = readEvidence(file);
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(words), qPrintable(read.error().message));
}

void TstEvidence::damagedFilesEndInAnAnswer()
{
    const QByteArray whole = evidenceHtml(hostileEvidence());
    for (qsizetype length = 0; length < whole.size(); length += 7) {
        const auto read = readEvidence(whole.left(length));
        QVERIFY(read || !read.error().message.isEmpty());
    }
}

GATESCOPE_TEST(TstEvidence)
#include "tst_evidence.moc"
