// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/commands/command.h>
#include <app/commands/namedentity.h>
#include <tests/support/testregistry.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;

/// `gatescope explain` as somebody at a terminal meets it.
class TstExplainCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void explainsAsMarkdown();
    void explainsAsJson();
    void takesListsAndCountries();
    void readsOneUser_data();
    void readsOneUser();
    void findsByDisplayName();
    void oneNameInTwoTables();
    void namesWhatIsLikeIt_data();
    void namesWhatIsLikeIt();
    void leadsOnFromAStore();
    void badInput_data();
    void badInput();
    void helpIsTheOnlyOutput();
    void suggestions();

private:
    struct Run
    {
        int exitCode;
        QString out;
        QString err;
    };
    static Run run(const QStringList &arguments);
    QString file(const QString &name, const QByteArray &content) const;
    Run explainName(const QString &name, const QStringList &more = {},
        const QByteArray &user = R"({"userID":"a_user"})") const;

    QTemporaryDir m_directory;
};

namespace {

const QString explainedSpecs = QStringLiteral(GATESCOPE_TEST_DATA "/evaluation/shop_v2.json");

QString firstSentence(const QString &markdown)
{
    return markdown.split(QStringLiteral("\n\n")).value(1).replace(QChar::Nbsp, u' ');
}

} // namespace

TstExplainCommand::Run TstExplainCommand::run(const QStringList &arguments)
{
    Run run {};
    QTextStream out(&run.out);
    QTextStream err(&run.err);
    run.exitCode = runExplain(arguments, {out, err});
    return run;
}

QString TstExplainCommand::file(const QString &name, const QByteArray &content) const
{
    QFile file(m_directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        QTest::qFail("a test file cannot be written", __FILE__, __LINE__);
    return file.fileName();
}

TstExplainCommand::Run TstExplainCommand::explainName(
    const QString &name, const QStringList &more, const QByteArray &user) const
{
    return run(QStringList {QStringLiteral("--specs"), explainedSpecs, QStringLiteral("--user"),
                   file(QStringLiteral("user.json"), user), name}
        + more);
}

void TstExplainCommand::explainsAsMarkdown()
{
    const Run result = explainName(QStringLiteral("half"));
    QCOMPARE(result.err, QString());
    QCOMPARE(result.exitCode, int(ExitSuccess));
    QVERIFY(result.out.startsWith(QLatin1String("### `half`: On\n")));
    QCOMPARE(firstSentence(result.out),
        QStringLiteral(
            "`half` is on for this user: rule 1 (`half1`) matched, and bucket 4,917 is below 5,000 "
            "(50 %)."));
    QVERIFY(result.out.contains(
        QLatin1String("`3d0f5df9-18c7-46fe-8b31-268d756c3459.7826bf70-af49-433a-9fd7-3826e90f7e0a.a_user`")));
    QVERIFY(result.out.contains(QLatin1String("Gatescope ")));
}

void TstExplainCommand::explainsAsJson()
{
    const Run result = explainName(QStringLiteral("page"), {QStringLiteral("--json")});
    QCOMPARE(result.exitCode, int(ExitSuccess));
    QCOMPARE(result.out.count(u'\n'), 1);
    const QJsonObject root = QJsonDocument::fromJson(result.out.toUtf8()).object();
    QCOMPARE(root.value(QLatin1String("kind")).toString(), QStringLiteral("layer"));
    const QJsonObject verdict = root.value(QLatin1String("verdict")).toObject();
    QCOMPARE(verdict.value(QLatin1String("group_name")).toString(), QStringLiteral("Test"));
    QCOMPARE(verdict.value(QLatin1String("allocated_experiment")).toString(), QStringLiteral("checkout"));
    QVERIFY(root.value(QLatin1String("rows")).toArray().size() > 3);
}

void TstExplainCommand::takesListsAndCountries()
{
    const QString lists = file(QStringLiteral("lists.json"), R"({"testers":["Q1Wha2PJ"]})");
    const QString countries = file(QStringLiteral("countries.json"), R"({"2.2.2.2":"FR"})");
    const QByteArray user = R"({"userID":"a_user","ip":"2.2.2.2"})";
    const QString cannotTell = QStringLiteral("Cannot tell");
    QVERIFY(firstSentence(explainName(QStringLiteral("testers"), {}, user).out).startsWith(cannotTell));
    QVERIFY(firstSentence(explainName(QStringLiteral("french"), {}, user).out).startsWith(cannotTell));
    const QStringList data {QStringLiteral("--id-lists"), lists, QStringLiteral("--ip-countries"), countries};
    QVERIFY(firstSentence(explainName(QStringLiteral("testers"), data, user).out)
            .startsWith(QLatin1String("This user is a member of `testers`: ")));
    QVERIFY(firstSentence(explainName(QStringLiteral("french"), data, user).out)
            .contains(QLatin1String("`country` (from the IP address) is `FR`")));
}

void TstExplainCommand::readsOneUser_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isFirst");
    QTest::newRow("one line") << QByteArray(R"({"userID":"a_user"})") << false;
    QTest::newRow("many lines") << QByteArray("\n{\n  \"userID\":\n    \"a_user\"\n}\n") << false;
    QTest::newRow("first of many") << QByteArray("\n{\"userID\":\"a_user\"}\n{\"userID\":\"b\"}\n") << true;
    QTest::newRow("others are not read") << QByteArray("{\"userID\":\"a_user\"}\n{oops\n") << true;
}

void TstExplainCommand::readsOneUser()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isFirst);
    const Run result = explainName(QStringLiteral("half"), {}, text);
    QCOMPARE(result.exitCode, int(ExitSuccess));
    QVERIFY(firstSentence(result.out).contains(QLatin1String("bucket 4,917")));
    QCOMPARE(result.err.contains(QLatin1String("its first user is taken")), isFirst);
}

void TstExplainCommand::findsByDisplayName()
{
    for (const char *name : {"testers", "segment:testers"}) {
        const Run result = explainName(QLatin1String(name));
        QCOMPARE(result.exitCode, int(ExitSuccess));
        QVERIFY(result.out.startsWith(QLatin1String("### `testers`: ")));
    }
}

void TstExplainCommand::oneNameInTwoTables()
{
    const auto spec = [](const char *entity, const char *value) -> QByteArray {
        return QByteArray(R"({"x":{"type":"t","entity":")") + entity
            + R"(","salt":"s","enabled":true,"idType":"userID","rules":[],"defaultValue":)" + value + "}}";
    };
    const QByteArray specs = R"({"has_updates":true,"time":1,"condition_map":{},"experiment_to_layer":{},)"
                             R"("feature_gates":)"
        + spec("feature_gate", "false") + R"(,"dynamic_configs":)" + spec("experiment", "{}")
        + R"(,"layer_configs":{}})";
    const QStringList arguments {QStringLiteral("--specs"), file(QStringLiteral("twice.json"), specs),
        QStringLiteral("--user"), file(QStringLiteral("user.json"), "{}"), QStringLiteral("x")};
    const Run both = run(arguments);
    QCOMPARE(both.exitCode, int(ExitBadInput));
    QCOMPARE(both.out, QString());
    QVERIFY2(both.err.contains(QStringLiteral("“x” is more than one thing: gate, experiment. Say which with "
                                              "--kind")),
        qPrintable(both.err));
    const Run config = run(arguments + QStringList {QStringLiteral("--kind"), QStringLiteral("config")});
    QCOMPARE(config.exitCode, int(ExitSuccess));
    QVERIFY(config.out.startsWith(QLatin1String("### `x`: Not in")));
}

void TstExplainCommand::namesWhatIsLikeIt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QStringList &more, const char *said) {
        QTest::newRow(name) << QString::fromUtf8(name) << more << QString::fromUtf8(said);
    };
    row("haff", {}, "These specs have no gate, config or layer named “haff”. Did you mean “half”?");
    row("HALF", {}, "Did you mean “half”?");
    row("tester", {}, "Did you mean “testers”?");
    row("something else", {}, "These specs have no gate, config or layer named “something else”.");
    row("half", {QStringLiteral("--kind"), QStringLiteral("layer")},
        "These specs have no layer named “half”.");
}

void TstExplainCommand::namesWhatIsLikeIt()
{
    QFETCH(QString, name);
    QFETCH(QStringList, more);
    QFETCH(QString, said);
    const Run result = explainName(name, more);
    QCOMPARE(result.exitCode, int(ExitBadInput));
    QCOMPARE(result.out, QString());
    QVERIFY2(result.err.contains(said), qPrintable(result.err));
}

void TstExplainCommand::leadsOnFromAStore()
{
    const QString sample = QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-project.json");
    const Run result = run({QStringLiteral("--specs"), sample, QStringLiteral("--user"),
        file(QStringLiteral("user.json"), "{}"), QStringLiteral("storefront")});
    QCOMPARE(result.exitCode, int(ExitBadInput));
    QVERIFY2(
        result.err.contains(QStringLiteral("“storefront” is a parameter store")), qPrintable(result.err));
    QVERIFY2(result.err.contains(QStringLiteral("“checkout_flow”")), qPrintable(result.err));
}

void TstExplainCommand::badInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("said");
    const auto texts = [](std::initializer_list<const char *> words) {
        QStringList list;
        for (const char *word : words)
            list << QString::fromUtf8(word);
        return list;
    };
    const QStringList specs {QStringLiteral("--specs"), explainedSpecs};
    const QStringList half = specs + texts({"half"});
    const auto user = [&](const char *name, const QByteArray &content) {
        return QStringList {QStringLiteral("--user"), file(QLatin1String(name), content)};
    };
    const QStringList good = user("u.json", "{}");
    QTest::newRow("nothing") << QStringList() << texts({"--specs FILE is missing", "--help"});
    QTest::newRow("no user") << half << texts({"--user FILE is missing"});
    QTest::newRow("no name") << specs + good << texts({"NAME", "is missing"});
    QTest::newRow("two names") << half + good + texts({"page"}) << texts({"“page” is one argument too many"});
    QTest::newRow("kind") << half + good + texts({"--kind", "flag"}) << texts({"not “flag”"});
    QTest::newRow("option") << half + good + texts({"--fast"}) << texts({"fast"});
    QTest::newRow("no such file") << half + texts({"--user", "/no/such/user.json"})
                                  << texts({"/no/such/user.json cannot be read"});
    QTest::newRow("user is a list") << half + user("list.json", "[{}]")
                                    << texts({"list.json: a user is a JSON object"});
    QTest::newRow("user is broken") << half + user("broken.json", "{\n \"a\": }\n")
                                    << texts({"broken.json", "ine 2"});
    QTest::newRow("user is empty") << half + user("empty.json", "") << texts({"empty.json"});
    QTest::newRow("field is wrong") << half + user("field.json", R"({"custom":7})")
                                    << texts({"field.json: field custom"});
    QTest::newRow("specs are none") << QStringList {QStringLiteral("--specs"),
                                           file(QStringLiteral("s.json"), R"({"error":1})")}
            + texts({"half"}) + good << texts({"s.json", "feature_gates"});
    QTest::newRow("lists are none") << half + good + texts({"--id-lists", "/no/lists.json"})
                                    << texts({"/no/lists.json"});
}

void TstExplainCommand::badInput()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, said);
    const Run result = run(arguments);
    QCOMPARE(result.exitCode, int(ExitBadInput));
    QCOMPARE(result.out, QString());
    for (const QString &text : std::as_const(said))
        QVERIFY2(result.err.contains(text), qPrintable(result.err));
}

void TstExplainCommand::helpIsTheOnlyOutput()
{
    const Run result = run({QStringLiteral("--help")});
    QCOMPARE(result.exitCode, int(ExitSuccess));
    QVERIFY(result.out.startsWith(QLatin1String("Usage: gatescope explain ")));
    QCOMPARE(result.err, QString());
}

void TstExplainCommand::suggestions()
{
    const QStringList names {QStringLiteral("checkout_v2"), QStringLiteral("checkout_flow"),
        QStringLiteral("search"), QStringLiteral("Checkout_V2"), QStringLiteral("checkout_v20"),
        QStringLiteral("checkout_v21")};
    QCOMPARE(similarNames(QStringLiteral("checkout_v2"), names).size(), 3);
    QCOMPARE(similarNames(QStringLiteral("checkoutv2"), names).first(), QStringLiteral("Checkout_V2"));
    QCOMPARE(similarNames(QStringLiteral("serach"), names), QStringList {QStringLiteral("search")});
    QCOMPARE(similarNames(QStringLiteral("zzz"), names), QStringList());
}

GATESCOPE_TEST(TstExplainCommand)
#include "tst_explaincommand.moc"
