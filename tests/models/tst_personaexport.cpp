// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/personas/personaexport.h>
#include <models/personas/personaimport.h>
#include <models/statsig/members.h>
#include <tests/support/testregistry.h>

#include <QRandomGenerator>
#include <QTest>

using namespace Gatescope;

namespace {

Persona exported(const char *name, const QByteArray &user)
{
    return {{}, QString::fromUtf8(name), {}, {}, StatsigUser::fromJson(user).value_or(StatsigUser()), {}};
}

QByteArray csvLinesOf(const QList<Persona> &personas)
{
    return exportPersonas(personas, PersonaFormat::Csv, {true, {}, {}, {}});
}

/// Values and names that formats stumble over.
const QStringList awkward {QStringLiteral("a"), QStringLiteral("=1+1"), QStringLiteral("'=x"),
    QStringLiteral("-5"), QStringLiteral("007"), QStringLiteral("7"), QStringLiteral("true"),
    QStringLiteral("null"), QStringLiteral("a,b"), QStringLiteral("say \"hi\""), QStringLiteral("\"q\""),
    QStringLiteral("l1\nl2\r\nl3"), QStringLiteral(" x "), QStringLiteral("[1]"), QStringLiteral("tab\there"),
    QStringLiteral("Zoë 日本 😀"), QStringLiteral("o'neil"), QStringLiteral("$HOME `x`"),
    QStringLiteral("12345678901234567890"), QStringLiteral("a;b"), QStringLiteral("1e3"),
    QStringLiteral("+49")};

QString anyOf(QRandomGenerator &random)
{
    return awkward[random.bounded(int(awkward.size()))];
}

QByteArray anyJson(QRandomGenerator &random)
{
    const QByteArrayList others {"7", "-0.50", "1e2", "true", "false", "null", "[1,\"a\"]",
        R"({"b":{"c":"="}})", "12345678901234567890", R"("")", R"("é\u00e9")"};
    const int which = random.bounded(16);
    return which < others.size() ? others[which] : jsonQuoted(anyOf(random));
}

JsonMembers anyMembers(QRandomGenerator &random, bool onlyTexts)
{
    JsonMembers members;
    const int count = random.bounded(4);
    for (int i = 0; i < count; ++i)
        members.append({anyOf(random), onlyTexts ? jsonQuoted(anyOf(random)) : anyJson(random)});
    return members;
}

Persona anyPersona(QRandomGenerator &random)
{
    Persona persona;
    persona.name = anyOf(random);
    for (int i = random.bounded(3); i > 0; --i)
        persona.tags.append(anyOf(random));
    if (random.bounded(2))
        persona.notes = anyOf(random);
    for (const UserField field : userFields) {
        if (random.bounded(2))
            persona.user.setText(field, anyOf(random));
    }
    persona.user.setTable(UserTable::Custom, anyMembers(random, false));
    persona.user.setTable(UserTable::PrivateAttributes, anyMembers(random, false));
    persona.user.setTable(UserTable::CustomIds, anyMembers(random, random.bounded(3) > 0));
    if (random.bounded(3) == 0)
        persona.user.setTier(anyOf(random));
    if (persona.user.isEmpty())
        persona.user.setText(UserField::UserId, QStringLiteral("u"));
    return persona;
}

/// What differs, for the message; empty if nothing does.
QString differenceOf(const Persona &left, const Persona &right)
{
    if (left.name != right.name)
        return QStringLiteral("name %1 | %2").arg(left.name, right.name);
    if (left.tags != right.tags)
        return QStringLiteral("tags %1 | %2").arg(left.tags.join(u'/'), right.tags.join(u'/'));
    if (left.notes != right.notes)
        return QStringLiteral("notes %1 | %2").arg(left.notes, right.notes);
    if (left.user != right.user)
        return QString::fromUtf8(left.user.toJson() + " | " + right.user.toJson());
    return left == right ? QString() : QStringLiteral("other members");
}

} // namespace

/// Personas as they leave the program.
class TstPersonaExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesJson();
    void writesLines();
    void writesATable();
    void writesMixedColumnsAsJson();
    void writesOddUsersWhole();
    void writesNoMoreColumnsThanAreRead();
    void guardsFormulasInATable();
    void writesCommands();
    void tellsNothingPrivate_data();
    void tellsNothingPrivate();
    void comesBackTheSame_data();
    void comesBackTheSame();
};

void TstPersonaExport::writesJson()
{
    Persona mina = exported("Mina", R"({"userID":"u-1","custom":{"n":1.50}})");
    mina.id = QStringLiteral("mina");
    mina.tags = {QStringLiteral("gold")};
    mina.otherMembers = {{QStringLiteral("team"), R"({"x":1e2})"}};
    QCOMPARE(exportPersonas({mina}, PersonaFormat::Json),
        QByteArray(
            "[\n  {\n    \"name\": \"Mina\",\n    \"tags\": [\n      \"gold\"\n    ],\n    \"user\": {\n"
            "      \"userID\": \"u-1\",\n      \"custom\": {\n        \"n\": 1.50\n      }\n    },\n"
            "    \"team\": {\n      \"x\": 1e2\n    }\n  }\n]\n"));
    QCOMPARE(exportPersonas({}, PersonaFormat::Json), QByteArray("[]\n"));
}

void TstPersonaExport::writesLines()
{
    QCOMPARE(
        exportPersonas({exported("A\nB", R"({"userID":"a"})"), exported("C", "{}")}, PersonaFormat::Lines),
        QByteArray("{\"name\":\"A\\nB\",\"user\":{\"userID\":\"a\"}}\n{\"name\":\"C\",\"user\":{}}\n"));
}

void TstPersonaExport::writesATable()
{
    Persona mina = exported("Mina, gold",
        R"({"userID":"u-1","country":"DE","custom":{"plan":"gold","level":3},"customIDs":{"stableID":"s"}})");
    mina.tags = {QStringLiteral("a"), QStringLiteral("b")};
    mina.notes = QStringLiteral("x\ny");
    const Persona tom = exported("Tom",
        R"({"userID":"u-2","custom":{"level":7.5,"vip":true},)"
        R"("statsigEnvironment":{"tier":"staging"}})");
    QCOMPARE(csvLinesOf({mina, tom}),
        QByteArray(
            "name,tags,notes,userID,country,tier,custom.plan,custom.level,custom.vip,customIDs.stableID\r\n"
            "\"Mina, gold\",a; b,\"x\ny\",u-1,DE,,gold,3,,s\r\n"
            "Tom,,,u-2,,staging,,7.5,true,\r\n"));
}

void TstPersonaExport::writesMixedColumnsAsJson()
{
    QCOMPARE(csvLinesOf(
                 {exported("A", R"({"custom":{"level":"3"}})"), exported("B", R"({"custom":{"level":7}})")}),
        QByteArray("name,custom.level\r\nA,\"\"\"3\"\"\"\r\nB,7\r\n"));
}

void TstPersonaExport::writesOddUsersWhole()
{
    QCOMPARE(csvLinesOf({exported("A", R"({"userID":"a"})"), exported("B", R"({"userID":7})")}),
        QByteArray("name,userID,user\r\nA,a,\r\nB,,\"{\"\"userID\"\":7}\"\r\n"));
}

void TstPersonaExport::writesNoMoreColumnsThanAreRead()
{
    const auto withMembers = [](int count) {
        QByteArrayList members;
        for (int i = 1; i <= count; ++i)
            members << "\"k" + QByteArray::number(i) + "\":\"v\"";
        return exported("A", "{\"custom\":{" + members.join(',') + "}}");
    };
    const QByteArray fitting = csvLinesOf({withMembers(999)});
    QVERIFY(fitting.startsWith("name,custom.k1,") && !fitting.contains(",user"));
    QVERIFY(csvLinesOf({withMembers(1000)}).startsWith("name,user\r\n"));
    for (const int count : {999, 1000, 3000}) {
        const Persona wide = withMembers(count);
        const PersonaImport import = readPersonas(csvLinesOf({wide, exported("B", R"({"userID":"b"})")}));
        QVERIFY2(import.problems.isEmpty(), qPrintable(import.problems.join(u'\n')));
        QCOMPARE(import.personas.size(), 2);
        QCOMPARE(import.personas[0].user, wide.user);
    }
}

void TstPersonaExport::guardsFormulasInATable()
{
    const QByteArray csv = csvLinesOf(
        {exported("=HYPERLINK(\"x\")", R"({"userID":"+1","email":"@a","custom":{"x":"-1+2","n":-3}})")});
    QCOMPARE(csv,
        QByteArray("name,userID,email,custom.x,custom.n\r\n"
                   "\"'=HYPERLINK(\"\"x\"\")\",'+1,'@a,'-1+2,-3\r\n"));
}

void TstPersonaExport::writesCommands()
{
    PersonaExportOptions options;
    options.gateNames = {QStringLiteral("checkout_v2")};
    options.tier = QStringLiteral("staging");
    const QByteArray command =
        exportPersonas({exported("Mina", R"({"userID":"o'neil"})")}, PersonaFormat::Command, options);
    QVERIFY2(command.startsWith("curl --compressed --globoff 'https://api.statsig.com/v1/check_gate' \\\n"),
        command.constData());
    QVERIFY2(command.contains("\"statsig-api-key: $STATSIG_API_KEY\""), command.constData());
    QVERIFY2(command.contains(R"('{"user":{"userID":"o'\''neil","statsigEnvironment":{"tier":"staging"}},)"
                              R"("gateName":"checkout_v2",)"),
        command.constData());
    QVERIFY2(command.contains(R"("exposureLoggingDisabled":true)"), command.constData());
    const QByteArray both = exportPersonas(
        {exported("A", R"({"userID":"a"})"), exported("B", R"({"userID":"b"})")}, PersonaFormat::Command);
    QCOMPARE(both.count("https://api.statsig.com/v1/initialize"), 2);
    QVERIFY2(both.contains("\n\ncurl "), both.constData());
}

void TstPersonaExport::tellsNothingPrivate_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("JSON") << int(PersonaFormat::Json);
    QTest::newRow("lines") << int(PersonaFormat::Lines);
    QTest::newRow("table") << int(PersonaFormat::Csv);
    QTest::newRow("commands") << int(PersonaFormat::Command);
}

void TstPersonaExport::tellsNothingPrivate()
{
    QFETCH(int, format);
    QList<Persona> personas {
        exported(
            "A", R"({"userID":7,"privateAttributes":{"crm":"canary-1","list":["canary-2"],"n":424242}})"),
        exported("B", R"({"userID":"b","privateAttributes":{"crm":"canary-3"}})"),
        exported("C",
            R"({"privateAttributes":{"crm":"canary-4"},"userID":"c","privateAttributes":{"crm":"canary-5"}})"),
        exported("D", R"({"userID":"d","privateAttributes":{"crm":"canary-6"},"privateAttributes":{}})"),
        exported("E", R"({"userID":"e","as":{"privateAttributes":{"crm":"canary-7"}}})")};
    personas[1].otherMembers = {{QStringLiteral("privateAttributes"), R"({"crm":"canary-8"})"},
        {QStringLiteral("before"), R"({"user":{"privateAttributes":{"crm":"canary-9"}}})"}};
    const QByteArray text = exportPersonas(personas, PersonaFormat(format));
    QVERIFY2(!text.contains("canary") && !text.contains("424242"), text.constData());
    QVERIFY2(text.contains("<private: crm>") && text.contains("<private: list>"), text.constData());
    PersonaExportOptions all;
    all.withPrivateValues = true;
    const QByteArray told = exportPersonas(personas, PersonaFormat(format), all);
    for (const char *value : {"canary-1", "canary-2", "canary-3", "canary-5", "canary-6", "424242"})
        QVERIFY2(told.contains(value), told.constData());
}

void TstPersonaExport::comesBackTheSame_data()
{
    tellsNothingPrivate_data();
}

void TstPersonaExport::comesBackTheSame()
{
    QFETCH(int, format);
    const PersonaExportOptions options {true, QUrl(QStringLiteral("https://api.statsig.com/v1")), {}, {}};
    for (quint32 seed = 1; seed <= 300; ++seed) {
        QRandomGenerator random(seed);
        QList<Persona> personas;
        for (int i = 0; i < 1 + random.bounded(4); ++i)
            personas.append(anyPersona(random));
        const QByteArray text = exportPersonas(personas, PersonaFormat(format), options);
        const PersonaImport import = readPersonas(text);
        const QByteArray told = QByteArray::number(seed) + ": " + text;
        if (PersonaFormat(format) == PersonaFormat::Command) {
            // Names are not in it, and the same user is taken once.
            for (const Persona &persona : personas)
                QVERIFY2(
                    std::ranges::count(import.personas, persona.user, &Persona::user) == 1, told.constData());
            continue;
        }
        QVERIFY2(
            import.problems.isEmpty(), QByteArray(told + import.problems.join(u'\n').toUtf8()).constData());
        QVERIFY2(import.personas.size() == personas.size(), told.constData());
        for (qsizetype i = 0; i < personas.size(); ++i) {
            const QString difference = differenceOf(personas[i], import.personas[i]);
            QVERIFY2(difference.isEmpty(), QByteArray(told + difference.toUtf8()).constData());
        }
    }
}

GATESCOPE_TEST(TstPersonaExport)
#include "tst_personaexport.moc"
