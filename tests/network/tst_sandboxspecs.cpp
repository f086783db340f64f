// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxfixture.h"

#include <models/evaluation/evaluator.h>
#include <models/evaluation/idlists.h>

#include <models/editing/idlistedit.h>
#include <tests/support/testregistry.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrl>

using namespace Gatescope;
using namespace Gatescope::Test;

/// download_config_specs in its forms, and what SDKs fetch beside it (facts §1.9, §1.10, §8).
class TstSandboxSpecs : public QObject
{
    Q_OBJECT
    Sandbox m_sandbox;

    static constexpr const char *serverKey = "statsig-api-key: secret-sandbox\r\n";
    static constexpr qint64 sampleTime = 1795176120000;

private Q_SLOTS:
    void initTestCase()
    {
        SandboxOptions options;
        options.idLists = sampleIdLists();
        QVERIFY(m_sandbox.start(sampleProject(), options));
    }

    void everyWayToAsk_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<bool>("isV1");
        const auto row = [](const char *name, const QByteArray &request, bool isV1) {
            QTest::newRow(name) << request << isV1;
        };
        row("POST v1", httpRequest("POST", "/v1/download_config_specs", "{}", serverKey), true);
        row("POST v1, sinceTime 0",
            httpRequest("POST", "/v1/download_config_specs", R"({"sinceTime":0})", serverKey), true);
        row("POST v1, no body", httpRequest("POST", "/v1/download_config_specs", {}, serverKey), true);
        row("GET v1, key in header", httpRequest("GET", "/v1/download_config_specs", {}, serverKey), true);
        row("GET v1, key in query", httpRequest("GET", "/v1/download_config_specs?k=secret-sandbox"), true);
        row("GET v1, key in path", httpRequest("GET", "/v1/download_config_specs/secret-sandbox.json"), true);
        row("POST v2", httpRequest("POST", "/v2/download_config_specs", "{}", serverKey), false);
        row("GET v2, key in path",
            httpRequest(
                "GET", "/v2/download_config_specs/secret-sandbox.json?supports_proto=true&sinceTime=0"),
            false);
    }

    void everyWayToAsk()
    {
        QFETCH(QByteArray, request);
        QFETCH(bool, isV1);
        const RawAnswer answer = exchange(m_sandbox.port(), request);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Type"), QByteArray("application/json"));
        const QJsonValue specs = json(answer);
        QCOMPARE(specs[QStringLiteral("has_updates")], QJsonValue(true));
        QCOMPARE(specs[QStringLiteral("time")].toInteger(), sampleTime);
        QCOMPARE(specs[QStringLiteral("response_format")].toString(),
            isV1 ? QStringLiteral("dcs-v1") : QStringLiteral("dcs-v2"));
        for (const char *table : {"feature_gates", "dynamic_configs", "layer_configs"})
            QCOMPARE(specs[QLatin1String(table)].isArray(), isV1);
    }

    void itsOwnFormatIsServedAsItStands()
    {
        QCOMPARE(get(m_sandbox, "/v2/download_config_specs/secret-sandbox.json").body,
            sampleFile(QStringLiteral("sample-project.json")));
    }

    void nothingNewSinceItsTime_data()
    {
        QTest::addColumn<qint64>("since");
        QTest::addColumn<bool>("hasUpdates");
        QTest::newRow("before") << sampleTime - 1 << true;
        QTest::newRow("same") << sampleTime << false;
        QTest::newRow("after") << sampleTime + 1 << false;
    }

    void nothingNewSinceItsTime()
    {
        QFETCH(qint64, since);
        QFETCH(bool, hasUpdates);
        const QByteArray text = QByteArray::number(since);
        const RawAnswer posted = exchange(m_sandbox.port(),
            httpRequest("POST", "/v1/download_config_specs", "{\"sinceTime\":" + text + '}', serverKey));
        const RawAnswer got =
            get(m_sandbox, "/v2/download_config_specs/secret-sandbox.json?sinceTime=" + text);
        QCOMPARE(json(posted)[QStringLiteral("has_updates")], QJsonValue(hasUpdates));
        QCOMPARE(json(got)[QStringLiteral("has_updates")], QJsonValue(hasUpdates));
        if (!hasUpdates)
            QCOMPARE(got.body, QByteArray(R"({"has_updates":false})"));
    }

    void keysOfTheWrongKind()
    {
        QCOMPARE(get(m_sandbox, "/v1/download_config_specs/client-sandbox.json").status, 403);
        QCOMPARE(get(m_sandbox, "/v1/download_config_specs/secret-other.json").status, 401);
        QCOMPARE(get(m_sandbox, "/v1/download_config_specs").status, 401);
        QCOMPARE(get(m_sandbox, "/v2/download_config_specs?sinceTime=x&k=secret-sandbox").status, 400);
    }

    void v1SaysTheSameAsV2()
    {
        const QByteArray v1 = get(m_sandbox, "/v1/download_config_specs/secret-sandbox.json").body;
        const ProjectPtr converted = Project::compile(JsonDocument::parse(v1).value()).value();
        const ProjectPtr original = sampleProject();
        QCOMPARE(converted->format(), Project::Format::V1);
        QVERIFY2(converted->warnings().isEmpty(), qPrintable(converted->warnings().join(u'\n')));
        EvaluationContext context;
        context.idLists = sampleIdLists();
        const Evaluator left(original, context);
        const Evaluator right(converted, context);
        int compared = 0;
        for (const char *persona : {"Mina", "Tom", "Guest"}) {
            for (const char *tier : {"development", "production"}) {
                QJsonObject object = sampleUser(QLatin1String(persona));
                object[QStringLiteral("statsigEnvironment")] =
                    QJsonObject {{QStringLiteral("tier"), QLatin1String(tier)}};
                const EvaluationUser user(JsonDocument::parse(QJsonDocument(object).toJson()).value());
                for (const Spec &spec : original->specs()) {
                    const Verdict a =
                        left.evaluate(std::uint32_t(original->find(spec.table, spec.name)), user);
                    const Verdict b =
                        right.evaluate(std::uint32_t(converted->find(spec.table, spec.name)), user);
                    QCOMPARE(b.ruleId, a.ruleId);
                    QCOMPARE(b.value, a.value);
                    QCOMPARE(b.groupName, a.groupName);
                    QCOMPARE(b.json, a.json);
                    QVERIFY(b.secondaryExposures == a.secondaryExposures);
                    ++compared;
                }
            }
        }
        QCOMPARE(compared, 3 * 2 * 16);
    }

    /// SDKs read on from where they were, unless the file is another one.
    void aChangedIdListHasAnotherFile()
    {
        const auto fileId = [this] {
            const RawAnswer answer =
                exchange(m_sandbox.port(), httpRequest("POST", "/v1/get_id_lists", "{}", serverKey));
            return json(answer)[QStringLiteral("vip_customers")][QStringLiteral("fileID")].toString();
        };
        const QString before = fileId();
        QCOMPARE(fileId(), before);
        const IdListEdit edit {QStringLiteral("vip_customers"), QStringLiteral("u-new"), true};
        m_sandbox.setProject(sampleProject(), edited(sampleIdLists(), *sampleProject(), edit).value());
        QVERIFY(fileId() != before);
        QCOMPARE(get(m_sandbox, "/v1/id_lists/vip_customers").body.size(), qsizetype(60));
        m_sandbox.setProject(sampleProject(), sampleIdLists());
        QCOMPARE(fileId(), before);
    }

    void idLists()
    {
        const RawAnswer answer =
            exchange(m_sandbox.port(), httpRequest("POST", "/v1/get_id_lists", "{}", serverKey));
        const QJsonValue list = json(answer)[QStringLiteral("vip_customers")];
        QCOMPARE(list[QStringLiteral("name")].toString(), QStringLiteral("vip_customers"));
        QCOMPARE(list[QStringLiteral("size")].toInt(), 50);
        QVERIFY(list[QStringLiteral("creationTime")].toInteger() > 0);
        QVERIFY(!list[QStringLiteral("fileID")].toString().isEmpty());
        const QByteArray path = QUrl(list[QStringLiteral("url")].toString()).path().toLatin1();
        QCOMPARE(
            get(m_sandbox, path).body, QByteArray("+/1zlhGWY\n+QOQK9tOc\n+eq7hSNOq\n+kZfRXdwq\n+kmtqdDqF\n"));
    }

    void idListFilesInParts()
    {
        const RawAnswer rest = get(m_sandbox, "/v1/id_lists/vip_customers", "Range: bytes=40-\r\n");
        QCOMPARE(rest.status, 206);
        QCOMPARE(rest.body, QByteArray("+kmtqdDqF\n"));
        QCOMPARE(rest.header("Content-Range"), QByteArray("bytes 40-49/50"));
        QCOMPARE(get(m_sandbox, "/v1/id_lists/vip_customers", "Range: bytes=50-\r\n").status, 416);
        QCOMPARE(
            get(m_sandbox, "/v1/id_lists/vip_customers", "Range: bytes=x-\r\n").body.size(), qsizetype(50));
        QCOMPARE(get(m_sandbox, "/v1/id_lists/other").status, 404);
        QCOMPARE(get(m_sandbox, "/v1/get_id_lists?k=client-sandbox").status, 403);
    }
};

GATESCOPE_TEST(TstSandboxSpecs)
#include "tst_sandboxspecs.moc"
