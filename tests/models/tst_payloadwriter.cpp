// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/evaluation/evaluator.h>
#include <models/evaluation/payloadwriter.h>

#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QDirIterator>
#include <QTest>

using namespace Gatescope;

/// v1 and v2 of one project answer alike; the forms that differ are spelled out by hand (facts §0, §2, §8).
class TstPayloadWriter : public QObject
{
    Q_OBJECT
    static ProjectPtr compiled(const QByteArray &text)
    {
        const auto document = JsonDocument::parse(text);
        return document ? Project::compile(*document).value_or(nullptr) : nullptr;
    }

    static JsonDocumentPtr converted(const QByteArray &text, Project::Format format)
    {
        return JsonDocument::parse(payloadText(*compiled(text), format)).value();
    }

    static QByteArray v2Gate(const QByteArray &members, const QByteArray &rules)
    {
        return R"({"has_updates":true,"time":7,"response_format":"dcs-v2","dynamic_configs":{},"layer_configs":{},
            "experiment_to_layer":{"e2":"l","e1":"l"},"condition_map":{
              "all":{"type":"public","operator":null,"targetValue":null,"idType":"userID"},
              "some":{"type":"user_bucket","operator":"any","targetValue":{"5":true,"17":true},
                      "additionalValues":{"salt":"s"},"idType":"userID"},
              "low":{"type":"user_bucket","operator":"lt","targetValue":500,"additionalValues":{"salt":"s"},
                     "idType":"userID"}},
            "feature_gates":{"g":{"type":"feature_gate","entity":"feature_gate","idType":"userID","salt":"x",)"
            + members + ",\"rules\":[" + rules + "]}}}";
    }

    static QByteArray rule(
        const QByteArray &id, const QByteArray &condition, int percentage, const char *value)
    {
        return "{\"id\":\"" + id + "\",\"name\":\"" + id
            + "\",\"salt\":\"\",\"idType\":\"userID\",\"conditions\":[\"" + condition
            + "\"],\"passPercentage\":" + QByteArray::number(percentage) + ",\"returnValue\":" + value + '}';
    }

    static void compareAll(const ProjectPtr &left, const ProjectPtr &right, const EvaluationUser &user)
    {
        const Evaluator a(left);
        const Evaluator b(right);
        for (const Spec &spec : left->specs()) {
            const std::string name(spec.name);
            const int other = right->find(spec.table, name);
            QVERIFY2(other >= 0, name.c_str());
            const Verdict expected = a.evaluate(std::uint32_t(left->find(spec.table, spec.name)), user);
            const Verdict actual = b.evaluate(std::uint32_t(other), user);
            QVERIFY2(actual.reason == expected.reason, name.c_str());
            QVERIFY2(actual.ruleId == expected.ruleId,
                (name + ": " + actual.ruleId + " / " + expected.ruleId).c_str());
            QVERIFY2(actual.value == expected.value, name.c_str());
            QCOMPARE(actual.groupName, expected.groupName);
            QCOMPARE(actual.json, expected.json);
            QVERIFY2(actual.secondaryExposures == expected.secondaryExposures, name.c_str());
        }
    }

private Q_SLOTS:
    void v1InlinesConditions()
    {
        const auto v1 =
            converted(v2Gate(R"("enabled":true,"defaultValue":false)", rule("r", "some", 100, "true")),
                Project::Format::V1);
        const JsonValue root = v1->root();
        QCOMPARE(root["response_format"].toUtf8(), std::string("dcs-v1"));
        QCOMPARE(root["time"].rawText(), std::string_view("7"));
        QVERIFY(!root["condition_map"].isValid());
        QCOMPARE(root["layers"].rawText(), std::string_view(R"({"l":["e2","e1"]})"));
        const JsonValue gate = root["feature_gates"].at(0);
        QCOMPARE(gate["name"].toUtf8(), std::string("g"));
        const JsonValue condition = gate["rules"].at(0)["conditions"].at(0);
        QCOMPARE(condition["type"].toUtf8(), std::string("user_bucket"));
        QCOMPARE(condition["targetValue"].rawText(), std::string_view("[5,17]"));
    }

    void v1SaysNoByPercentage()
    {
        const auto v1 =
            converted(v2Gate(R"("enabled":true,"defaultValue":false)", rule("r", "all", 100, "false")),
                Project::Format::V1);
        const JsonValue rule = v1->root()["feature_gates"].at(0)["rules"].at(0);
        QCOMPARE(rule["passPercentage"].rawText(), std::string_view("0"));
        QCOMPARE(rule["returnValue"].rawText(), std::string_view("true"));
    }

    void gatesAnswerAlike_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("rules");
        QTest::newRow("plain") << QByteArray(R"("enabled":true,"defaultValue":false)")
                               << rule("r", "low", 40, "true");
        QTest::newRow("answers false")
            << QByteArray(R"("enabled":true,"defaultValue":false)")
            << rule("r", "low", 100, "false") + ',' + rule("s", "all", 100, "true");
        QTest::newRow("on by default")
            << QByteArray(R"("enabled":true,"defaultValue":true)") << rule("r", "low", 40, "true");
        QTest::newRow("on by default, rule says no")
            << QByteArray(R"("enabled":true,"defaultValue":true)") << rule("r", "low", 100, "false");
        QTest::newRow("off") << QByteArray(R"("enabled":false,"defaultValue":false)") << QByteArray();
        QTest::newRow("off with rules")
            << QByteArray(R"("enabled":false,"defaultValue":false)") << rule("r", "low", 100, "true");
        QTest::newRow("off, on by default")
            << QByteArray(R"("enabled":false,"defaultValue":true)") << QByteArray();
        QTest::newRow("off with rules, on by default")
            << QByteArray(R"("enabled":false,"defaultValue":true)") << rule("r", "low", 100, "true");
        QTest::newRow("a condition that is not there")
            << QByteArray(R"("enabled":true,"defaultValue":false)") << rule("r", "nowhere", 100, "true");
    }

    void gatesAnswerAlike()
    {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, rules);
        const ProjectPtr v2 = compiled(v2Gate(members, rules));
        const ProjectPtr v1 = compiled(payloadText(*v2, Project::Format::V1));
        QVERIFY(v1);
        QCOMPARE(v1->format(), Project::Format::V1);
        const ProjectPtr again = compiled(payloadText(*v1, Project::Format::V2));
        QCOMPARE(again->format(), Project::Format::V2);
        for (int i = 0; i < 40; ++i) { // on both sides of the bucket and of the percentage
            const QByteArray user = "{\"userID\":\"u" + QByteArray::number(i) + "\"}";
            const EvaluationUser evaluated(JsonDocument::parse(user).value());
            compareAll(v2, v1, evaluated);
            compareAll(v2, again, evaluated);
        }
    }

    void v2HasWhatCoreRequires()
    {
        const QByteArray v1 = R"({"feature_gates":[
                {"name":"g","enabled":true,"salt":"x","defaultValue":true,"rules":[
                  {"id":"r","passPercentage":0,"conditions":[
                     {"type":"USER_BUCKET","operator":"None","targetValue":[1,2]},
                     {"type":"public"},{"type":"public"}]}]},
                {"name":"off","enabled":false,"rules":[{"id":"r","conditions":[]}]}],
            "dynamic_configs":[{"name":"c","rules":[]}],"layer_configs":[{"name":"l","rules":[]}],
            "layers":{"l":["e"]}})";
        const JsonDocumentPtr text =
            JsonDocument::parse(payloadText(*compiled(v1), Project::Format::V2)).value();
        const JsonValue root = text->root();
        QVERIFY(root["has_updates"].toBool());
        QCOMPARE(root["time"].rawText(), std::string_view("0"));
        QCOMPARE(root["experiment_to_layer"].rawText(), std::string_view(R"({"e":"l"})"));
        const JsonValue gate = root["feature_gates"]["g"];
        QCOMPARE(gate["defaultValue"].rawText(), std::string_view("false"));
        QCOMPARE(gate["entity"].toUtf8(), std::string("feature_gate"));
        const JsonValue rule = gate["rules"].at(0);
        QCOMPARE(rule["name"].toUtf8(), std::string("r"));
        QCOMPARE(rule["idType"].toUtf8(), std::string("userID"));
        QCOMPARE(rule["returnValue"].rawText(), std::string_view("true"));
        QCOMPARE(rule["conditions"].size(), quint32(3));
        QCOMPARE(rule["conditions"].at(1).toUtf8(), rule["conditions"].at(2).toUtf8());
        const JsonValue bucket = root["condition_map"][rule["conditions"].at(0).toUtf8()];
        QCOMPARE(bucket["targetValue"].rawText(), std::string_view(R"({"1":true,"2":true})"));
        QCOMPARE(bucket["type"].toUtf8(), std::string("user_bucket"));
        QCOMPARE(bucket["operator"].toUtf8(), std::string("none"));
        QCOMPARE(bucket["idType"].toUtf8(), std::string("userID"));
        QCOMPARE(root["feature_gates"]["off"]["rules"].size(), quint32(0));
        QCOMPARE(root["layer_configs"]["l"]["entity"].toUtf8(), std::string("layer"));
    }

    void mappingsAnswerAlike()
    {
        const QByteArray config =
            R"({"type":"x","entity":"experiment","salt":"","enabled":true,"idType":"userID",
            "defaultValue":{},"rules":[)";
        const ProjectPtr v2 =
            compiled(R"({"time":1,"feature_gates":{},"layer_configs":{},"dynamic_configs":{"old":)" + config
                + "]},\"new\":" + config + rule("r", "all", 100, R"({"a":1})")
                + R"(]}},"condition_map":{"all":{"type":"public","idType":"userID"},
              "odd":{"type":"user_bucket","operator":"lt","targetValue":500,"additionalValues":{"salt":"s"},"idType":"userID"}},
            "overrides":{"old":[{"new_config_name":"new","rules":[{"rule_name":"half"}]}]},"override_rules":{"half":)"
                + rule("half", "odd", 100, "{}") + "}}");
        QVERIFY(v2);
        const ProjectPtr v1 = compiled(payloadText(*v2, Project::Format::V1));
        const ProjectPtr again = compiled(payloadText(*v1, Project::Format::V2));
        QCOMPARE(v1->warnings(), QStringList());
        int mapped = 0;
        for (int i = 0; i < 20; ++i) {
            const QByteArray user = "{\"userID\":\"u" + QByteArray::number(i) + "\"}";
            const EvaluationUser evaluated(JsonDocument::parse(user).value());
            compareAll(v2, v1, evaluated);
            compareAll(v2, again, evaluated);
            mapped += Evaluator(v1).config("old", evaluated).ruleId == "r" ? 1 : 0;
        }
        QVERIFY(mapped > 0 && mapped < 20);
    }

    /// Every payload at hand, converted and converted back, for a few users.
    void realPayloadsAnswerAlike()
    {
        if (Test::sharedFixtures().isEmpty())
            return;
        int projects = 0;
        QDirIterator files(
            Test::sharedFixtures(), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const ProjectPtr original = compiled(Test::readFile(files.next()));
            if (!original || original->specs().empty())
                continue;
            const bool isV1 = original->format() == Project::Format::V1;
            const ProjectPtr other =
                compiled(payloadText(*original, isV1 ? Project::Format::V2 : Project::Format::V1));
            QVERIFY2(other, qPrintable(files.filePath()));
            ++projects;
            for (const char *user : {R"({"userID":"a_user","email":"a@statsig.com"})", R"({"userID":"10"})",
                     R"({"userID":"u","country":"US","customIDs":{"stableID":"s"},"custom":{"level":5}})"})
                compareAll(original, other, EvaluationUser(JsonDocument::parse(QByteArray(user)).value()));
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(files.filePath()));
        }
        QVERIFY(projects > 5);
    }
};

GATESCOPE_TEST(TstPayloadWriter)
#include "tst_payloadwriter.moc"
