// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"
#include "explainedproject.h"

#include <models/explain/explanationjson.h>
#include <models/explain/explanationmarkdown.h>
#include <models/explain/explanationuser.h>
#include <models/explain/markdowntext.h>
#include <tests/support/testregistry.h>

#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace Gatescope;
using namespace Gatescope::Test;

/// What leaves the program: Markdown for tickets, JSON for programs.
class TstExplanationTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valueOfAConfig();
    void words_data();
    void words();
    void code_data();
    void code();
    void blocks();
    void phrases();
    void markdown();
    void hostileNamesStayText();
    void privateValuesStayHere();
    void json();
    void jsonKeepsNumbers();
};

namespace {

ExplanationPtr explainedGate(const char *name, const QByteArray &user)
{
    return explain(Evaluator(explainedProject()), userOf(user), SpecTable::FeatureGates, name);
}

QString lines(const QString &text)
{
    return QString(text).replace(QChar::Nbsp, u' ');
}

} // namespace

void TstExplanationTexts::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const char *text, const char *markdown) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(markdown);
    };
    row("plain", "DE rollout, 5 % (new)", "DE rollout, 5 % (new)");
    row("identifier", "checkout_v2", "checkout_v2");
    row("emphasis", "_a_ *b* ~c~", "\\_a\\_ \\*b\\* \\~c\\~");
    row("HTML", "<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>");
    row("entity", "&lt;b&gt;", "\\&lt;b\\&gt;");
    row("link", "[here](javascript:alert(1))", "\\[here\\](javascript:alert(1))");
    row("backslash", "a\\*b", "a\\\\\\*b");
    row("backtick", "a`b`", "a\\`b\\`");
    row("table", "a|b", "a\\|b");
    row("mathematics", "$x$", "\\$x\\$");
    row("address", "see http://evil.example/", "`see http://evil.example/`");
    row("host", "www.evil.example", "`www.evil.example`");
    row("mention", "@team", "`@team`");
    row("issue", "fixes #12", "`fixes #12`");
    row("lines", "a\n# b\r\n- c", "`a # b  - c`");
    row("lines without marks", "a\n- c\tx", "a - c x");
    row("direction", "a\u202Eb", "a⟨U+202E⟩b");
    row("control",
        "a\x07"
        "b",
        "a⟨U+0007⟩b");
    row("emoji", "👩‍💻", "👩‍💻");
}

void TstExplanationTexts::words()
{
    QFETCH(QString, text);
    QTEST(markdownWords(text), "markdown");
}

void TstExplanationTexts::code_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const char *text, const char *markdown) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(markdown);
    };
    row("plain", "<b>*x*</b>", "`<b>*x*</b>`");
    row("empty", "", "“”");
    row("space", " ", "“ ”");
    row("backtick", "a`b", "``a`b``");
    row("many backticks", "``a", "``` ``a ```");
    row("edge", "`", "`` ` ``");
    row("padded", " a ", "`  a  `");
    row("lines", "a\nb", "`a b`");
}

void TstExplanationTexts::code()
{
    QFETCH(QString, text);
    QTEST(markdownCode(text), "markdown");
}

void TstExplanationTexts::blocks()
{
    QCOMPARE(markdownBlock(QStringLiteral("json"), QStringLiteral("{\n}")),
        QStringLiteral("```json\n{\n}\n```\n"));
    QCOMPARE(markdownBlock({}, QStringLiteral("```\nout")), QStringLiteral("````\n```\nout\n````\n"));
}

void TstExplanationTexts::phrases()
{
    Phrase secret = codePhrase(QStringLiteral("C-77"));
    secret.isPrivate = true;
    const Phrases sentence {codePhrase(QStringLiteral("crm")), plainPhrase(QStringLiteral(" ")), secret,
        plainPhrase(QStringLiteral(" of ")), strongPhrase(QStringLiteral("Gold*"))};
    QCOMPARE(markdownPhrases(sentence), QStringLiteral("`crm` (private) of **Gold\\***"));
    QCOMPARE(publicText(sentence), QStringLiteral("crm (private) of Gold*"));
    QCOMPARE(markdownPhrases({codePhrase(QStringLiteral("a")), strongPhrase(QStringLiteral("@b"))}),
        QStringLiteral("`a`**`@b`**"));
}

void TstExplanationTexts::markdown()
{
    const QString text = explanationMarkdown(
        *explainedGate("half", R"({"userID":"mia","country":"DE"})"), QStringLiteral("Gatescope 0.1.0"));
    QCOMPARE(lines(text),
        QStringLiteral(
            "### `half`: Off\n\n"
            "`half` is off for this user: rule **Half of DE** matched, but bucket 5,523 is not below 5,000 "
            "(50 %).\n\n"
            "The only rule decided.\n\n"
            "#### Rules\n\n"
            "1. **Half of DE** (rule ID `half`): Matched, off. **Decides.**\n"
            "   - `country` is one of `DE`, `AT`; this user: `DE` (user field). **Pass**\n"
            "   - bucket of `userID` is below 5,000 (50 %); this user: 5,523. **Fail**\n\n"
            "#### Buckets\n\n"
            "- **Half of DE**: bucket 5,523 of 10,000, limit 5,000. The first 8 bytes of the SHA-256 of "
            "`salt-half.half.mia` are %1, and %1 mod 10000 = 5523.\n\n"
            "#### User\n\n"
            "```json\n{\n  \"userID\": \"mia\",\n  \"country\": \"DE\"\n}\n```\n\n"
            "Computed locally from specs of 2026-11-20 12:02 UTC, dcs-v2, Gatescope 0.1.0.\n")
            .arg(QStringLiteral("15006871878169645523")));
}

/// A project that tries to break out: every line begins as the writer begins its lines, and a reader of
/// Markdown finds no heading, link or picture of the project's.
void TstExplanationTexts::hostileNamesStayText()
{
    const QByteArray evil = R"(x\n\n# Owned\n<script>alert(1)</script> [a](http://b) ![i](http://c) `**)";
    const ProjectPtr project = compiledProject(R"({"has_updates":true,"time":1,"feature_gates":{")" + evil
        + R"(":{"type":"feature_gate","entity":"feature_gate","salt":")" + evil
        + R"(","enabled":true,"defaultValue":false,"idType":"userID","rules":[{"id":")" + evil
        + R"(","name":"n )" + evil + R"(","salt":")" + evil
        + R"(","passPercentage":50,"returnValue":true,"idType":"userID","conditions":["c"]}]}},"dynamic_configs":{},)"
          R"("layer_configs":{},"experiment_to_layer":{},"condition_map":{"c":{"type":"user_field","field":")"
        + evil + R"(","operator":"any","idType":"userID","additionalValues":{},"targetValue":[")" + evil
        + R"("]}}})");
    const QString text = explanationMarkdown(
        *explain(Evaluator(project),
            userOf(R"({"userID":")" + evil + R"(","custom":{")" + evil + R"(":")" + evil + R"("}})"), 0),
        QStringLiteral("Gatescope"));
    static const QRegularExpression ours(
        QStringLiteral("^(#{3,4} |1\\. |   - |- |```|$|`|Computed|The only|[{} \"])"));
    for (const QString &line : text.split(u'\n'))
        QVERIFY2(line.contains(ours), qPrintable(line));
    QTextDocument read;
    read.setMarkdown(text, QTextDocument::MarkdownDialectGitHub);
    int headings = 0;
    for (QTextBlock block = read.begin(); block.isValid(); block = block.next()) {
        headings += block.blockFormat().headingLevel() > 0 ? 1 : 0;
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            const QTextCharFormat format = piece.fragment().charFormat();
            QVERIFY2(!format.isAnchor() && !format.isImageFormat(), qPrintable(block.text()));
        }
    }
    QCOMPARE(headings, 4);
    QVERIFY(read.toPlainText().contains(
        QLatin1String("<script>alert(1)</script> [a](http://b) ![i](http://c) `**")));
}

void TstExplanationTexts::privateValuesStayHere()
{
    const QByteArray user =
        R"({"userID":"mia","privateAttributes":{"crm":"C-77","list":["C-77"],"ip":"2.2.2.2"}})";
    for (const char *gate : {"private_mail", "geo"}) {
        const ExplanationPtr explanation = explainedGate(gate, user);
        const QString markdown = explanationMarkdown(*explanation, {});
        const QString json = QString::fromUtf8(explanationJson(*explanation, {}));
        for (const QString &text : {markdown, json}) {
            QVERIFY2(!text.contains(QLatin1String("C-77")), qPrintable(text));
            QVERIFY2(!text.contains(QLatin1String("2.2.2.2")), qPrintable(text));
            QVERIFY(text.contains(QLatin1String("(private)")));
        }
    }
    const JsonDocumentPtr twice =
        parsedJson(R"({"a":1.50,"privateAttributes":{"k":{"x":1}},"privateAttributes":"s"})");
    const QByteArray masked =
        R"json({"a":1.50,"privateAttributes":{"k":"(private)"},"privateAttributes":"(private)"})json";
    QCOMPARE(userWithoutPrivate(twice->root()), masked);
}

void TstExplanationTexts::valueOfAConfig()
{
    const Evaluator evaluator(explainedProject());
    const auto textFor = [&evaluator](SpecTable table, const char *name, const QByteArray &user) {
        return explanationMarkdown(*explain(evaluator, userOf(user), table, name), {});
    };
    const QByteArray gold = R"({"custom":{"level":3}})";
    const QString config = textFor(SpecTable::DynamicConfigs, "price", gold);
    QVERIFY2(config.contains(QStringLiteral("#### Value\n\n```json\n{\n  \"v\": 1\n}\n```\n")),
        qPrintable(config));
    QVERIFY(!textFor(SpecTable::FeatureGates, "three", gold).contains(QStringLiteral("#### Value")));
}

void TstExplanationTexts::json()
{
    const QByteArray text = explanationJson(
        *explainedGate("needs_vip", R"({"userID":"mia"})"), QStringLiteral("Gatescope 0.1.0"));
    const JsonDocumentPtr document = parsedJson(text);
    const JsonValue root = document->root();
    QCOMPARE(root["name"].toUtf8(), std::string("needs_vip"));
    QCOMPARE(root["kind"].toUtf8(), std::string("gate"));
    QCOMPARE(root["id_type"].toUtf8(), std::string("userID"));
    QCOMPARE(root["verdict"]["word"].toUtf8(), std::string("Cannot tell"));
    QVERIFY(root["verdict"]["value"].isNull());
    QVERIFY(root["verdict"]["rule_id"].isNull());
    QCOMPARE(root["verdict"]["reason"].toUtf8(), std::string("undetermined"));
    QCOMPARE(root["cause"].toUtf8(), std::string("cannot_tell"));
    QCOMPARE(root["missing"]["cause"].toUtf8(), std::string("id_list"));
    QCOMPARE(root["missing"]["subject"].toUtf8(), std::string("vip_ids"));
    QCOMPARE(compact(root["rows"].at(1)),
        std::string(
            R"({"depth":1,"parent":0,"type":"condition","text":"is a member of","user_text":"cannot tell",)"
            R"("target_text":"vip","target":"segment:vip","result":"cannot_tell","result_text":"Cannot tell",)"
            R"("asks":{"table":"feature_gates","name":"segment:vip"}})"));
    QCOMPARE(compact(root["rows"].at(3)),
        std::string(
            R"({"depth":3,"parent":2,"type":"condition","text":"userID is in the ID list","user_text":"mia",)"
            R"("user":"mia","found_in":"user_field","target_text":"vip_ids","target":"vip_ids",)"
            R"("result":"cannot_tell","result_text":"Cannot tell","note":"the ID list vip_ids is not loaded"})"));
    QCOMPARE(compact(root["user"]), std::string(R"({"userID":"mia"})"));
    QCOMPARE(root["specs"]["time"].rawText(), std::string_view("1795176120000"));
    QCOMPARE(root["program"].toUtf8(), std::string("Gatescope 0.1.0"));
}

void TstExplanationTexts::jsonKeepsNumbers()
{
    const Evaluator evaluator(projectOfCondition(
        R"({"type":"user_field","field":"n","operator":"gte","idType":"userID","targetValue":3.10})"));
    const JsonDocumentPtr document = parsedJson(explanationJson(
        *explain(evaluator, userOf(R"({"userID":"u","custom":{"n":12345678901234567890}})"), 0), {}));
    const JsonValue condition = document->root()["rows"].at(1);
    QCOMPARE(condition["user"].rawText(), std::string_view("12345678901234567890"));
    QCOMPARE(condition["target"].rawText(), std::string_view("3.10"));

    const JsonDocumentPtr tiny =
        parsedJson(explanationJson(*explainedGate("tiny", R"({"userID":"mia"})"), {}));
    const JsonValue bucket = tiny->root()["buckets"].at(0);
    QCOMPARE(bucket["hash"].toUtf8(), std::string("4463913136843204746"));
    QCOMPARE(bucket["bucket"].rawText(), std::string_view("4746"));
    QCOMPARE(bucket["limit"].rawText(), std::string_view("50"));
    QCOMPARE(bucket["ranges"].at(0)["last"].rawText(), std::string_view("49"));
    QCOMPARE(tiny->root()["rows"].at(2)["target"].rawText(), std::string_view("50"));
}

GATESCOPE_TEST(TstExplanationTexts)
#include "tst_explanationtexts.moc"
