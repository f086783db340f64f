// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/editing/idlistedit.h>
#include <models/evaluation/project.h>
#include <models/privacy/disguise.h>
#include <models/privacy/disguisedjson.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

namespace {

using Kind = Pseudonyms::Kind;

const QByteArray disguisedUser =
    R"({"userID":"u_48213","email":"Mina.Planted@shop.example","ip":"84.12.7.200",
"country":"DE","appVersion":"4.12.0","custom":{"level":3,"company":"Planted & Sons","plan":"premium","beta":true},
"privateAttributes":{"vat":"DE4711-22"},"customIDs":{"stableID":"s-planted/1","shop":"plantedshop"},
"unknownMember":"plantedUnknown 7"})";

const Pseudonyms &disguiseSalt()
{
    static const Pseudonyms pseudonyms("salt");
    return pseudonyms;
}

const Disguise &taught()
{
    static const Disguise disguise = [] {
        Disguise made(disguiseSalt());
        made.learn(personalValues(*StatsigUser::fromJson(disguisedUser)));
        return made;
    }();
    return disguise;
}

QString id(const char *value)
{
    return disguiseSalt().of(Kind::Id, QString::fromUtf8(value));
}

QString word(const char *value)
{
    return disguiseSalt().of(Kind::Text, QString::fromUtf8(value));
}

QString mail(const char *value)
{
    return disguiseSalt().of(Kind::Email, QString::fromUtf8(value));
}

QString ip(const char *value)
{
    return disguiseSalt().of(Kind::Ip, QString::fromUtf8(value));
}

} // namespace

class TstDisguise : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void texts_data();
    void texts();
    void valuesStandForThemselves();
    void whatTellsNobodyStays_data();
    void whatTellsNobodyStays();
    void jsonKeepsItsShape();
    void jsonThatIsNone_data();
    void jsonThatIsNone();
    void piecesAreAsTheWhole();
    void partsOfAUser_data();
    void partsOfAUser();
    void proseOfAUser();
    void sentencesOfEdits();
    void targetsOfConditions();
    void commonWordsBreakNothing();
    void anIdTellsThoughItWasAWord();
    void knowsItsOwnPseudonyms();
    void placeholdersAreNobodys();
    void namesakesKeepApart();
    void exchanges();
};

void TstDisguise::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("an ID", QStringLiteral("u_48213"), id("u_48213"));
    row("in a sentence", QStringLiteral("For u_48213, at shop plantedshop."),
        QStringLiteral("For %1, at shop %2.").arg(id("u_48213"), id("plantedshop")));
    row("in any case", QStringLiteral("to MINA.planted@shop.example!"),
        QStringLiteral("to %1!").arg(mail("mina.planted@shop.example")));
    row("several words", QStringLiteral("planted & sons (DE)"),
        QStringLiteral("%1 (DE)").arg(word("planted & sons")));
    row("behind a salt", QStringLiteral("sha256(salt.u_48213)"),
        QStringLiteral("sha256(salt.%1)").arg(id("u_48213")));
    row("as JSON", QStringLiteral("s-planted/1"), id("s-planted/1"));
    row("as in an address", QStringLiteral("?id=s-planted%2F1&x"),
        QStringLiteral("?id=%1&x").arg(id("s-planted/1")));
    row("cut off", QStringLiteral("mina.plant…"), mail("mina.planted@shop.example"));
    row("cut off within JSON", QStringLiteral("{\"company\":\"Planted & S… and"),
        QStringLiteral("{\"company\":\"%1 and").arg(word("planted & sons")));
    row("a word by itself", QStringLiteral("premium"), word("premium"));
    row("a word in quotes", QStringLiteral("plan is “Premium”"),
        QStringLiteral("plan is “%1”").arg(word("premium")));
    row("a number in quotes", QStringLiteral("level `3`, rule 3"),
        QStringLiteral("level `%1`, rule 3").arg(word("3")));
    row("an unknown member", QStringLiteral("plantedUnknown 7"), word("plantedunknown 7"));
    row("a private one", QStringLiteral("vat DE4711-22"), QStringLiteral("vat %1").arg(word("de4711-22")));
    row("an unknown address", QStringLiteral("a.b+c@d.example.org"), mail("a.b+c@d.example.org"));
    row("an address around a known word", QStringLiteral("u_48213@d.org"), mail("u_48213@d.org"));
    row("an unknown IP", QStringLiteral("from 81.2.69.160."),
        QStringLiteral("from %1.").arg(ip("81.2.69.160")));
    row("the known IP", QStringLiteral("84.12.7.200"), ip("84.12.7.200"));
    row("IPv6", QStringLiteral("at 2a02:810d::1f 12:30:45"),
        QStringLiteral("at %1 12:30:45").arg(ip("2a02:810d::1f")));
}

void TstDisguise::texts()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(taught().text(text), shown);
    QCOMPARE(taught().text(shown), shown);
}

void TstDisguise::valuesStandForThemselves()
{
    QCOMPARE(taught().value(QStringLiteral("3")), word("3"));
    QCOMPARE(taught().text(QStringLiteral("3")), QStringLiteral("3"));
    QCOMPARE(taught().value(QStringLiteral("premium")), word("premium"));
    QCOMPARE(taught().personal(QStringLiteral("Ann"), Kind::Text), word("Ann"));
    QCOMPARE(taught().personal(QStringLiteral("ann@x.org"), Kind::Text), mail("ann@x.org"));
}

void TstDisguise::whatTellsNobodyStays_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
        {"", "checkout_v2 is off for this user", "A premium_feature is 3 % on", "premium features, 3 of 12",
            "DE", "4.12.0", "12:30:45", "127.0.0.1:8080", "xu_48213", "u_482134", "level", "true",
            "person-7f3a21@example.invalid", "192.0.2.7", "2001:db8::1:2", "…", "This is the beginning…"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TstDisguise::whatTellsNobodyStays()
{
    QFETCH(QString, text);
    QCOMPARE(taught().text(text), text);
}

void TstDisguise::jsonKeepsItsShape()
{
    const QByteArray body =
        "{ \"user\": {\"userID\":\"new\", \"custom\" : {\"age\": 18, \"tags\":[\"x\", 1.50], \"on\":true},\n"
        "\"country\":\"DE\"}, \"value\": {\"price\": 18, \"plan\": \"premium\", \"to\":\"a\\u0040b.org\"},"
        "\"email\":null}";
    const QString expected = QStringLiteral(
        "{ \"user\": {\"userID\":\"%1\", \"custom\" : {\"age\": \"%2\", \"tags\":[\"%3\", \"%4\"], "
        "\"on\":true},\n"
        "\"country\":\"DE\"}, \"value\": {\"price\": 18, \"plan\": \"%5\", \"to\":\"%6\"},\"email\":null}")
                                 .arg(id("new"), word("18"), word("x"), word("1.50"), word("premium"),
                                     mail("a@b.org"));
    QCOMPARE(QString::fromUtf8(taught().json(body)), expected);
}

void TstDisguise::jsonThatIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a sentence")
        << QByteArray("Sorry, Planted & Sons: no u_48213")
        << QStringLiteral("Sorry, %1: no %2").arg(word("planted & sons"), id("u_48213"));
    QTest::newRow("cut off in a string")
        << QByteArray(R"({"userID":"u_48213","custom":{"a":"u_48213 b)")
        << QStringLiteral("{\"userID\":\"%1\",\"custom\":{\"a\":\"%1 b").arg(id("u_48213"));
    QTest::newRow("too many ends") << QByteArray("{]}]}u_48213}")
                                   << QStringLiteral("{]}]}%1}").arg(id("u_48213"));
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TstDisguise::jsonThatIsNone()
{
    QFETCH(QByteArray, text);
    QTEST(QString::fromUtf8(taught().json(text)), "shown");
}

void TstDisguise::piecesAreAsTheWhole()
{
    const QByteArray body = StatsigUser::fromJson(disguisedUser)->toIndentedJson();
    const QByteArray whole = taught().json(body);
    QVERIFY(!whole.contains("lanted"));
    for (qsizetype size = 1; size < 40; ++size) {
        DisguisedJson pieces(taught());
        QByteArray joined;
        for (qsizetype from = 0; from < body.size(); from += size)
            joined += pieces.next(body.mid(from, size), from + size >= body.size());
        QCOMPARE(joined, whole);
    }
}

void TstDisguise::partsOfAUser_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("a table") << QStringLiteral("/user/custom")
                             << QByteArray(R"({"plan":")" + word("gold").toUtf8() + R"(","seats":")"
                                    + word("3").toUtf8() + R"(","beta":true})");
    QTest::newRow("a word") << QStringLiteral("/user/custom/plan") << '"' + word("gold").toUtf8() + '"';
    QTest::newRow("a number") << QStringLiteral("/user/custom/seats") << word("3").toUtf8();
    QTest::newRow("JSON or not, by its first sign")
        << QStringLiteral("/user/privateAttributes/note")
        << "\"" + disguiseSalt().of(Kind::Text, QStringLiteral("[vip] Mina Berg")).toUtf8() + "\"";
    QTest::newRow("of two booleans nobody is told apart")
        << QStringLiteral("/user/custom/beta") << QByteArray("true");
    QTest::newRow("nobody's") << QStringLiteral("/value") << QByteArray(R"({"plan":"gold"})");
}

/// Copied and opened alone, without the names they stood under; nobody taught them.
void TstDisguise::partsOfAUser()
{
    QFETCH(QString, pointer);
    QFETCH(QByteArray, shown);
    const auto document = JsonDocument::parse(
        R"({"user":{"custom":{"plan":"gold","seats":3,"beta":true},"privateAttributes":{"note":"[vip] Mina Berg"}},"value":{"plan":"gold"}})");
    QVERIFY(document);
    JsonValue part = (*document)->root();
    for (const QString &name : pointer.split(u'/', Qt::SkipEmptyParts))
        part = part.member(name.toStdString());
    const QByteArray raw(part.rawText().data(), qsizetype(part.rawText().size()));
    QCOMPARE(Disguise(disguiseSalt()).json(raw, personalKindWithin(part)), shown);
}

/// As it is copied, without its quotes.
void TstDisguise::proseOfAUser()
{
    const Disguise disguise(disguiseSalt());
    for (const char *prose : {"[vip] Mina Berg", "{Mina} Berg", "\"Mina\" Berg", "Mina Berg"}) {
        const QByteArray shown = disguise.json(prose, Kind::Text);
        QVERIFY2(!shown.contains("Mina") && !shown.contains("Berg"), prose);
    }
}

/// A word like any other is told from the program's own by its quotes.
void TstDisguise::sentencesOfEdits()
{
    const QString sentence =
        editSentence(IdListEdit {QStringLiteral("premium users"), QStringLiteral("premium"), true});
    QVERIFY(sentence.contains(QStringLiteral("premium")));
    const QString shown = taught().text(sentence);
    QCOMPARE(shown.count(QStringLiteral("premium")), 1); // the list's name
    QVERIFY2(shown.contains(word("premium")), qPrintable(shown));
}

void TstDisguise::targetsOfConditions()
{
    const auto document = JsonDocument::parse(R"({"dynamic_configs":[],"layer_configs":[],"feature_gates":[
{"name":"g","type":"feature_gate","salt":"s","enabled":true,"defaultValue":false,"entity":"feature_gate","rules":[
{"name":"r","id":"r","salt":"t","passPercentage":100,"returnValue":true,"conditions":[
{"type":"user_field","field":"email","operator":"any","targetValue":["Someone at home"]},
{"type":"user_field","field":"country","operator":"any","targetValue":["Planted Kingdom 1"]},
{"type":"user_field","field":"company","operator":"any","targetValue":["Planted 2 Ltd"]},
{"type":"unit_id","idType":"userID","operator":"any","targetValue":["planted-9"]}]}]}]})");
    QVERIFY(document);
    const auto project = Project::compile(*document);
    QVERIFY(project);
    QCOMPARE(personalTargets(**project),
        (PersonalValues {{QStringLiteral("Someone at home"), Kind::Email},
            {QStringLiteral("Planted 2 Ltd"), Kind::Text}, {QStringLiteral("planted-9"), Kind::Id}}));
}

void TstDisguise::commonWordsBreakNothing()
{
    Disguise disguise(disguiseSalt());
    disguise.learn(
        personalValuesIn(R"({"custom":{"a":"true","b":"user","c":"name","d":"gold","e":"127.5"}})"));
    const QByteArray body = R"({"user":{"name":true,"on":null},"gold":"user"})";
    QCOMPARE(disguise.json(body), body);
    QCOMPARE(disguise.text(QStringLiteral("User")), QStringLiteral("User"));
    QCOMPARE(disguise.text(QStringLiteral("gold, black")), word("gold") + QStringLiteral(", black"));
    QCOMPARE(disguise.text(QStringLiteral("gold (custom.d)")), word("gold") + QStringLiteral(" (custom.d)"));
    QCOMPARE(disguise.value(QStringLiteral("127.5")), word("127.5"));
}

void TstDisguise::anIdTellsThoughItWasAWord()
{
    Disguise disguise(disguiseSalt());
    disguise.learn({{QStringLiteral("annabell"), Kind::Text}});
    QCOMPARE(disguise.text(QStringLiteral("For annabell.")), QStringLiteral("For annabell."));
    const PersonalValues id {{QStringLiteral("annabell"), Kind::Id}, {QStringLiteral("4821"), Kind::Id}};
    QVERIFY(!disguise.knows(id));
    disguise.learn(id);
    QCOMPARE(disguise.text(QStringLiteral("For annabell.")), QStringLiteral("For %1.").arg(word("annabell")));
    QCOMPARE(disguise.text(QStringLiteral("salt.4821")), QString(QStringLiteral("salt.") + ::id("4821")));
}

void TstDisguise::knowsItsOwnPseudonyms()
{
    QVERIFY(taught().hasPseudonyms(QString::fromUtf8(taught().json(disguisedUser))));
    QVERIFY(!taught().hasPseudonyms(QString::fromUtf8(disguisedUser)));
    QVERIFY(!taught().hasPseudonyms(QStringLiteral("id-000000")));
}

void TstDisguise::placeholdersAreNobodys()
{
    QCOMPARE(
        personalValuesIn(
            R"({"user":{"privateAttributes":{"a":"[private]","b":"<private: b>"},"customIDs":"<private>"}})"),
        PersonalValues());
}

/// There are 762 IP addresses for examples, so of 200 some would meet.
void TstDisguise::namesakesKeepApart()
{
    Disguise disguise(disguiseSalt());
    QSet<QString> shown;
    for (int i = 0; i < 200; ++i) {
        const QString address = QStringLiteral("81.2.69.%1").arg(i);
        QVERIFY(!disguise.knows({{address, Kind::Ip}}));
        disguise.learn({{address, Kind::Ip}});
        QVERIFY(disguise.knows({{address, Kind::Ip}}));
        shown.insert(disguise.text(address));
    }
    QCOMPARE(shown.size(), 200);
}

void TstDisguise::exchanges()
{
    Exchange exchange;
    exchange.url = QUrl(QStringLiteral("https://api.example/v1/check_gate?user=u_48213"));
    exchange.requestBody = R"({"user":)" + disguisedUser + '}';
    exchange.responseBody = R"({"evaluated_keys":{"userID":"u_48213"}})";
    exchange.responseHeaders = {{"x-user", "mina.planted@shop.example"}};
    exchange.error = Error {ErrorCode::Internal, QStringLiteral("No plantedshop"), QStringLiteral("u_48213")};
    const Exchange shown = disguised(exchange, taught());
    QCOMPARE(shown.url.toString(), QStringLiteral("https://api.example/v1/check_gate?user=") + id("u_48213"));
    QVERIFY(!shown.requestBody.contains("lanted") && !shown.requestBody.contains("48213"));
    QCOMPARE(shown.responseBody, R"({"evaluated_keys":{"userID":")" + id("u_48213").toUtf8() + "\"}}");
    QCOMPARE(shown.responseHeaders.first().value, mail("mina.planted@shop.example").toUtf8());
    QCOMPARE(shown.error->message, QString(QStringLiteral("No ") + id("plantedshop")));
    QCOMPARE(shown.error->detail, id("u_48213"));
}

GATESCOPE_TEST(TstDisguise)
#include "tst_disguise.moc"
