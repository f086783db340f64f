// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/commands/command.h>
#include <app/countries.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;

/// `gatescope evaluate` and `gatescope initialize` as somebody at a terminal meets them.
class TstEvaluateCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void evaluatesEveryEntity();
    void namesWhatIsUndetermined();
    void answersAsTheSdkDoes();
    void takesListsAndCountries();
    void readsADatabaseOfAddresses();
    void writesAFileWhole();
    void passesOverEmptyLines();
    void badInput_data();
    void badInput();
    void unwritableOutputIsAFailure();
    void helpIsTheOnlyOutput();
    void initializeInEveryFormat();
    void sharedProject();

private:
    struct Run
    {
        int exitCode;
        QString out;
        QString err;
        QJsonObject line(int number) const
        {
            return QJsonDocument::fromJson(out.split(QLatin1Char('\n')).value(number).toUtf8()).object();
        }
    };
    using Command = int (*)(const QStringList &, CommandStreams);
    static Run run(Command command, const QStringList &arguments);
    QString file(const QString &name, const QByteArray &content) const;
    QStringList specsAnd(const QByteArray &users, const QStringList &more = {}) const;

    QTemporaryDir m_directory;
};

namespace {

const QString shopSpecs = QStringLiteral(GATESCOPE_TEST_DATA "/evaluation/shop_v2.json");

QJsonObject entity(const QJsonObject &line, const char *table, const char *name)
{
    return line.value(QLatin1String(table)).toObject().value(QLatin1String(name)).toObject();
}

QJsonObject parsed(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

TstEvaluateCommand::Run TstEvaluateCommand::run(Command command, const QStringList &arguments)
{
    Run run {};
    QTextStream out(&run.out);
    QTextStream err(&run.err);
    run.exitCode = command(arguments, {out, err});
    return run;
}

QString TstEvaluateCommand::file(const QString &name, const QByteArray &content) const
{
    QFile file(m_directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        QTest::qFail("a test file cannot be written", __FILE__, __LINE__);
    return file.fileName();
}

QStringList TstEvaluateCommand::specsAnd(const QByteArray &users, const QStringList &more) const
{
    return QStringList {QStringLiteral("--specs"), shopSpecs, QStringLiteral("--users"),
               file(QStringLiteral("users.jsonl"), users)}
    + more;
}

void TstEvaluateCommand::evaluatesEveryEntity()
{
    const Run result = run(runEvaluate, specsAnd("{\"userID\":\"a_user\"}\n{\"userID\":\"bea\"}"));
    QCOMPARE(result.err, QString());
    QCOMPARE(result.exitCode, int(ExitSuccess));
    QCOMPARE(result.out.count(QLatin1Char('\n')), 2);
    const QJsonObject line = result.line(0);
    QCOMPARE(line.keys(),
        QStringList({QStringLiteral("configs"), QStringLiteral("gates"), QStringLiteral("layers"),
            QStringLiteral("user")}));
    QCOMPARE(line.value(QLatin1String("user")).toInt(-1), 0);
    QCOMPARE(entity(line, "gates", "holdout"),
        parsed(R"({"value":false,"rule_id":"1SYnDQxZZtiWMfEHVZDcAC","secondary_exposures":[]})"));
    QCOMPARE(entity(line, "gates", "nested"), parsed(R"({"value":true,"rule_id":"n1","secondary_exposures":[
        {"gate":"holdout","gateValue":"false","ruleID":"1SYnDQxZZtiWMfEHVZDcAC"},
        {"gate":"half","gateValue":"true","ruleID":"half1"}]})"));
    QCOMPARE(entity(line, "configs", "banner"),
        parsed(
            R"({"value":{"text":"hello"},"rule_id":"default","group_name":null,"secondary_exposures":[]})"));
    QCOMPARE(entity(line, "configs", "checkout"), parsed(R"({"value":{"button":"green"},"rule_id":"test",
        "group_name":"Test","secondary_exposures":[
        {"gate":"holdout","gateValue":"false","ruleID":"1SYnDQxZZtiWMfEHVZDcAC"}]})"));
    QCOMPARE(entity(line, "layers", "page"), parsed(R"({"value":{"button":"green"},"rule_id":"test",
        "group_name":"Test","allocated_experiment":"checkout","secondary_exposures":[
        {"gate":"half","gateValue":"true","ruleID":"half1"},
        {"gate":"holdout","gateValue":"false","ruleID":"1SYnDQxZZtiWMfEHVZDcAC"}]})"));
    QCOMPARE(entity(result.line(1), "configs", "banner"),
        parsed(
            R"({"value":{"text":"hi Bea","size":1.5},"rule_id":"b1","group_name":null,"secondary_exposures":[]})"));
    QVERIFY2(result.out.contains(QLatin1String("\"size\":1.50")), "numbers are as in the specs");
}

void TstEvaluateCommand::namesWhatIsUndetermined()
{
    const Run result = run(runEvaluate, specsAnd(R"({"userID":"u","ip":"2.2.2.2"})"));
    QCOMPARE(result.exitCode, int(ExitSuccess));
    const QJsonObject testers = entity(result.line(0), "gates", "segment:testers");
    QVERIFY(testers.value(QLatin1String("value")).isNull());
    QVERIFY(testers.value(QLatin1String("rule_id")).isNull());
    QCOMPARE(testers.value(QLatin1String("reason")).toString(),
        QStringLiteral("undetermined: the ID list \"testers\" is not loaded"));
    QCOMPARE(entity(result.line(0), "gates", "french").value(QLatin1String("reason")).toString(),
        QStringLiteral("undetermined: the country of the IP address 2.2.2.2 is not known here"));
}

void TstEvaluateCommand::answersAsTheSdkDoes()
{
    const Run result =
        run(runEvaluate, specsAnd(R"({"userID":"u","ip":"2.2.2.2"})", {QStringLiteral("--sdk-compatible")}));
    QCOMPARE(result.exitCode, int(ExitSuccess));
    QCOMPARE(entity(result.line(0), "gates", "segment:testers"),
        parsed(R"({"value":false,"rule_id":"default","secondary_exposures":[]})"));
    QCOMPARE(entity(result.line(0), "gates", "french"),
        parsed(R"({"value":false,"rule_id":"default","secondary_exposures":[]})"));
    QVERIFY(!result.out.contains(QLatin1String("undetermined")));
    QCOMPARE(run(runInitialize, specsAnd("{}", {QStringLiteral("--sdk-compatible")})).exitCode,
        int(ExitBadInput)); // it always is
}

void TstEvaluateCommand::takesListsAndCountries()
{
    const QString lists = file(QStringLiteral("lists.json"), R"({"testers":["Q1Wha2PJ"]})");
    const QString countries = file(QStringLiteral("countries.json"), R"({"2.2.2.2":"FR","8.8.8.8":"US"})");
    const Run result = run(runEvaluate,
        specsAnd("{\"userID\":\"a_user\",\"ip\":\"2.2.2.2\"}\n{\"userID\":\"b\",\"ip\":\"8.8.8.8\"}\n",
            {QStringLiteral("--id-lists"), lists, QStringLiteral("--ip-countries"), countries}));
    QCOMPARE(result.exitCode, int(ExitSuccess));
    QCOMPARE(entity(result.line(0), "gates", "segment:testers"),
        parsed(R"({"value":true,"rule_id":"id_list","secondary_exposures":[]})"));
    QCOMPARE(entity(result.line(0), "gates", "french"),
        parsed(R"({"value":true,"rule_id":"f1","secondary_exposures":[]})"));
    QCOMPARE(
        entity(result.line(1), "gates", "segment:testers").value(QLatin1String("value")), QJsonValue(false));
    QCOMPARE(entity(result.line(1), "gates", "french").value(QLatin1String("value")), QJsonValue(false));
}

void TstEvaluateCommand::readsADatabaseOfAddresses()
{
    const auto countries = readCountries(QStringLiteral(GATESCOPE_TEST_DATA "/evaluation/countries.mmdb"));
    QVERIFY2(countries.has_value(), countries ? "" : qPrintable(countries.error().message));
    QCOMPARE((*countries)->country("8.8.8.8"), std::optional<std::string>("US"));
    QCOMPARE((*countries)->country("2.2.2.255"), std::optional<std::string>("FR"));
    for (const char *none : {"10.0.0.1", "3.3.3.3", "", "2.2.2", "999.1.1.1", "::1", "not an address"})
        QCOMPARE((*countries)->country(none), std::optional<std::string>());
}

void TstEvaluateCommand::writesAFileWhole()
{
    const QString path = m_directory.filePath(QStringLiteral("out.jsonl"));
    const Run result = run(runEvaluate, specsAnd("{}\n", {QStringLiteral("--out"), path}));
    QCOMPARE(result.exitCode, int(ExitSuccess));
    QCOMPARE(result.out, QString());
    QVERIFY(Test::readFile(path).startsWith("{\"user\":0,\"gates\":{"));

    const QString other = m_directory.filePath(QStringLiteral("never.jsonl"));
    const Run failing = run(runEvaluate, specsAnd("{}\n[]\n", {QStringLiteral("--out"), other}));
    QCOMPARE(failing.exitCode, int(ExitBadInput));
    QVERIFY(!QFile::exists(other));
    QCOMPARE(QDir(m_directory.path()).entryList({QStringLiteral("never*")}).size(), 0);
}

void TstEvaluateCommand::passesOverEmptyLines()
{
    const Run result = run(runEvaluate, specsAnd("\n{\"userID\":\"bea\"}\r\n\n  \n{}"));
    QCOMPARE(result.exitCode, int(ExitSuccess));
    QCOMPARE(result.line(0).value(QLatin1String("user")).toInt(), 1);
    QCOMPARE(result.line(1).value(QLatin1String("user")).toInt(), 4);
}

void TstEvaluateCommand::badInput_data()
{
    QTest::addColumn<QByteArray>("users");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QStringList>("said");
    const auto missing = m_directory.filePath(QStringLiteral("missing.json"));
    QTest::newRow("not JSON") << QByteArray("{}\n{\"a\":}\n") << QStringList()
                              << QStringList {QStringLiteral("users.jsonl"), QStringLiteral("ine 2"),
                                     QStringLiteral("column 6")};
    QTest::newRow("cut off") << QByteArray("{}\n{\"a\":1\n{}\n") << QStringList()
                             << QStringList {
                                    QStringLiteral("users.jsonl"), QStringLiteral("ine 2, column 7")};
    QTest::newRow("no object") << QByteArray("{}\n{}\n7\n") << QStringList()
                               << QStringList {
                                      QStringLiteral("users.jsonl, line 3"), QStringLiteral("object")};
    QTest::newRow("wrong table") << QByteArray(R"({"custom":[1]})") << QStringList()
                                 << QStringList {QStringLiteral("users.jsonl, line 1, field custom")};
    QTest::newRow("wrong field") << QByteArray(R"({"email":{}})") << QStringList()
                                 << QStringList {QStringLiteral("users.jsonl, line 1, field email")};
    QTest::newRow("lists missing") << QByteArray("{}") << QStringList {QStringLiteral("--id-lists"), missing}
                                   << QStringList {missing};
    QTest::newRow("lists wrong") << QByteArray("{}")
                                 << QStringList {QStringLiteral("--id-lists"),
                                        file(QStringLiteral("l.json"), R"({"a":["x",5]})")}
                                 << QStringList {QStringLiteral("l.json"), QStringLiteral("“a”"),
                                        QStringLiteral("lement 1")};
    QTest::newRow("countries wrong") << QByteArray("{}")
                                     << QStringList {QStringLiteral("--ip-countries"),
                                            file(QStringLiteral("c.json"), R"({"1.1.1.1":5})")}
                                     << QStringList {QStringLiteral("c.json"), QStringLiteral("1.1.1.1")};
    QTest::newRow("no database") << QByteArray(
        "{}") << QStringList {QStringLiteral("--ip-countries"), file(QStringLiteral("c.mmdb"), "nothing")}
                                 << QStringList {QStringLiteral("c.mmdb")};
    QTest::newRow("unknown option") << QByteArray("{}") << QStringList {QStringLiteral("--fast")}
                                    << QStringList {QStringLiteral("fast"), QStringLiteral("--help")};
    QTest::newRow("stray word") << QByteArray("{}") << QStringList {QStringLiteral("now")}
                                << QStringList {QStringLiteral("now")};
    QTest::newRow("specs are none") << QByteArray(
        "{}") << QStringList {QStringLiteral("--specs"), file(QStringLiteral("s.json"), R"({"error":1})")}
                                    << QStringList {
                                           QStringLiteral("s.json"), QStringLiteral("feature_gates")};
}

void TstEvaluateCommand::badInput()
{
    QFETCH(QByteArray, users);
    QFETCH(QStringList, more);
    QFETCH(QStringList, said);
    for (const Command command : {&runEvaluate, &runInitialize}) {
        const Run result = run(command, specsAnd(users, more));
        QCOMPARE(result.exitCode, int(ExitBadInput));
        QCOMPARE(result.out, QString());
        for (const QString &text : std::as_const(said))
            QVERIFY2(result.err.contains(text), qPrintable(result.err));
        QCOMPARE(run(command, {}).exitCode, int(ExitBadInput));
        QVERIFY(run(command, {}).err.contains(QLatin1String("--specs FILE is missing")));
    }
}

void TstEvaluateCommand::unwritableOutputIsAFailure()
{
    const QString nowhere = m_directory.filePath(QStringLiteral("no/such/folder/out.jsonl"));
    const Run result = run(runEvaluate, specsAnd("{}\n", {QStringLiteral("--out"), nowhere}));
    QCOMPARE(result.exitCode, int(ExitFailed));
    QVERIFY2(result.err.contains(nowhere), qPrintable(result.err));
}

void TstEvaluateCommand::helpIsTheOnlyOutput()
{
    for (const Command command : {&runEvaluate, &runInitialize}) {
        const Run result = run(command, {QStringLiteral("--help")});
        QCOMPARE(result.exitCode, int(ExitSuccess));
        QVERIFY(result.out.startsWith(QLatin1String("Usage: gatescope ")));
        QCOMPARE(result.err, QString());
    }
}

void TstEvaluateCommand::initializeInEveryFormat()
{
    const QByteArray users = R"({"userID":"a_user","privateAttributes":{"secretz":"x"},"ip":"2.2.2.2"})";
    const auto response = [&](const QStringList &options) {
        const Run result = run(runInitialize, specsAnd(users, options));
        const QJsonObject line = result.line(0);
        if (line.value(QLatin1String("user")).toInt(-1) != 0)
            QTest::qFail(qPrintable(result.err), __FILE__, __LINE__);
        return line;
    };
    const QJsonObject v1 = response({});
    QCOMPARE(v1.value(QLatin1String("hash")).toString(), QStringLiteral("djb2"));
    const QJsonObject plain = response({QStringLiteral("--hash"), QStringLiteral("none")})
                                  .value(QLatin1String("response"))
                                  .toObject();
    QVERIFY(plain.value(QLatin1String("has_updates")).toBool());
    QCOMPARE(plain.value(QLatin1String("hash_used")).toString(), QStringLiteral("none"));
    QCOMPARE(plain.value(QLatin1String("user")).toObject(), parsed(R"({"userID":"a_user","ip":"2.2.2.2"})"));
    QCOMPARE(plain.value(QLatin1String("pa_hash")).toString(), QStringLiteral("3555443912"));
    QVERIFY(!plain.value(QLatin1String("feature_gates")).toObject().contains(QLatin1String("holdout")));
    QCOMPARE(entity(plain, "feature_gates", "half"),
        parsed(R"({"name":"half","rule_id":"half1","secondary_exposures":[],
        "id_type":"userID","value":true})"));
    QCOMPARE(entity(plain, "dynamic_configs", "checkout"), parsed(R"({"name":"checkout","rule_id":"test",
        "secondary_exposures":[{"gate":"holdout","gateValue":"false","ruleID":"1SYnDQxZZtiWMfEHVZDcAC"}],
        "id_type":"userID","value":{"button":"green"},"is_device_based":false,"is_in_layer":true,
        "explicit_parameters":["button"],"group_name":"Test","is_experiment_active":true,
        "is_user_in_experiment":true})"));
    const QJsonObject shortForm = response({QStringLiteral("--format"), QStringLiteral("init-v2"),
                                               QStringLiteral("--hash"), QStringLiteral("none")})
                                      .value(QLatin1String("response"))
                                      .toObject();
    QCOMPARE(shortForm.value(QLatin1String("response_format")).toString(), QStringLiteral("init-v2"));
    QCOMPARE(entity(shortForm, "feature_gates", "half"), parsed(R"({"r":"half1","i":"userID","v":true})"));
    const Run wrong = run(runInitialize, specsAnd("{}", {QStringLiteral("--hash"), QStringLiteral("md5")}));
    QCOMPARE(wrong.exitCode, int(ExitBadInput));
    QVERIFY(wrong.err.contains(QLatin1String("md5")));
}

void TstEvaluateCommand::sharedProject()
{
    const QString fixtures = Test::sharedFixtures();
    if (fixtures.isEmpty())
        return;
    const QJsonArray expected = QJsonDocument::fromJson(
        Test::readFile(fixtures + QStringLiteral("/generated/expected.core.demo_proj_dcs.json")))
                                    .object()
                                    .value(QLatin1String("users"))
                                    .toArray();
    QByteArray users;
    for (const QJsonValue &user : expected)
        users += QJsonDocument(user[QLatin1String("user")].toObject()).toJson(QJsonDocument::Compact) + '\n';
    const QString countries =
        file(QStringLiteral("known.json"), R"({"1.0.0.0":"US","8.8.8.8":"US","122.56.1.1":"NZ",
        "102.102.102.102":"MA"})");
    const Run result = run(runEvaluate,
        {QStringLiteral("--specs"), fixtures + QStringLiteral("/core/demo_proj_dcs.json"),
            QStringLiteral("--users"), file(QStringLiteral("demo.jsonl"), users),
            QStringLiteral("--ip-countries"), countries});
    QCOMPARE(result.exitCode, int(ExitSuccess));
    for (int i = 0; i < expected.size(); ++i) {
        const QJsonObject response = expected[i][QLatin1String("initialize")].toObject();
        for (const auto &[table, own] : {std::pair {"feature_gates", "gates"}, {"dynamic_configs", "configs"},
                 {"layer_configs", "layers"}}) {
            const QJsonObject entities = response.value(QLatin1String(table)).toObject();
            for (const QString &name : entities.keys()) {
                const QJsonObject wanted = entities.value(name).toObject();
                const QJsonObject found = entity(result.line(i), own, qPrintable(name));
                QVERIFY(!found.isEmpty());
                QVERIFY(!found.contains(QLatin1String("reason")));
                for (const char *field : {"value", "rule_id", "secondary_exposures"})
                    QCOMPARE(found.value(QLatin1String(field)), wanted.value(QLatin1String(field)));
            }
        }
    }
}

GATESCOPE_TEST(TstEvaluateCommand)
#include "tst_evaluatecommand.moc"
