// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxfixture.h"

#include <tests/support/testregistry.h>

#include <QJsonArray>
#include <QTest>

#include <algorithm>

using namespace Gatescope;
using namespace Gatescope::Test;

/// initialize: what a request can ask for (facts §1.7).
class TstSandboxInitialize : public QObject
{
    Q_OBJECT
    Sandbox m_sandbox;

    QJsonValue initialize(const QJsonObject &more = {}, const QByteArray &query = {})
    {
        QJsonObject body {{QStringLiteral("user"), sampleUser(QStringLiteral("Mina"))}};
        for (auto it = more.begin(); it != more.end(); ++it)
            body[it.key()] = it.value();
        const RawAnswer answer = post(m_sandbox, "/v1/initialize" + query, body);
        return answer.status == 200 ? json(answer) : QJsonValue(QJsonValue::Undefined);
    }

    static QJsonValue gate(const QJsonValue &response, const char *name)
    {
        return response[QStringLiteral("feature_gates")][QLatin1String(name)];
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_sandbox.start(sampleProject())); }

    void namesAreHashedAsAsked_data()
    {
        QTest::addColumn<QString>("hash");
        QTest::addColumn<QString>("checkoutV2");
        // djb2: computed with Python; sha256: printf checkout_v2 | openssl dgst -sha256 -binary | base64
        QTest::newRow("default") << QString() << QStringLiteral("1571215381");
        QTest::newRow("djb2") << QStringLiteral("djb2") << QStringLiteral("1571215381");
        QTest::newRow("none") << QStringLiteral("none") << QStringLiteral("checkout_v2");
        QTest::newRow("sha256") << QStringLiteral("sha256")
                                << QStringLiteral("vitRrT9mq8GQQ0mw5QCdEEqlHfhzb4sUtv8wyXMX0pk=");
    }

    void namesAreHashedAsAsked()
    {
        QFETCH(QString, hash);
        QFETCH(QString, checkoutV2);
        QJsonObject more;
        if (!hash.isEmpty())
            more[QStringLiteral("hash")] = hash;
        const QJsonValue response = initialize(more);
        QCOMPARE(response[QStringLiteral("has_updates")], QJsonValue(true));
        QCOMPARE(
            response[QStringLiteral("hash_used")].toString(), hash.isEmpty() ? QStringLiteral("djb2") : hash);
        const QJsonValue entry = response[QStringLiteral("feature_gates")][checkoutV2];
        QCOMPARE(entry[QStringLiteral("value")], QJsonValue(false));
        QCOMPARE(
            entry[QStringLiteral("rule_id")].toString(), QStringLiteral("30nZbFMERV3kQN2dtXXKrU:25.00:3"));
    }

    void everyEntityOfTheProject()
    {
        const QJsonValue response = initialize({{QStringLiteral("hash"), QStringLiteral("none")}});
        const QStringList gates {QStringLiteral("checkout_v2"), QStringLiteral("free_shipping_banner"),
            QStringLiteral("gift_wrap"), QStringLiteral("new_returns_flow"), QStringLiteral("price_badge")};
        QCOMPARE(
            response[QStringLiteral("feature_gates")].toObject().keys(), gates); // no segments, no holdouts
        const QStringList configs {QStringLiteral("checkout_button_copy"),
            QStringLiteral("free_shipping_threshold"), QStringLiteral("gift_card_reminder"),
            QStringLiteral("home_hero_banner"), QStringLiteral("search_ranking"),
            QStringLiteral("support_hours")};
        QCOMPARE(response[QStringLiteral("dynamic_configs")].toObject().keys(), configs);
        QCOMPARE(response[QStringLiteral("layer_configs")].toObject().keys(),
            QStringList {QStringLiteral("checkout_flow")});
        QCOMPARE(response[QStringLiteral("param_stores")].toObject().keys(),
            QStringList {QStringLiteral("storefront")});
        QCOMPARE(gate(response, "gift_wrap")[QStringLiteral("value")], QJsonValue(true));
    }

    void aClientKeySeesItsTargetAppOnly()
    {
        const QByteArray body = R"({"hash":"none","user":{"userID":"u_48213"}})";
        const QJsonValue response = json(post(m_sandbox, "/v1/initialize", body, "client-sandbox"));
        QVERIFY(gate(response, "checkout_v2").isObject());
        QVERIFY(gate(response, "gift_wrap").isUndefined()); // an app of its own: ios
    }

    void nothingNewSinceItsTime()
    {
        const auto since = [](qint64 time) { return QJsonObject {{QStringLiteral("sinceTime"), time}}; };
        QCOMPARE(initialize(since(1795176120000)),
            QJsonValue(QJsonObject {{QStringLiteral("has_updates"), false}}));
        QCOMPARE(initialize(since(1795176119999))[QStringLiteral("has_updates")], QJsonValue(true));
        QCOMPARE(initialize(since(0))[QStringLiteral("has_updates")], QJsonValue(true));
    }

    void formats()
    {
        QVERIFY(!initialize().toObject().contains(QStringLiteral("exposures")));
        const QJsonValue mapped = initialize({{QStringLiteral("responseFormat"), QStringLiteral("v2")}});
        QVERIFY(mapped[QStringLiteral("exposures")].isObject());
        QVERIFY(mapped[QStringLiteral("feature_gates")].isObject());
        const QJsonValue compact =
            initialize({{QStringLiteral("responseFormat"), QStringLiteral("init-v2")}});
        QCOMPARE(compact[QStringLiteral("response_format")].toString(), QStringLiteral("init-v2"));
        QVERIFY(compact[QStringLiteral("values")].isObject());
    }

    void derivedFields()
    {
        const RawAnswer answer = post(m_sandbox, "/v1/initialize", R"({"user":{}})", "secret-sandbox",
            "User-Agent: Test \"agent\"\r\n");
        const QJsonValue derived = json(answer)[QStringLiteral("derived_fields")];
        QCOMPARE(derived[QStringLiteral("ip")].toString(), QStringLiteral("127.0.0.1"));
        QCOMPARE(derived[QStringLiteral("user_agent")].toString(), QStringLiteral("Test \"agent\""));
    }

    /// The bucket of 7f3c-19aa-e04b is under the 10 % of price_badge in production, those of the others are
    /// not.
    void theStableIdOfTheMetadataCounts()
    {
        const auto priceBadge = [this](const QByteArray &user, const QByteArray &stableId) {
            const QByteArray body = "{\"hash\":\"none\",\"user\":" + user
                + ",\"statsigMetadata\":{\"stableID\":\"" + stableId + "\"}}";
            return gate(json(post(m_sandbox, "/v1/initialize", body)), "price_badge")[QStringLiteral("value")]
                .toBool();
        };
        const QByteArray tier = "\"statsigEnvironment\":{\"tier\":\"production\"}";
        QVERIFY(priceBadge('{' + tier + '}', "7f3c-19aa-e04b"));
        QVERIFY(!priceBadge('{' + tier + '}', "a81e-502d-77c9"));
        QVERIFY(priceBadge('{' + tier + ",\"customIDs\":{\"companyID\":\"acme-eu\"}}", "7f3c-19aa-e04b"));
        QVERIFY(
            !priceBadge('{' + tier + ",\"customIDs\":{\"stableID\":\"a81e-502d-77c9\"}}", "7f3c-19aa-e04b"));
    }

    void theEncodingOfBrowsers()
    {
        QByteArray body = QByteArray(R"({"hash":"none","user":{"userID":"u_48213"}})").toBase64();
        std::ranges::reverse(body);
        const RawAnswer answer =
            post(m_sandbox, "/v1/initialize?k=client-sandbox&se=1", body, {}, "Content-Type: text/plain\r\n");
        QCOMPARE(answer.status, 200);
        QVERIFY(gate(json(answer), "checkout_v2").isObject());
        QCOMPARE(post(m_sandbox, "/v1/initialize?k=client-sandbox&se=1", "%%%", {}).status, 400);
    }

    /// A browser's btoa() makes one byte of each character up to U+00FF.
    void theEncodingOfBrowsersBeyondAscii()
    {
        for (const char *name : {"Zo\xeb \xff", "Zo\xc3\xab \xc3\xbf"}) {
            const QByteArray sent = QByteArray(R"({"user":{"userID":")") + name + "\"}}";
            QByteArray body = sent.toBase64();
            std::ranges::reverse(body);
            const RawAnswer answer = post(m_sandbox, "/v1/initialize?k=client-sandbox&se=1", body, {});
            QCOMPARE(answer.status, 200);
            QCOMPARE(json(answer)[QStringLiteral("evaluated_keys")][QStringLiteral("userID")].toString(),
                QStringLiteral("Zo\u00eb \u00ff"));
        }
    }
};

GATESCOPE_TEST(TstSandboxInitialize)
#include "tst_sandboxinitialize.moc"
