// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/privacy/redaction.h>
#include <tests/support/testregistry.h>

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace Gatescope;

namespace {

const QByteArray plantedUser = R"({"userID":"u_48213","email":"Mina.Planted@shop.example","ip":"84.12.7.200",
"country":"DE","custom":{"level":3,"note":"write to mina.planted@SHOP.example","tags":["plantedTag",7]},
"privateAttributes":{"plan":"plantedGold","n":1},"customIDs":{"stableID":"s-planted/1"},"unknownMember":"plantedUnknown",
"statsigEnvironment":{"tier":"development"}})";

const Pseudonyms &salted()
{
    static const Pseudonyms pseudonyms("salt");
    return pseudonyms;
}

Redaction usualRedaction(Treatment otherEmails = Treatment::Keep)
{
    const auto user = StatsigUser::fromJson(plantedUser);
    return {*user, usualChoices(*user), otherEmails, salted()};
}

} // namespace

class TstRedaction : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pseudonymsLookLikeTheirKind();
    void pseudonymsAreStable();
    void kindsByLook_data();
    void kindsByLook();
    void usuallyIdentitiesAreHidden();
    void usersAreRedacted();
    void textsAreRedacted_data();
    void textsAreRedacted();
    void jsonIsRedacted();
    void namesOfTheFormatStay();
    void nothingRemains();
    void nothingOverriddenRemains();
    void otherAddresses();
};

void TstRedaction::pseudonymsLookLikeTheirKind()
{
    // HMAC-SHA256 with the key "salt" of "mina": the first three bytes, as openssl dgst -hmac says.
    const QByteArray mac = QMessageAuthenticationCode::hash("mina", "salt", QCryptographicHash::Sha256);
    const QString hex = QString::fromLatin1(mac.left(3).toHex());
    using Kind = Pseudonyms::Kind;
    QCOMPARE(salted().of(Kind::Email, QStringLiteral("mina")),
        QString(QStringLiteral("person-") + hex + QStringLiteral("@example.invalid")));
    QCOMPARE(salted().of(Kind::Id, QStringLiteral("mina")), QString(QStringLiteral("id-") + hex));
    QCOMPARE(salted().of(Kind::Text, QStringLiteral("mina")), QString(QStringLiteral("value-") + hex));
    const QRegularExpression v4(QStringLiteral("^(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.(\\d+)$"));
    for (int i = 0; i < 300; ++i) {
        const auto match = v4.match(salted().of(Kind::Ip, QStringLiteral("10.0.0.%1").arg(i)));
        QVERIFY(match.hasMatch());
        QVERIFY(match.captured(2).toInt() >= 1 && match.captured(2).toInt() <= 254);
    }
    QVERIFY(salted().of(Kind::Ip, QStringLiteral("2a00::1")).startsWith(QStringLiteral("2001:db8::")));
}

void TstRedaction::pseudonymsAreStable()
{
    using Kind = Pseudonyms::Kind;
    const QString mina = QStringLiteral("mina@x.example");
    const Pseudonyms one;
    const Pseudonyms other;
    QCOMPARE(one.of(Kind::Email, mina), one.of(Kind::Email, mina.toUpper()));
    QVERIFY(one.of(Kind::Email, mina) != one.of(Kind::Email, QStringLiteral("nina@x.example")));
    QVERIFY(one.of(Kind::Email, mina) != other.of(Kind::Email, mina));
}

void TstRedaction::kindsByLook_data()
{
    QTest::addColumn<Pseudonyms::Kind>("kind");
    using Kind = Pseudonyms::Kind;
    QTest::newRow("mina@shop.example") << Kind::Email;
    QTest::newRow("84.12.7.200") << Kind::Ip;
    QTest::newRow("2a00:1450::1") << Kind::Ip;
    QTest::newRow("4.12.0") << Kind::Text;
    QTest::newRow("12:30") << Kind::Text;
    QTest::newRow("gold") << Kind::Text;
    QTest::newRow("a@b@c") << Kind::Text;
}

void TstRedaction::kindsByLook()
{
    QFETCH(Pseudonyms::Kind, kind);
    QCOMPARE(kindOfValue(QString::fromLatin1(QTest::currentDataTag())), kind);
}

void TstRedaction::usuallyIdentitiesAreHidden()
{
    QStringList said;
    for (const RedactionChoice &choice : usualChoices(*StatsigUser::fromJson(plantedUser)))
        said << choice.attribute.name() + QStringLiteral(" %1").arg(int(choice.treatment));
    const QStringList expected {QStringLiteral("userID 1"), QStringLiteral("email 1"), QStringLiteral("ip 1"),
        QStringLiteral("country 0"), QStringLiteral("stableID 1"), QStringLiteral("level 0"),
        QStringLiteral("note 0"), QStringLiteral("tags 0"), QStringLiteral("plan 2"), QStringLiteral("n 2")};
    QCOMPARE(said, expected);
}

void TstRedaction::usersAreRedacted()
{
    const StatsigUser user = usualRedaction().user();
    using Kind = Pseudonyms::Kind;
    const QString email = salted().of(Kind::Email, QStringLiteral("mina.planted@shop.example"));
    QCOMPARE(user.text(UserField::Email), email);
    QCOMPARE(user.text(UserField::UserId), salted().of(Kind::Id, QStringLiteral("u_48213")));
    QCOMPARE(user.text(UserField::Ip), salted().of(Kind::Ip, QStringLiteral("84.12.7.200")));
    QCOMPARE(user.text(UserField::Country), QStringLiteral("DE"));
    QCOMPARE(user.tier(), QStringLiteral("development"));
    QVERIFY(user.table(UserTable::PrivateAttributes).isEmpty());
    QVERIFY(user.otherMembers().isEmpty());
    const QByteArray custom = attributeJson(user, {UserTable::Custom, QStringLiteral("note")});
    QCOMPARE(custom, QByteArray("\"write to " + email.toUtf8() + "\""));
    QCOMPARE(attributeJson(user, {UserTable::Custom, QStringLiteral("level")}), QByteArray("3"));
}

void TstRedaction::textsAreRedacted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean"); // with E, I and S for the pseudonyms
    const auto row = [](const char *text, const char *clean) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(clean);
    };
    row("nothing of hers", "nothing of hers");
    row("U_48213: MINA.planted@shop.example", "I: E");
    row("salt.rule.u_48213", "salt.rule.I");
    row("xu_48213x", "xIx"); // nothing remains, also within a word
    row("?id=s-planted%2F1", "?id=S");
    row("level 3, bucket 1 of 10", "level 3, bucket (removed) of 10");
}

void TstRedaction::textsAreRedacted()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    using Kind = Pseudonyms::Kind;
    clean.replace(u'E', salted().of(Kind::Email, QStringLiteral("mina.planted@shop.example")));
    clean.replace(u'I', salted().of(Kind::Id, QStringLiteral("u_48213")));
    clean.replace(u'S', salted().of(Kind::Id, QStringLiteral("s-planted/1")));
    QCOMPARE(usualRedaction().text(text), clean);
}

void TstRedaction::jsonIsRedacted()
{
    const QString id = salted().of(Pseudonyms::Kind::Id, QStringLiteral("u_48213"));
    const QByteArray json = R"({ "u_48213" : [1.50, "a\u005fu_48213", true, null], "k": {} })";
    QCOMPARE(QString::fromUtf8(usualRedaction().json(json)),
        QStringLiteral(R"({"%1":[1.50,"a_%1",true,null],"k":{}})").arg(id));
    QCOMPARE(
        QString::fromUtf8(usualRedaction().json("no JSON of u_48213")), QStringLiteral("no JSON of ") + id);

    StatsigUser numbered = *StatsigUser::fromJson(R"({"userID":4711})");
    const Redaction redaction(numbered, usualChoices(numbered), Treatment::Keep, salted());
    QVERIFY(!redaction.json(R"({"id":4711,"n":47110})").contains("4711,"));
}

/// Everything hidden: no value is left in any text that held them all.
/// A user may be called like a field.
void TstRedaction::namesOfTheFormatStay()
{
    const StatsigUser user =
        *StatsigUser::fromJson(R"({"userID":"user","appVersion":"1.0","custom":{"user":"row","n":1E5}})");
    RedactionChoices choices = usualChoices(user);
    for (RedactionChoice &choice : choices)
        choice.treatment = Treatment::Pseudonym;
    const Redaction redaction(user, choices, Treatment::Pseudonym, Pseudonyms(QByteArray(16, 'x')));
    QVERIFY(redaction.user().text(UserField::UserId).startsWith(QStringLiteral("id-")));
    QVERIFY(!redaction.user().text(UserField::AppVersion).isEmpty());
    QVERIFY(!redaction.json(R"({"n":1E5})").contains("1E5"));
    const QByteArray explanation =
        redaction.json(R"({"kind":"user","user":{"userID":"user"},"rows":[{"user_text":"row","type":"row"}],)"
                       R"("verdict":{"value":{"user":"row"}}})",
            Redaction::Names::Explanation);
    const auto document = JsonDocument::parse(explanation);
    QVERIFY(document);
    const JsonValue root = (*document)->root();
    QCOMPARE(root["kind"].toString(), QStringLiteral("user"));
    QVERIFY(root["user"]["userID"].toString().startsWith(QStringLiteral("id-")));
    QCOMPARE(root["rows"].at(0)["type"].toString(), QStringLiteral("row"));
    QVERIFY(!root["rows"].at(0)["user_text"].toString().contains(QStringLiteral("row")));
    QVERIFY(root["verdict"]["value"].size() == 1 && !root["verdict"]["value"]["user"].isValid());
}

void TstRedaction::nothingRemains()
{
    const auto user = StatsigUser::fromJson(plantedUser);
    for (const Treatment treatment : {Treatment::Pseudonym, Treatment::Remove}) {
        RedactionChoices choices = usualChoices(*user);
        for (RedactionChoice &choice : choices)
            choice.treatment = treatment;
        const Redaction redaction(*user, choices, Treatment::Remove, salted());
        const QByteArray left = redaction.user().toJson() + redaction.json(plantedUser)
            + redaction.text(QString::fromUtf8(plantedUser)).toUtf8();
        for (const char *value : {"u_48213", "lanted", "shop.example", "84.12.7.200", "\"DE\"", ":3,"})
            QVERIFY2(!left.contains(value), left.constData());
    }
}

/// Of members of one name the last counts: nobody has chosen what becomes of the others.
void TstRedaction::nothingOverriddenRemains()
{
    const auto user = StatsigUser::fromJson(
        R"({"userID":"first","userID":"second","country":"FR","privateAttributes":{"plan":"planted"},)"
        R"("custom":{"a":true},"country":"DE","privateAttributes":{},"custom":{"b":1}})");
    RedactionChoices choices = usualChoices(*user);
    for (RedactionChoice &choice : choices)
        choice.treatment = Treatment::Keep;
    const Redaction redaction(*user, choices, Treatment::Keep, salted());
    QCOMPARE(redaction.user().toJson(),
        QByteArray(R"({"userID":"second","country":"DE","privateAttributes":{},"custom":{"b":1}})"));
}

void TstRedaction::otherAddresses()
{
    const QString text = QStringLiteral("anna@acme.example or Mina.Planted@shop.example");
    const QString mina = salted().of(Pseudonyms::Kind::Email, QStringLiteral("mina.planted@shop.example"));
    const QString anna = salted().of(Pseudonyms::Kind::Email, QStringLiteral("anna@acme.example"));
    QCOMPARE(usualRedaction(Treatment::Keep).text(text), QStringLiteral("anna@acme.example or ") + mina);
    QCOMPARE(usualRedaction(Treatment::Pseudonym).text(text), anna + QStringLiteral(" or ") + mina);
    QCOMPARE(usualRedaction(Treatment::Remove).text(text), QStringLiteral("(removed) or ") + mina);
}

GATESCOPE_TEST(TstRedaction)
#include "tst_redaction.moc"
