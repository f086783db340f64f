// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/commands/command.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// `gatescope diff` as somebody at a terminal meets it.
class TstDiffCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sameIsZero();
    void differentIsOne();
    void printsJson();
    void resolvesNames();
    void ignoresTimesUnlessAsked();
    void impactOfSpecs();
    void serverTextStaysText();
    void badInput_data();
    void badInput();
    void helpIsTheOnlyOutput();

private:
    struct Run
    {
        int exitCode;
        QString out;
        QString err;
    };
    static Run run(const QStringList &arguments);
    QString file(const char *name, const QByteArray &content) const;
    QString small() const { return file("small.json", smallProjectJson()); }
    QString edited(const char *name, const QByteArray &from, const QByteArray &to) const;

    QTemporaryDir m_directory;
};

TstDiffCommand::Run TstDiffCommand::run(const QStringList &arguments)
{
    Run run {};
    QTextStream out(&run.out);
    QTextStream err(&run.err);
    run.exitCode = runDiff(arguments, {out, err});
    return run;
}

QString TstDiffCommand::file(const char *name, const QByteArray &content) const
{
    QFile file(m_directory.filePath(QLatin1String(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        QTest::qFail("a test file cannot be written", __FILE__, __LINE__);
    return file.fileName();
}

QString TstDiffCommand::edited(const char *name, const QByteArray &from, const QByteArray &to) const
{
    QByteArray specs = smallProjectJson();
    if (!specs.contains(from))
        QTest::qFail("nothing to edit", __FILE__, __LINE__);
    return file(name, specs.replace(from, to));
}

void TstDiffCommand::sameIsZero()
{
    const QString reordered = file(
        "reordered.json", R"({"layer_configs":{},"dynamic_configs":{},"feature_gates":{"b":{},"a":{}}})");
    const QString plain =
        file("plain.json", R"({"feature_gates":{"a":{},"b":{}},"dynamic_configs":{},"layer_configs":{}})");
    const Run same = run({reordered, plain});
    QCOMPARE(same.exitCode, int(ExitSuccess));
    QCOMPARE(same.err, QString());
    QVERIFY2(same.out.contains(QStringLiteral("Nothing is different")), qPrintable(same.out));
    QCOMPARE(run({small(), small()}).exitCode, int(ExitSuccess));
    QCOMPARE(run({file("1.json", "[1, 2]"), file("2.json", "[1,2]")}).exitCode, int(ExitSuccess));
}

void TstDiffCommand::differentIsOne()
{
    const Run result =
        run({small(), edited("more.json", R"("passPercentage": 25)", R"("passPercentage": 50)")});
    QCOMPARE(result.exitCode, int(ExitDifferent));
    QCOMPARE(result.err, QString());
    QString text = result.out;
    text.replace(QChar::Nbsp, u' ');
    QVERIFY2(text.contains(QStringLiteral("\n#### `checkout_v2` (gate)\n\n"
                                          "- rules › DE rollout › pass percentage: `25 %` → `50 %`\n")),
        qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("| Gates | 1 | 0 | 0 | 1 |")), qPrintable(text));
    QCOMPARE(run({file("1.json", "[1,2]"), file("2.json", "[1,3]")}).exitCode, int(ExitDifferent));
}

void TstDiffCommand::printsJson()
{
    const Run result = run({QStringLiteral("--json"), small(),
        edited("targets.json", R"(["DE", "AT"])", R"(["DE", "CH", "FR"])")});
    QCOMPARE(result.exitCode, int(ExitDifferent));
    QCOMPARE(result.out.count(u'\n'), 1);
    const QJsonObject root = QJsonDocument::fromJson(result.out.toUtf8()).object();
    QCOMPARE(root.value(QStringLiteral("type")).toString(), QStringLiteral("specs"));
    QCOMPARE(root.value(QStringLiteral("same")).toBool(true), false);
    const QJsonArray entities = root.value(QStringLiteral("entities")).toArray();
    QCOMPARE(entities.size(), 1);
    const QJsonObject gate = entities.first().toObject();
    QCOMPARE(gate.value(QStringLiteral("name")).toString(), QStringLiteral("checkout_v2"));
    const QJsonObject field = gate.value(QStringLiteral("fields")).toArray().first().toObject();
    QCOMPARE(field.value(QStringLiteral("removed")).toArray(), (QJsonArray {QStringLiteral("AT")}));
    QCOMPARE(field.value(QStringLiteral("added")).toArray(),
        (QJsonArray {QStringLiteral("CH"), QStringLiteral("FR")}));
    QCOMPARE(field.value(QStringLiteral("in_both")).toInt(), 1);
    QCOMPARE(field.value(QStringLiteral("left_path")).toString(),
        QStringLiteral("$.condition_map.c_country.targetValue"));
}

/// djb2 as Statsig hashes names: each character added to 31 times what came before, in 32 bits.
void TstDiffCommand::resolvesNames()
{
    quint32 hash = 0;
    for (const char c : std::string_view("checkout_v2"))
        hash = hash * 31 + quint32(c);
    const QByteArray key = QByteArray::number(hash);
    const auto answer = [&](const char *name, const char *value) {
        return file(name,
            R"({"feature_gates":{")" + key + R"(":{"name":")" + key + R"(","value":)" + value
                + R"(,"rule_id":"rule_de"}},"dynamic_configs":{},"layer_configs":{},"hash_used":"djb2"})");
    };
    const QString off = answer("off.json", "false");
    const QString on = answer("on.json", "true");
    const Run unknown = run({off, on});
    QCOMPARE(unknown.exitCode, int(ExitDifferent));
    QVERIFY2(unknown.out.contains(u'`' + QString::fromLatin1(key) + QStringLiteral("` (gate), name unknown")),
        qPrintable(unknown.out));
    const Run known = run({off, on, QStringLiteral("--specs"), small()});
    QVERIFY2(known.out.contains(QStringLiteral("#### `checkout_v2` (gate)\n\n- value: `Off` → `On`\n")),
        qPrintable(known.out));
}

void TstDiffCommand::ignoresTimesUnlessAsked()
{
    const QString later = edited("later.json", "1795176120000", "1795176120001");
    QCOMPARE(run({small(), later}).exitCode, int(ExitSuccess));
    const Run all = run({small(), later, QStringLiteral("--all")});
    QCOMPARE(all.exitCode, int(ExitDifferent));
    QVERIFY(all.out.contains(QStringLiteral("`1795176120000` → `1795176120001`")));
}

void TstDiffCommand::impactOfSpecs()
{
    const QString users = file("users.jsonl",
        "{\"userID\":\"a\"}\n\n{\"userID\":\"b\",\"custom\":{\"browser_name\":\"Mobile Safari\"}}\n");
    const QString right = edited("chrome.json", "Mobile Safari", "Chrome");
    const Run result = run({small(), right, QStringLiteral("--users"), users});
    QCOMPARE(result.exitCode, int(ExitDifferent));
    QVERIFY2(result.out.contains(QStringLiteral(
                 "- `search_ranking`: 1 user, such as user `b`: `{\"boost\":2}` → `{\"boost\":1}`\n")),
        qPrintable(result.out));
    const Run json = run({small(), right, QStringLiteral("--users"), users, QStringLiteral("--json")});
    const QJsonObject impact =
        QJsonDocument::fromJson(json.out.toUtf8()).object().value(QStringLiteral("impact")).toObject();
    QCOMPARE(impact.value(QStringLiteral("users")).toInt(), 2);
    QCOMPARE(impact.value(QStringLiteral("users_with_change")).toInt(), 1);
    QCOMPARE(impact.value(QStringLiteral("entities_evaluated")).toInt(), 1);
    const QJsonObject entity = impact.value(QStringLiteral("entities")).toArray().first().toObject();
    QCOMPARE(entity.value(QStringLiteral("name")).toString(), QStringLiteral("search_ranking"));
    QCOMPARE(entity.value(QStringLiteral("example")).toObject().value(QStringLiteral("user")).toInt(), 2);
}

void TstDiffCommand::serverTextStaysText()
{
    const QByteArray hostile = R"(<b>x</b> `y` [z](http://e) @all)";
    const QString right = edited("hostile.json", "\"DE rollout\"", '"' + hostile + '"');
    const Run result = run({small(), right});
    QCOMPARE(result.exitCode, int(ExitDifferent));
    QVERIFY2(!result.out.contains(QStringLiteral("\n<b>")), qPrintable(result.out));
    QVERIFY2(result.out.contains(QStringLiteral("``") + QString::fromLatin1(hostile) + QStringLiteral("``")),
        qPrintable(result.out));
}

void TstDiffCommand::badInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("said");
    const auto texts = [](std::initializer_list<const char *> words) {
        QStringList list;
        for (const char *word : words)
            list << QString::fromUtf8(word);
        return list;
    };
    const QString specs = small();
    const QString answer = file("answer.json", R"({"feature_gates":{}})");
    const QStringList both {specs, specs};
    QTest::newRow("nothing") << QStringList() << texts({"The two files to compare are missing", "--help"});
    QTest::newRow("one file") << QStringList {specs} << texts({"small.json with is missing"});
    QTest::newRow("three files") << QStringList {specs, specs, answer}
                                 << texts({"answer.json” is one argument"});
    QTest::newRow("option") << both + texts({"--fast"}) << texts({"fast"});
    QTest::newRow("no such file") << QStringList {specs, QStringLiteral("/no/b.json")}
                                  << texts({"/no/b.json cannot be read"});
    QTest::newRow("a folder") << QStringList {specs, m_directory.path()} << texts({"cannot be read"});
    QTest::newRow("broken") << QStringList {specs, file("broken.json", "{\n\"a\":1,\n}")}
                            << texts({"broken.json: ", "ine 3"});
    QTest::newRow("empty") << QStringList {file("empty.json", ""), specs} << texts({"empty.json: "});
    QTest::newRow("cut") << QStringList {file("cut.json", "{\"a\":[1,"), specs} << texts({"cut.json: "});
    QTest::newRow("not UTF-8") << QStringList {file("latin.json", "\"\xe9\""), specs}
                               << texts({"latin.json: "});
    QTest::newRow("too deep") << QStringList {file("deep.json", QByteArray(100'000, '[')), specs}
                              << texts({"deep.json: "});
    QTest::newRow("two kinds") << QStringList {specs, answer}
                               << texts({"the left is specs, the right is an initialize response",
                                      "Choose two of one kind"});
    QTest::newRow("users without specs") << QStringList {answer, answer} + texts({"--users", "x.jsonl"})
                                         << texts({"--users needs specs", "Leave --users out"});
    QTest::newRow("bad line") << both
            + QStringList {QStringLiteral("--users"), file("u.jsonl", "{}\n{}\n{oops\n")}
                              << texts({"u.jsonl, line 3"});
    QTest::newRow("user is a list") << both
            + QStringList {QStringLiteral("--users"), file("l.jsonl", "{}\n[]\n")}
                                    << texts({"l.jsonl, line 2, a user is a JSON object"});
    QTest::newRow("no users file") << both + texts({"--users", "/no/u.jsonl"}) << texts({"/no/u.jsonl"});
    QTest::newRow("names from no specs")
        << QStringList {answer, answer, QStringLiteral("--specs"), answer} << texts({"answer.json: "});
    QTest::newRow("specs without layers") << QStringList {specs, file("half.json", R"({"feature_gates":[]})")}
                                          << texts({"half.json: ", "is missing"});
}

void TstDiffCommand::badInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, said);
    const Run result = run(arguments);
    QCOMPARE(result.exitCode, int(ExitBadInput));
    QCOMPARE(result.out, QString());
    for (const QString &text : std::as_const(said))
        QVERIFY2(result.err.contains(text), qPrintable(result.err));
}

void TstDiffCommand::helpIsTheOnlyOutput()
{
    const Run result = run({QStringLiteral("--help")});
    QCOMPARE(result.exitCode, int(ExitSuccess));
    QVERIFY(result.out.startsWith(QStringLiteral("Usage: gatescope diff A B ")));
    QCOMPARE(result.err, QString());
}

GATESCOPE_TEST(TstDiffCommand)
#include "tst_diffcommand.moc"
