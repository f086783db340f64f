// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxfixture.h"

#include <tests/support/testregistry.h>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The endpoints that answer verdicts, over the sample project: answers and status codes as facts §1 has
/// them.
class TstSandbox : public QObject
{
    Q_OBJECT
    Sandbox m_sandbox;

    static QJsonValue parsed(const char *text)
    {
        RawAnswer answer;
        answer.body = text;
        return json(answer);
    }

    QJsonObject request(
        const QString &nameKey, const QJsonValue &name, const QString &persona = QStringLiteral("Mina"))
    {
        return {{QStringLiteral("user"), sampleUser(persona)}, {nameKey, name}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        SandboxOptions options;
        options.idLists = sampleIdLists();
        QVERIFY(m_sandbox.start(sampleProject(), options));
        QVERIFY(m_sandbox.isRunning());
        QCOMPARE(
            m_sandbox.apiUrl().toString(), QStringLiteral("http://127.0.0.1:%1/v1").arg(m_sandbox.port()));
    }

    void oneGate()
    {
        const RawAnswer answer = post(
            m_sandbox, "/v1/check_gate", request(QStringLiteral("gateName"), QStringLiteral("checkout_v2")));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
        QCOMPARE(json(answer),
            parsed(
                R"({"name":"checkout_v2","value":false,"rule_id":"30nZbFMERV3kQN2dtXXKrU:25.00:3","group_name":null})"));
    }

    void aGateThatPasses()
    {
        const QJsonObject body =
            request(QStringLiteral("gateName"), QStringLiteral("checkout_v2"), QStringLiteral("Tom"));
        QCOMPARE(json(post(m_sandbox, "/v1/check_gate", body)),
            parsed(
                R"({"name":"checkout_v2","value":true,"rule_id":"4UOHPeN0lakT2XJgy6DbAm","group_name":null})"));
    }

    void anUnknownGateIsFalse()
    {
        const RawAnswer answer = post(m_sandbox, "/v1/check_gate",
            request(QStringLiteral("gateName"), QStringLiteral("nobody \"knows\"")));
        QCOMPARE(answer.status, 200);
        QCOMPARE(json(answer),
            QJsonValue(QJsonObject {{QStringLiteral("name"), QStringLiteral("nobody \"knows\"")},
                {QStringLiteral("value"), false}, {QStringLiteral("rule_id"), QJsonValue::Null},
                {QStringLiteral("group_name"), QJsonValue::Null}}));
    }

    void severalGatesComeAsAnArray()
    {
        const QJsonArray names {QStringLiteral("free_shipping_banner"), QStringLiteral("new_returns_flow")};
        const char *expected = R"([
            {"name":"free_shipping_banner","value":true,"rule_id":"1x53wHOFlrdJ3MZ38w7x2N","group_name":null},
            {"name":"new_returns_flow","value":false,"rule_id":"disabled","group_name":null}])";
        QCOMPARE(json(post(m_sandbox, "/v1/check_gate", request(QStringLiteral("gateNames"), names))),
            parsed(expected));
        const QJsonValue multiple =
            json(post(m_sandbox, "/v1/check_gate_multiple", request(QStringLiteral("gateNames"), names)));
        QCOMPARE(multiple.toObject().keys(), QStringList {QStringLiteral("results")});
        QCOMPARE(multiple[QStringLiteral("results")], parsed(expected));
    }

    void theTierOfTheUserCounts()
    {
        const auto gateFor = [this](const char *tier) {
            QJsonObject body =
                request(QStringLiteral("gateName"), QStringLiteral("price_badge"), QStringLiteral("Tom"));
            QJsonObject user = body[QStringLiteral("user")].toObject();
            user[QStringLiteral("statsigEnvironment")] =
                QJsonObject {{QStringLiteral("tier"), QLatin1String(tier)}};
            body[QStringLiteral("user")] = user;
            return json(post(m_sandbox, "/v1/check_gate", body));
        };
        QCOMPARE(gateFor("development")[QStringLiteral("value")], QJsonValue(true));
        QCOMPARE(gateFor("production")[QStringLiteral("value")], QJsonValue(false));
        QCOMPARE(gateFor("production")[QStringLiteral("rule_id")].toString(),
            QStringLiteral("3xW9aQvT5nLe2KcBz7RuHp:10.00:2"));
        QCOMPARE(gateFor("other")[QStringLiteral("rule_id")].toString(), QStringLiteral("default"));
    }

    void anIdListCounts()
    {
        const auto check = [this](const char *id) {
            return json(post(m_sandbox, "/v1/check_gate",
                QByteArray("{\"gateName\":\"segment:vip_customers\",\"user\":{\"userID\":\"") + id + "\"}}"));
        };
        QCOMPARE(check("u_10442")[QStringLiteral("value")], QJsonValue(true));
        QCOMPARE(check("u_48213")[QStringLiteral("value")], QJsonValue(false));
    }

    void aConfig()
    {
        QCOMPARE(json(post(m_sandbox, "/v1/get_config",
                     request(QStringLiteral("configName"), QStringLiteral("support_hours")))),
            parsed(R"({"name":"support_hours","value":{"open":"08:00","close":"20:00"},
                "group":"default","rule_id":"default","group_name":null})"));
    }

    void anUnknownConfigIsEmpty()
    {
        const RawAnswer answer =
            post(m_sandbox, "/v1/get_config", request(QStringLiteral("configName"), QStringLiteral("x")));
        QCOMPARE(answer.status, 200);
        QCOMPARE(
            json(answer), parsed(R"({"name":"x","value":{},"group":"","rule_id":null,"group_name":null})"));
    }

    void anExperimentByEitherName()
    {
        const char *expected = R"({"name":"checkout_button_copy","group":"4qZ1n9XcVb2hJ7tRw0KeMu",
            "rule_id":"4qZ1n9XcVb2hJ7tRw0KeMu","group_name":"Buy now","value":{"label":"Buy now",
            "button_color":"#0B6E4F","show_price":true,"delay_ms":120,"icons":["lock","truck"],
            "free_shipping_from":60,"show_progress":false}})";
        QCOMPARE(json(post(m_sandbox, "/v1/get_experiment",
                     request(QStringLiteral("experimentName"), QStringLiteral("checkout_button_copy")))),
            parsed(expected));
        QCOMPARE(json(post(m_sandbox, "/v1/get_config",
                     request(QStringLiteral("configName"), QStringLiteral("checkout_button_copy")))),
            parsed(expected));
    }

    void aLayer()
    {
        const QJsonValue answer = json(post(m_sandbox, "/v1/get_layer",
            request(QStringLiteral("layerName"), QStringLiteral("checkout_flow"))));
        QCOMPARE(answer[QStringLiteral("ruleID")].toString(), QStringLiteral("4qZ1n9XcVb2hJ7tRw0KeMu"));
        QCOMPARE(answer[QStringLiteral("rule_id")].toString(), QStringLiteral("4qZ1n9XcVb2hJ7tRw0KeMu"));
        QCOMPARE(answer[QStringLiteral("allocatedExperimentName")].toString(),
            QStringLiteral("checkout_button_copy"));
        QCOMPARE(answer[QStringLiteral("group_name")].toString(), QStringLiteral("Buy now"));
        QCOMPARE(
            answer[QStringLiteral("value")][QStringLiteral("label")].toString(), QStringLiteral("Buy now"));
    }

    void anUnknownLayerIsNotFound()
    {
        const RawAnswer answer =
            post(m_sandbox, "/v1/get_layer", request(QStringLiteral("layerName"), QStringLiteral("x")));
        QCOMPARE(answer.status, 404);
        QVERIFY(messageOf(answer).contains(QLatin1String("\"x\"")));
    }

    void keys_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<int>("status");
        for (const char *path : {"check_gate", "check_gate_multiple", "get_config", "get_experiment",
                 "get_layer", "initialize", "log_event", "download_config_specs"}) {
            const bool needsServerKey = QByteArray(path) == "download_config_specs";
            const auto row = [path](const char *key, int status) {
                QTest::addRow("%s, %s", path, *key ? key : "none")
                    << QByteArray("/v1/") + path << QByteArray(key) << status;
            };
            row("", 401);
            row("secret-other", 401);
            row("secret-sandboxx", 401);
            row("console-abc", 403);
            row("client-sandbox", needsServerKey ? 403 : 400); // 400: the key is good, the body "{" is not
            row("secret-sandbox", 400);
        }
    }

    void keys()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, key);
        QFETCH(int, status);
        const RawAnswer answer = post(m_sandbox, path, "{", key);
        QCOMPARE(answer.status, status);
        QVERIFY(!messageOf(answer).isEmpty());
        QVERIFY(key.isEmpty() || status == 400 || !answer.body.contains("other"));
    }

    void theKeyMayStandInTheQuery()
    {
        const QByteArray body = R"({"gateName":"free_shipping_banner","user":{}})";
        QCOMPARE(post(m_sandbox, "/v1/check_gate?st=js&k=client-sandbox", body, {}).status, 200);
        QCOMPARE(post(m_sandbox, "/v1/check_gate?k=client%2Dsandbox", body, {}).status, 200);
        QCOMPARE(post(m_sandbox, "/v1/check_gate?k=client-other", body, {}).status, 401);
    }

    void badBodies_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *path, const char *body, const char *says) {
            QTest::newRow(name) << QByteArray("/v1/") + path << QByteArray(body) << QString::fromLatin1(says);
        };
        row("empty", "check_gate", "", "empty");
        row("not JSON", "check_gate", "{\"gateName\":\"x\",\n \"user\":}", "Line 2, column 9");
        row("cut short", "check_gate", "{\"gateName\":\"x\"", "JSON");
        row("bad UTF-8", "check_gate", "{\"gateName\":\"\xff\"}", "JSON");
        row("an array", "check_gate", "[]", "an array");
        row("no user", "check_gate", R"({"gateName":"x"})", "\"user\" is missing");
        row("user null", "check_gate", R"({"gateName":"x","user":null})", "\"user\" is missing");
        row("user a string", "check_gate", R"({"gateName":"x","user":"u"})",
            "\"user\" must be an object, but is a string");
        row("user an array", "get_layer", R"({"layerName":"x","user":[]})",
            "\"user\" must be an object, but is an array");
        row("userID an object", "get_config", R"({"configName":"x","user":{"userID":{}}})",
            "\"user.userID\"");
        row("email a boolean", "get_config", R"({"configName":"x","user":{"email":true}})", "\"user.email\"");
        row("custom a string", "get_config", R"({"configName":"x","user":{"custom":"a"}})",
            "\"user.custom\"");
        row("customIDs nested", "get_config", R"({"configName":"x","user":{"customIDs":{"a":[]}}})",
            "\"user.customIDs.a\"");
        row("no gate name", "check_gate", R"({"user":{}})", "\"gateName\" is missing");
        row("gate name a number", "check_gate", R"({"user":{},"gateName":1})",
            "\"gateName\" must be a string, but is a number");
        row("gate name empty", "check_gate", R"({"user":{},"gateName":""})", "\"gateName\" is empty");
        row("both", "check_gate", R"({"user":{},"gateName":"a","gateNames":["b"]})", "both");
        row("gate names a string", "check_gate", R"({"user":{},"gateNames":"a"})",
            "\"gateNames\" must be an array");
        row("a gate name a number", "check_gate", R"({"user":{},"gateNames":["a",2]})", "\"gateNames[1]\"");
        row("no gate names", "check_gate", R"({"user":{},"gateNames":[]})", "\"gateNames\" is empty");
        row("no gate names, multiple", "check_gate_multiple", R"({"user":{}})", "\"gateNames\" is missing");
        row("no config name", "get_config", R"({"user":{},"experimentName":"x"})",
            "\"configName\" is missing");
        row("no experiment name", "get_experiment", R"({"user":{},"configName":"x"})",
            "\"experimentName\" is missing");
        row("no layer name", "get_layer", R"({"user":{}})", "\"layerName\" is missing");
        row("initialize without a user", "initialize", R"({})", "\"user\" is missing");
        row("unknown hash", "initialize", R"({"user":{},"hash":"md5"})", "\"hash\"");
        row("unknown format", "initialize", R"({"user":{},"responseFormat":"v9"})", "\"responseFormat\"");
        row("sinceTime a string", "initialize", R"({"user":{},"sinceTime":"1"})", "\"sinceTime\"");
        row("no events", "log_event", R"({})", "\"events\" is missing");
        row("events an object", "log_event", R"({"events":{}})", "\"events\" must be an array");
        row("an event a string", "log_event", R"({"events":["a"]})", "\"events[0]\"");
        row("an event without a name", "log_event", R"({"events":[{"eventName":"a"},{}]})",
            "\"events[1].eventName\" is missing");
        row("an event name a number", "log_event", R"({"events":[{"eventName":1}]})",
            "\"events[0].eventName\"");
        row("an event value a boolean", "log_event", R"({"events":[{"eventName":"a","value":true}]})",
            "\"events[0].value\"");
        row("event metadata a string", "log_event", R"({"events":[{"eventName":"a","metadata":""}]})",
            "\"events[0].metadata\"");
        row("an event user a string", "log_event", R"({"events":[{"eventName":"a","user":""}]})",
            "\"events[0].user\"");
        row("sinceTime an object", "download_config_specs", R"({"sinceTime":{}})", "\"sinceTime\"");
        row("specs, not JSON", "download_config_specs", R"(sinceTime=1)", "JSON");
    }

    void badBodies()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        const RawAnswer answer = post(m_sandbox, path, body);
        QCOMPARE(answer.status, 400);
        QVERIFY2(messageOf(answer).contains(says), answer.body.constData());
    }

    void moreThanAHundredNamesAreTooMany()
    {
        QJsonArray names;
        for (int i = 0; i < 101; ++i)
            names.append(QStringLiteral("gate_%1").arg(i));
        QCOMPARE(post(m_sandbox, "/v1/check_gate", request(QStringLiteral("gateNames"), names)).status, 400);
        names.removeLast();
        QCOMPARE(post(m_sandbox, "/v1/check_gate", request(QStringLiteral("gateNames"), names)).status, 200);
    }

    void pathsAndMethods_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        const auto row = [](const char *method, const char *target, int status) {
            QTest::addRow("%s %s", method, target) << QByteArray(method) << QByteArray(target) << status;
        };
        row("POST", "/", 404);
        row("POST", "/v1", 404);
        row("POST", "/v1/", 404);
        row("POST", "/v1/check_gates", 404);
        row("POST", "/v1/check_gate/", 404);
        row("POST", "//v1/check_gate", 404);
        row("POST", "/v1/%63heck_gate", 404);
        row("POST", "/v1/check_gate%00", 404);
        row("POST", "/v2/check_gate", 404);
        row("GET", "/v1/download_config_specs/a/b.json", 404);
        row("GET", "/v1/check_gate", 405);
        row("HEAD", "/v1/check_gate", 405);
        row("PUT", "/v1/check_gate", 405);
        row("DELETE", "/v1/log_event", 405);
        row("POST", "/v1/download_config_specs/secret-sandbox.json", 405);
        row("BREW", "/v1/initialize", 405);
    }

    void pathsAndMethods()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        RawClient client(m_sandbox.port());
        client.send(httpRequest(method, target, {}, "statsig-api-key: secret-sandbox\r\n"));
        const RawAnswer answer = method == "HEAD" ? client.receiveHead() : client.receive();
        QCOMPARE(answer.status, status);
        if (status == 405)
            QVERIFY(answer.header("Allow").contains(target.contains("download") ? "GET" : "POST"));
    }

    void browsersMayCall()
    {
        const RawAnswer preflight =
            exchange(m_sandbox.port(), httpRequest("OPTIONS", "/v1/rgstr", {}, "Origin: null\r\n"));
        QCOMPARE(preflight.status, 204);
        QCOMPARE(preflight.header("Access-Control-Allow-Origin"), QByteArray("*"));
        QVERIFY(preflight.header("Access-Control-Allow-Headers").contains("statsig-event-count"));
        QCOMPARE(exchange(m_sandbox.port(), httpRequest("OPTIONS", "*")).status, 204);
        QCOMPARE(
            post(m_sandbox, "/v1/check_gate", "{}").header("Access-Control-Allow-Origin"), QByteArray("*"));
    }

    void pagesOfTheInternetMayCallIfTheyAsk()
    {
        const auto allows = [this](const QByteArray &headers) {
            const RawAnswer preflight = exchange(m_sandbox.port(),
                httpRequest("OPTIONS", "/v1/initialize", {}, "Origin: https://shop.example\r\n" + headers));
            return preflight.header("Access-Control-Allow-Private-Network");
        };
        QCOMPARE(allows("Access-Control-Request-Private-Network: true\r\n"), QByteArray("true"));
        QCOMPARE(allows(""), QByteArray());
    }

    void namesOfOtherMachinesAreRefused()
    {
        const QByteArray rebound = "POST /v1/check_gate HTTP/1.1\r\nHost: attacker.example\r\n"
                                   "statsig-api-key: secret-sandbox\r\nContent-Length: 2\r\n\r\n{}";
        QCOMPARE(exchange(m_sandbox.port(), rebound).status, 403);
    }

    void stopsAndStartsAgain()
    {
        Sandbox sandbox;
        QVERIFY(sandbox.start(sampleProject()));
        RawClient stalled(sandbox.port());
        stalled.send("POST /v1/check_gate HTTP/1.1\r\nHost: localhost\r\n");
        QElapsedTimer timer;
        timer.start();
        sandbox.stop();
        QVERIFY2(timer.elapsed() < 10'000, QByteArray::number(timer.elapsed()).constData());
        QVERIFY(stalled.waitForEnd());
        QVERIFY(!sandbox.isRunning());
        QVERIFY(sandbox.apiUrl().isEmpty());
        QVERIFY(sandbox.start(sampleProject()));
        QCOMPARE(
            post(sandbox, "/v1/check_gate", R"({"gateName":"free_shipping_banner","user":{}})").status, 200);
    }

    void aTakenPortIsAnError()
    {
        Sandbox second;
        SandboxOptions options;
        options.port = m_sandbox.port();
        const Result<> result = second.start(sampleProject(), options);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::BadInput);
    }
};

GATESCOPE_TEST(TstSandbox)
#include "tst_sandbox.moc"
