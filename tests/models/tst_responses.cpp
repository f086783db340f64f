// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/statsig/responses.h>
#include <models/statsig/servermessage.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QDirIterator>
#include <QTest>

using namespace Gatescope;

namespace {

Result<ApiResponse> readText(Endpoint endpoint, const QByteArray &json, int status = 200)
{
    auto document = JsonDocument::parse(json);
    if (!document)
        return std::unexpected(document.error());
    return readResponse(endpoint, status, *document);
}

QString printMembers(const JsonMembers &members)
{
    QStringList texts;
    for (const JsonMember &member : members)
        texts << member.key + QLatin1Char('=') + QString::fromUtf8(member.json);
    return texts.isEmpty() ? QString() : QStringLiteral(" +") + texts.join(QLatin1Char(','));
}

/// One line an answer: what was understood of it, in reading order.
struct ContentPrinter
{
    QString operator()(const GateResults &results) const
    {
        QStringList lines;
        for (const GateResult &gate : results.gates)
            lines << gate.name + QLatin1Char(' ')
                    + (gate.value ? QStringLiteral("on") : QStringLiteral("off")) + QStringLiteral(" rule:")
                    + gate.ruleId + QStringLiteral(" group:") + gate.groupName
                    + printMembers(gate.otherMembers);
        return lines.join(QStringLiteral("; "));
    }
    QString operator()(const ConfigResult &config) const
    {
        return config.name + QLatin1Char(' ') + QString::fromUtf8(config.value) + QStringLiteral(" rule:")
            + config.ruleId + QStringLiteral(" group:") + config.groupName + QStringLiteral(" experiment:")
            + config.allocatedExperimentName + printMembers(config.otherMembers);
    }
    QString operator()(const InitializeAnswer &answer) const
    {
        return answer.hasUpdates ? QStringLiteral("initialize") : QStringLiteral("initialize, nothing new");
    }
    QString operator()(const LogEventReceipt &) const { return QStringLiteral("accepted"); }
    QString operator()(const SpecsAnswer &answer) const
    {
        return (answer.hasUpdates ? QStringLiteral("specs ") : QStringLiteral("specs, nothing new "))
            + QString::number(answer.time);
    }
    QString operator()(const UnknownShape &shape) const
    {
        return shape.note.isEmpty() ? QStringLiteral("unknown without a note") : QStringLiteral("unknown");
    }
};

} // namespace

class TstResponses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shapes_data();
    void shapes();
    void absentTextsAreNull();
    void emptyBodies_data();
    void emptyBodies();
    void plainValuesAreOfTheWrongShape();
    void successFalseIsRejected();
    void unknownShapesKeepTheBody();
    void serverMessages_data();
    void serverMessages();
    void serverTextIsBounded();
    void capturedPayloadsAreUnderstood();
};

void TstResponses::shapes_data()
{
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char *name, Endpoint endpoint, const char *json, const QString &printed) {
        QTest::newRow(name) << endpoint << QByteArray(json) << printed;
    };
    using enum Endpoint;
    row("gate", CheckGate, R"({"name":"g","value":true,"rule_id":"r","group_name":"Test Group"})",
        QStringLiteral("g on rule:r group:Test Group"));
    row("gate, old server", CheckGate, R"({"name":"g","value":false})", QStringLiteral("g off rule: group:"));
    row("gate, nulls", CheckGate, R"({"name":"g","value":false,"rule_id":null,"group_name":null})",
        QStringLiteral("g off rule: group:"));
    row("gate, ruleID", CheckGate, R"({"name":"g","value":true,"ruleID":"r"})",
        QStringLiteral("g on rule:r group:"));
    row("gate, extra", CheckGate,
        R"({"name":"g","value":true,"rule_id":"r","secondary_exposures":[ 1 ],"n":1.0})",
        QStringLiteral("g on rule:r group: +secondary_exposures=[1],n=1.0"));
    row("gate, rule ID is no text", CheckGate, R"({"name":"g","value":true,"rule_id":7})",
        QStringLiteral("g on rule: group: +rule_id=7"));
    row("gates, list", CheckGate, R"([{"name":"a","value":true,"rule_id":"r"},{"name":"b","value":false}])",
        QStringLiteral("a on rule:r group:; b off rule: group:"));
    row("gates, map", CheckGate, R"({"a":{"name":"a","value":true},"b":{"value":false,"rule_id":"s"}})",
        QStringLiteral("a on rule: group:; b off rule:s group:"));
    row("gates, results", CheckGate, R"({"results":[{"name":"a","value":true,"group_name":"G"}]})",
        QStringLiteral("a on rule: group:G"));
    row("gates, results map", CheckGate, R"({"results":{"a":{"value":true}}})",
        QStringLiteral("a on rule: group:"));
    row("gate called results", CheckGate, R"({"results":{"name":"results","value":true}})",
        QStringLiteral("results on rule: group:"));
    row("gate called value", CheckGate, R"({"value":{"name":"value","value":true}})",
        QStringLiteral("value on rule: group:"));
    row("multiple", CheckGateMultiple, R"({"results":[{"name":"a","value":true},{"name":"b","value":true}]})",
        QStringLiteral("a on rule: group:; b on rule: group:"));
    row("multiple as a list", CheckGateMultiple, R"([{"name":"a","value":true}])",
        QStringLiteral("a on rule: group:"));
    row("gate without a value", CheckGate, R"({"name":"g","rule_id":"r"})", QStringLiteral("unknown"));
    row("gate with a text value", CheckGate, R"({"name":"g","value":"true"})", QStringLiteral("unknown"));
    row("no gates", CheckGate, "[]", QStringLiteral("unknown"));
    row("empty object", CheckGate, "{}", QStringLiteral("unknown"));
    row("a list with a stranger", CheckGate, R"([{"name":"a","value":true},7])", QStringLiteral("unknown"));

    row("config", GetConfig, R"({"name":"c","value":{"k": 1.0},"group":"r","rule_id":"r","group_name":"G"})",
        QStringLiteral("c {\"k\":1.0} rule:r group:G experiment:"));
    row("config, group only", GetConfig, R"({"name":"c","value":{},"group":"r"})",
        QStringLiteral("c {} rule:r group: experiment:"));
    row("config, group of its own", GetConfig, R"({"name":"c","value":{},"group":"x","rule_id":"r"})",
        QStringLiteral("c {} rule:r group: experiment: +group=\"x\""));
    row("config, unknown name", GetConfig,
        R"({"name":"c","value":{},"group":"","rule_id":null,"group_name":null})",
        QStringLiteral("c {} rule: group: experiment:"));
    row("experiment", GetExperiment,
        R"({"name":"e","value":{"a":[1,2]},"rule_id":"r","group_name":"Control"})",
        QStringLiteral("e {\"a\":[1,2]} rule:r group:Control experiment:"));
    row("layer", GetLayer, R"({"name":"l","value":{"p":true},"ruleID":"r","allocatedExperimentName":"e"})",
        QStringLiteral("l {\"p\":true} rule:r group: experiment:e"));
    row("layer, not allocated", GetLayer,
        R"({"name":"l","value":{},"ruleID":"default","allocatedExperimentName":null})",
        QStringLiteral("l {} rule:default group: experiment:"));
    row("layer, both spellings", GetLayer,
        R"({"name":"l","value":{},"rule_id":"r","ruleID":"r","group_name":"G","allocated_experiment_name":"e"})",
        QStringLiteral("l {} rule:r group:G experiment:e"));
    row("config, list value", GetConfig, R"({"name":"c","value":[]})", QStringLiteral("unknown"));
    row("config as a list", GetConfig, R"([{"name":"c","value":{}}])", QStringLiteral("unknown"));

    row("initialize", Initialize,
        R"({"feature_gates":{},"dynamic_configs":{},"layer_configs":{},"has_updates":true})",
        QStringLiteral("initialize"));
    row("initialize, init-v2", Initialize,
        R"({"response_format":"init-v2","values":{},"exposures":{},"feature_gates":{"1":{}}})",
        QStringLiteral("initialize"));
    row("initialize, no updates", Initialize, R"({"has_updates":false})",
        QStringLiteral("initialize, nothing new"));
    row("initialize, changes only", Initialize, R"({"is_delta":true,"checksum":"1","feature_gates":{}})",
        QStringLiteral("unknown"));
    row("initialize, something else", Initialize, R"({"hello":1})", QStringLiteral("unknown"));

    row("specs v1", DownloadConfigSpecs,
        R"({"has_updates":true,"time":1724792059286,"feature_gates":[],"dynamic_configs":[],"layer_configs":[]})",
        QStringLiteral("specs 1724792059286"));
    row("specs v2", DownloadConfigSpecs,
        R"({"response_format":"dcs-v2","time":7,"feature_gates":{},"condition_map":{}})",
        QStringLiteral("specs 7"));
    row("specs, no time", DownloadConfigSpecs, R"({"feature_gates":{}})", QStringLiteral("specs 0"));
    row("specs, no updates", DownloadConfigSpecs, R"({"has_updates":false})",
        QStringLiteral("specs, nothing new 0"));
    row("specs, no updates with time", DownloadConfigSpecs, R"({"has_updates":false,"time":7})",
        QStringLiteral("specs, nothing new 7"));
    row("specs, something else", DownloadConfigSpecs, R"({"not_a_dcs_payload":true})",
        QStringLiteral("unknown"));

    row("receipt", LogEvent, R"({"success":true})", QStringLiteral("accepted"));
    row("receipt, unsure", LogEvent, "{}", QStringLiteral("unknown"));
}

void TstResponses::shapes()
{
    QFETCH(Endpoint, endpoint);
    QFETCH(QByteArray, json);
    const auto response = readText(endpoint, json);
    QVERIFY2(response, response ? "" : qPrintable(response.error().message));
    QVERIFY(response->body);
    QTEST(std::visit(ContentPrinter(), response->content), "printed");
}

/// Older servers say no rule and no group (facts §1.2), which is not the same as that there is none.
void TstResponses::absentTextsAreNull()
{
    const auto gate = [](const QByteArray &body) {
        return std::get<GateResults>(readText(Endpoint::CheckGate, body)->content).gates.first();
    };
    QVERIFY(gate(R"({"name":"g","value":false})").ruleId.isNull());
    QVERIFY(gate(R"({"name":"g","value":false})").groupName.isNull());
    const GateResult said = gate(R"({"name":"g","value":false,"rule_id":null,"group_name":""})");
    QVERIFY(!said.ruleId.isNull() && said.ruleId.isEmpty());
    QVERIFY(!said.groupName.isNull() && said.groupName.isEmpty());
}

void TstResponses::emptyBodies_data()
{
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("printed");
    QTest::newRow("initialize") << Endpoint::Initialize << 204 << QStringLiteral("initialize, nothing new");
    QTest::newRow("initialize, 200") << Endpoint::Initialize << 200 << QStringLiteral("unknown");
    QTest::newRow("specs") << Endpoint::DownloadConfigSpecs << 204 << QStringLiteral("specs, nothing new 0");
    QTest::newRow("specs, 200") << Endpoint::DownloadConfigSpecs << 200 << QStringLiteral("unknown");
    QTest::newRow("log_event") << Endpoint::LogEvent << 202 << QStringLiteral("accepted");
    QTest::newRow("check_gate") << Endpoint::CheckGate << 204 << QStringLiteral("unknown");
    QTest::newRow("get_layer") << Endpoint::GetLayer << 200 << QStringLiteral("unknown");
}

void TstResponses::emptyBodies()
{
    QFETCH(Endpoint, endpoint);
    QFETCH(int, status);
    const auto response = readResponse(endpoint, status, nullptr);
    QVERIFY(response);
    QVERIFY(!response->body);
    QTEST(std::visit(ContentPrinter(), response->content), "printed");
}

void TstResponses::plainValuesAreOfTheWrongShape()
{
    for (const Endpoint endpoint : allEndpoints) {
        for (const char *json : {"null", "true", "7", "\"text\""}) {
            const auto response = readText(endpoint, json);
            QVERIFY(!response);
            QCOMPARE(response.error().code, ErrorCode::WrongShape);
            QVERIFY(response.error().message.contains(pathName(endpoint)));
        }
    }
}

void TstResponses::successFalseIsRejected()
{
    const auto plain = readText(Endpoint::LogEvent, R"({"success":false})", 202);
    QVERIFY(!plain);
    QCOMPARE(plain.error().code, ErrorCode::Rejected);
    QVERIFY(plain.error().message.contains(QStringLiteral("202")));

    const auto said =
        readText(Endpoint::LogEvent, R"({"success":false,"message":"quota <b>used</b> up"})", 202);
    QVERIFY(!said);
    QCOMPARE(said.error().code, ErrorCode::Rejected);
    QVERIFY(said.error().message.contains(QStringLiteral("quota <b>used</b> up")));

    QVERIFY(!readText(Endpoint::CheckGate, R"({"success":false})"));
    QVERIFY(readText(Endpoint::CheckGate, R"({"success":{"value":false}})"));
}

void TstResponses::unknownShapesKeepTheBody()
{
    const auto response = readText(Endpoint::CheckGate, R"({"weird":[1]})");
    QVERIFY(response);
    QCOMPARE(response->body->source(), std::string_view(R"({"weird":[1]})"));
}

void TstResponses::serverMessages_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    QTest::newRow("message") << QByteArray(R"({"message":"Invalid key"})") << QStringLiteral("Invalid key");
    QTest::newRow("reason") << QByteArray(R"({"code":500,"reason":"upstream"})")
                            << QStringLiteral("upstream");
    QTest::newRow("error") << QByteArray(R"({"error":"nope"})") << QStringLiteral("nope");
    QTest::newRow("nested") << QByteArray(R"({"error":{"message":"deep"}})") << QStringLiteral("deep");
    QTest::newRow("message first") << QByteArray(R"({"error":"e","message":"m"})") << QStringLiteral("m");
    QTest::newRow("no text") << QByteArray(R"({"message":7})") << QString();
    QTest::newRow("list") << QByteArray("[]") << QString();
    QTest::newRow("lines") << QByteArray(R"({"message":"a\r\n\tb\u202ec"})") << QStringLiteral("a b c");
}

void TstResponses::serverMessages()
{
    QFETCH(QByteArray, json);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    QTEST(serverMessage((*document)->root()), "said");
}

void TstResponses::serverTextIsBounded()
{
    const QString text = boundedServerText(QString(100'000, QLatin1Char('x')));
    QCOMPARE(text.size(), 300);
    QVERIFY(text.endsWith(QChar(0x2026)));
    QCOMPARE(boundedServerText(QString(300, QLatin1Char('x'))).size(), 300);
}

/// Payloads captured from servers and SDKs, where they are at hand.
void TstResponses::capturedPayloadsAreUnderstood()
{
    const QString fixtures = Test::sharedFixtures();
    if (fixtures.isEmpty())
        return;
    const QHash<QString, QString> exceptions {
        {QStringLiteral("dcs_error.json"), QStringLiteral("unknown")},
    };
    int files = 0;
    QDirIterator it(fixtures, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QFileInfo file(it.next());
        const QString name = file.fileName();
        const bool specs = name.contains(QLatin1String("dcs")) || name.contains(QLatin1String("config_spec"));
        const bool initialize = name.startsWith(QLatin1String("init"));
        if ((!specs && !initialize) || name.startsWith(QLatin1String("expected")))
            continue;
        const bool asInitialize = initialize || name.contains(QLatin1String("initialize"));
        const auto response = readText(asInitialize ? Endpoint::Initialize : Endpoint::DownloadConfigSpecs,
            Test::readFile(file.filePath()));
        QVERIFY2(response, qPrintable(name));
        const QString printed = std::visit(ContentPrinter(), response->content);
        const QString expected =
            exceptions.value(name, asInitialize ? QStringLiteral("initialize") : QStringLiteral("specs "));
        QVERIFY2(printed.startsWith(expected), qPrintable(name + QStringLiteral(": ") + printed));
        ++files;
    }
    QVERIFY(files > 20);
}

GATESCOPE_TEST(TstResponses)
#include "tst_responses.moc"
