// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/statsig/statsiguser.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

namespace {

StatsigUser userFrom(const QByteArray &json)
{
    const auto user = StatsigUser::fromJson(json);
    return user ? *user : StatsigUser();
}

} // namespace

class TstStatsigUser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOrderAndTexts_data();
    void keepsOrderAndTexts();
    void readsEveryField();
    void refuses_data();
    void refuses();
    void writesFieldsInTheOrderOfTheApi();
    void changesInPlace();
    void sameTextChangesNothing();
    void emptyTextRemoves();
    void duplicatesReadTheLastAndCollapseOnWriting();
    void nullReadsAsAbsent();
    void tierKeepsTheRestOfTheEnvironment();
    void othersAreKept();
    void labelPrefersUserId_data();
    void labelPrefersUserId();
    void indents();
};

void TstStatsigUser::keepsOrderAndTexts_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("order") << QByteArray(R"({"email":"a@b.c","userID":"u-1"})");
    QTest::newRow("numbers") << QByteArray(
        R"({"userID":12,"custom":{"spent":84.50,"big":9223372036854775808,"e":1e400,"z":-0}})");
    QTest::newRow("unknown members") << QByteArray(
        R"({"userID":"u","analyticsOnlyMetadata":{"a":[1,{"b":null}]}})");
    QTest::newRow("escapes") << QByteArray(R"({"userID":"\u0041\ud800\n","custom":{"a\"b":"\/"}})");
    QTest::newRow("duplicates") << QByteArray(R"({"userID":"a","userID":"b"})");
    QTest::newRow("null tables") << QByteArray(R"({"custom":null,"privateAttributes":null})");
}

void TstStatsigUser::keepsOrderAndTexts()
{
    QFETCH(QByteArray, json);
    const auto user = StatsigUser::fromJson(json);
    QVERIFY(user);
    QCOMPARE(user->toJson(), json);
}

void TstStatsigUser::readsEveryField()
{
    const StatsigUser user = userFrom(R"({
        "userID": "u-1", "email": "a@b.c", "ip": "8.8.8.8", "userAgent": "UA", "country": "DE", "locale": "de_DE",
        "appVersion": "1.2.3", "custom": {"level": 9.0}, "privateAttributes": {"p": true},
        "customIDs": {"companyID": "c-1"}, "statsigEnvironment": {"tier": "staging"}})");
    const QStringList expected {QStringLiteral("u-1"), QStringLiteral("a@b.c"), QStringLiteral("8.8.8.8"),
        QStringLiteral("UA"), QStringLiteral("DE"), QStringLiteral("de_DE"), QStringLiteral("1.2.3")};
    QStringList texts;
    for (const UserField field : userFields)
        texts << user.text(field);
    QCOMPARE(texts, expected);
    QCOMPARE(user.table(UserTable::Custom), JsonMembers({{QStringLiteral("level"), "9.0"}}));
    QCOMPARE(user.table(UserTable::PrivateAttributes), JsonMembers({{QStringLiteral("p"), "true"}}));
    QCOMPARE(user.table(UserTable::CustomIds), JsonMembers({{QStringLiteral("companyID"), "\"c-1\""}}));
    QCOMPARE(user.tier(), QStringLiteral("staging"));
    QVERIFY(user.otherMembers().isEmpty());
}

void TstStatsigUser::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");
    QTest::newRow("array") << QByteArray("[]") << int(ErrorCode::BadInput) << QString();
    QTest::newRow("text") << QByteArray("\"u\"") << int(ErrorCode::BadInput) << QString();
    QTest::newRow("custom list") << QByteArray(R"({"custom":[]})") << int(ErrorCode::BadInput)
                                 << QStringLiteral("custom");
    QTest::newRow("ids text") << QByteArray(R"({"customIDs":"x"})") << int(ErrorCode::BadInput)
                              << QStringLiteral("customIDs");
    QTest::newRow("environment") << QByteArray(R"({"statsigEnvironment":1})") << int(ErrorCode::BadInput)
                                 << QStringLiteral("statsigEnvironment");
    QTest::newRow("not JSON") << QByteArray("{userID:1}") << int(ErrorCode::InvalidJson) << QString();
}

void TstStatsigUser::refuses()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto user = StatsigUser::fromJson(json);
    QVERIFY(!user);
    QTEST(int(user.error().code), "code");
    QVERIFY(user.error().message.contains(named));
}

void TstStatsigUser::writesFieldsInTheOrderOfTheApi()
{
    StatsigUser user;
    QVERIFY(user.isEmpty());
    user.setTable(UserTable::CustomIds, {{QStringLiteral("companyID"), "\"c\""}});
    user.setText(UserField::Country, QStringLiteral("DE"));
    user.setText(UserField::UserId, QStringLiteral("u \"1\""));
    user.setTable(UserTable::Custom, {{QStringLiteral("n"), "84.50"}, {QStringLiteral("n"), "1"}});
    QCOMPARE(user.toJson(),
        QByteArray(
            R"({"userID":"u \"1\"","country":"DE","custom":{"n":84.50,"n":1},"customIDs":{"companyID":"c"}})"));
}

void TstStatsigUser::changesInPlace()
{
    StatsigUser user = userFrom(R"({"x":1,"email":"e","userID":"a"})");
    user.setText(UserField::Email, QStringLiteral("f"));
    QCOMPARE(user.toJson(), QByteArray(R"({"x":1,"email":"f","userID":"a"})"));
}

void TstStatsigUser::sameTextChangesNothing()
{
    StatsigUser user = userFrom(R"({"userID":12,"email":null})");
    QCOMPARE(user.text(UserField::UserId), QStringLiteral("12"));
    user.setText(UserField::UserId, QStringLiteral("12"));
    user.setText(UserField::Email, QString());
    QCOMPARE(user.toJson(), QByteArray(R"({"userID":12,"email":null})"));
    user.setText(UserField::UserId, QStringLiteral("13"));
    QCOMPARE(user.toJson(), QByteArray(R"({"userID":"13","email":null})"));
}

void TstStatsigUser::emptyTextRemoves()
{
    StatsigUser user = userFrom(R"({"userID":"a","custom":{"x":1}})");
    user.setText(UserField::UserId, QString());
    user.setTable(UserTable::Custom, {});
    QVERIFY(user.isEmpty());
    QCOMPARE(user, StatsigUser());
}

void TstStatsigUser::duplicatesReadTheLastAndCollapseOnWriting()
{
    StatsigUser user = userFrom(R"({"userID":"a","email":"e","userID":"b"})");
    QCOMPARE(user.text(UserField::UserId), QStringLiteral("b"));
    user.setText(UserField::UserId, QStringLiteral("c"));
    QCOMPARE(user.toJson(), QByteArray(R"({"userID":"c","email":"e"})"));
}

void TstStatsigUser::nullReadsAsAbsent()
{
    const StatsigUser user = userFrom(R"({"userID":null,"custom":null})");
    QCOMPARE(user.text(UserField::UserId), QString());
    QVERIFY(user.table(UserTable::Custom).isEmpty());
}

void TstStatsigUser::tierKeepsTheRestOfTheEnvironment()
{
    StatsigUser user = userFrom(R"({"statsigEnvironment":{"region":"eu","tier":"qa-7"}})");
    QCOMPARE(user.tier(), QStringLiteral("qa-7"));
    user.setTier(QStringLiteral("staging"));
    QCOMPARE(user.toJson(), QByteArray(R"({"statsigEnvironment":{"region":"eu","tier":"staging"}})"));
    user.setTier(QString());
    QCOMPARE(user.toJson(), QByteArray(R"({"statsigEnvironment":{"region":"eu"}})"));

    StatsigUser fresh;
    fresh.setTier(QStringLiteral("development"));
    QCOMPARE(fresh.toJson(), QByteArray(R"({"statsigEnvironment":{"tier":"development"}})"));
    fresh.setTier(QString());
    QVERIFY(fresh.isEmpty());
}

void TstStatsigUser::othersAreKept()
{
    const StatsigUser user = userFrom(R"({"b":[1, 2],"userID":"u","a":{"x": 1.0}})");
    QCOMPARE(user.otherMembers(),
        JsonMembers({{QStringLiteral("b"), "[1,2]"}, {QStringLiteral("a"), R"({"x":1.0})"}}));
}

void TstStatsigUser::labelPrefersUserId_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("label");
    QTest::newRow("userID") << QByteArray(R"({"email":"e","userID":"u"})") << QStringLiteral("u");
    QTest::newRow("custom ID") << QByteArray(R"({"email":"e","customIDs":{"a":"","b":7}})")
                               << QStringLiteral("7");
    QTest::newRow("e-mail") << QByteArray(R"({"email":"e"})") << QStringLiteral("e");
    QTest::newRow("none") << QByteArray(R"({"ip":"1.2.3.4"})") << QString();
}

void TstStatsigUser::labelPrefersUserId()
{
    QFETCH(QByteArray, json);
    QTEST(userFrom(json).label(), "label");
}

void TstStatsigUser::indents()
{
    QCOMPARE(userFrom(R"({"userID":"u","custom":{"n":1.0}})").toIndentedJson().trimmed(),
        QByteArray("{\n  \"userID\": \"u\",\n  \"custom\": {\n    \"n\": 1.0\n  }\n}"));
}

GATESCOPE_TEST(TstStatsigUser)
#include "tst_statsiguser.moc"
