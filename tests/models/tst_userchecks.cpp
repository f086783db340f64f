// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <models/statsig/typedtext.h>
#include <models/statsig/userchecks.h>

#include <QTest>

using namespace Gatescope;

/// What a form makes of JSON values, and what it warns of.
class TstUserChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void field_data();
    void field();
    void lastDuplicateWins();
    void userWithoutAnyId();
    void readsValue_data();
    void readsValue();
    void writesValue_data();
    void writesValue();
};

void TstUserChecks::field_data()
{
    QTest::addColumn<UserField>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fine");
    const auto row = [](UserField field, const char *text, bool fine) {
        QTest::addRow("%s: %s", qPrintable(apiName(field)), text) << field << QString::fromUtf8(text) << fine;
    };
    row(UserField::UserId, "u_48213", true);
    row(UserField::UserId, " u_48213", false);
    row(UserField::Email, "mina.keller@example.com", true);
    row(UserField::Email, "mina+shop@sub.example.com", true);
    row(UserField::Email, "mina", false);
    row(UserField::Email, "a@b@example.com", false);
    row(UserField::Email, "mina keller@example.com", false);
    row(UserField::Email, "mina@localhost", false);
    row(UserField::Email, "mina@example.", false);
    row(UserField::Ip, "203.0.113.24", true);
    row(UserField::Ip, "255.255.255.255", true);
    row(UserField::Ip, "256.1.1.1", false);
    row(UserField::Ip, "1.2.3", false);
    row(UserField::Ip, "01.2.3.4", false);
    row(UserField::Ip, "2001:db8::8a2e:370:7334", true);
    row(UserField::Ip, "::", true);
    row(UserField::Ip, "::ffff:192.0.2.1", true);
    row(UserField::Ip, "1:2:3:4:5:6:7:8", true);
    row(UserField::Ip, "1:2:3:4:5:6:7", false);
    row(UserField::Ip, "1::2::3", false);
    row(UserField::Ip, "1:2:3:4:5:6:7::8", false);
    row(UserField::Ip, "12345::", false);
    row(UserField::Country, "DE", true);
    row(UserField::Country, "de", true);
    row(UserField::Country, "UK", false);
    row(UserField::Country, "Germany", false);
    row(UserField::Country, "419", false);
    row(UserField::Locale, "de-DE", true);
    row(UserField::Locale, "en_US", true);
    row(UserField::Locale, "zh-Hant-TW", true);
    row(UserField::Locale, "de-", false);
    row(UserField::Locale, "german", false);
    row(UserField::AppVersion, "4.12.0", true);
    row(UserField::AppVersion, "4.12.0-beta.1", true);
    row(UserField::AppVersion, "4", true);
    row(UserField::AppVersion, "v4.12", false);
    row(UserField::AppVersion, "1..2", false);
    row(UserField::UserAgent, "Mozilla/5.0", true);
    QTest::newRow("user agent of 1001") << UserField::UserAgent << QString(1001, u'x') << false;
    QTest::newRow("user agent of 1000") << UserField::UserAgent << QString(1000, u'x') << true;
    for (const UserField field : userFields)
        QTest::addRow("empty %s", qPrintable(apiName(field))) << field << QString() << true;
}

void TstUserChecks::field()
{
    QFETCH(UserField, field);
    QFETCH(QString, text);
    QFETCH(bool, fine);
    QCOMPARE(fieldWarning(field, text).isEmpty(), fine);
}

void TstUserChecks::lastDuplicateWins()
{
    const auto user = StatsigUser::fromJson(
        QByteArrayLiteral(R"({"userID":"a","custom":{"level":1,"plan":"gold","level":2,"level":3}})"));
    QVERIFY(user.has_value());
    const QList<UserWarning> warnings = checkUser(*user);
    QCOMPARE(warnings.size(), 2);
    QCOMPARE(warnings[0].row, 0);
    QCOMPARE(warnings[1].row, 2);
    QCOMPARE(std::get<UserTable>(warnings[0].subject), UserTable::Custom);
    QVERIFY(warnings[0].message.contains(QStringLiteral("level")));
}

void TstUserChecks::userWithoutAnyId()
{
    QCOMPARE(checkUser({}).size(), 0);
    const auto nobody = StatsigUser::fromJson(QByteArrayLiteral(R"({"country":"DE"})"));
    QCOMPARE(checkUser(*nobody).size(), 1);
    const auto guest = StatsigUser::fromJson(QByteArrayLiteral(R"({"customIDs":{"stableID":"s"}})"));
    QCOMPARE(checkUser(*guest).size(), 0);
}

void TstUserChecks::readsValue_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ValueType>("type");
    QTest::addColumn<QString>("text");
    QTest::newRow("text") << QByteArray(R"("gold \u00e9")") << ValueType::Text << QStringLiteral("gold é");
    QTest::newRow("number keeps its text")
        << QByteArray("84.50") << ValueType::Number << QStringLiteral("84.50");
    QTest::newRow("large number") << QByteArray("12345678901234567890") << ValueType::Number
                                  << QStringLiteral("12345678901234567890");
    QTest::newRow("true") << QByteArray("true") << ValueType::Boolean << QStringLiteral("true");
    QTest::newRow("list") << QByteArray(R"(["a", 1])") << ValueType::List << QStringLiteral(R"(["a", 1])");
    QTest::newRow("null") << QByteArray("null") << ValueType::Json << QStringLiteral("null");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << ValueType::Json << QStringLiteral(R"({"a":1})");
}

void TstUserChecks::readsValue()
{
    QFETCH(QByteArray, json);
    QFETCH(ValueType, type);
    QFETCH(QString, text);
    const TypedText value = typedTextFromJson(json);
    QCOMPARE(value.type, type);
    QCOMPARE(value.text, text);
}

void TstUserChecks::writesValue_data()
{
    QTest::addColumn<ValueType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json"); // empty: not of the type
    QTest::newRow("text") << ValueType::Text << QStringLiteral("3") << QByteArray(R"("3")");
    QTest::newRow("number") << ValueType::Number << QStringLiteral(" 84.50 ") << QByteArray("84.50");
    QTest::newRow("not a number") << ValueType::Number << QStringLiteral("01") << QByteArray();
    QTest::newRow("no number") << ValueType::Number << QString() << QByteArray();
    QTest::newRow("two numbers") << ValueType::Number << QStringLiteral("1 2") << QByteArray();
    QTest::newRow("boolean") << ValueType::Boolean << QStringLiteral("True") << QByteArray("true");
    QTest::newRow("not a boolean") << ValueType::Boolean << QStringLiteral("yes") << QByteArray();
    QTest::newRow("words") << ValueType::List << QStringLiteral("a, b \"c\"")
                           << QByteArray(R"(["a","b \"c\""])");
    QTest::newRow("list") << ValueType::List << QStringLiteral("[1, 2]") << QByteArray("[1, 2]");
    QTest::newRow("open list") << ValueType::List << QStringLiteral("[1, 2") << QByteArray();
    QTest::newRow("empty list") << ValueType::List << QString() << QByteArray("[]");
    QTest::newRow("json") << ValueType::Json << QStringLiteral("{\"a\": null}")
                          << QByteArray("{\"a\": null}");
    QTest::newRow("not json") << ValueType::Json << QStringLiteral("{a}") << QByteArray();
}

void TstUserChecks::writesValue()
{
    QFETCH(ValueType, type);
    QFETCH(QString, text);
    QFETCH(QByteArray, json);
    const auto written = typedTextToJson({type, text});
    QCOMPARE(written.has_value(), !json.isEmpty());
    if (written)
        QCOMPARE(*written, json);
}

GATESCOPE_TEST(TstUserChecks)
#include "tst_userchecks.moc"
