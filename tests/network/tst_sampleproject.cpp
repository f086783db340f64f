// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxfixture.h"

#include <models/json/utf8text.h>
#include <models/evaluation/buckethash.h>
#include <models/evaluation/evaluator.h>
#include <models/evaluation/hashes.h>
#include <models/evaluation/idlists.h>

#include <tests/support/testregistry.h>

#include <QJsonDocument>
#include <QTest>

#include <map>
#include <memory>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The sample shows every kind of entity, and answers that differ: by its buckets as the README of the sample
/// has them, worked out with sha256sum.
class TstSampleProject : public QObject
{
    Q_OBJECT
    ProjectPtr m_project;
    std::unique_ptr<Evaluator> m_evaluator;

    static EvaluationUser user(const QString &persona, const QString &tier)
    {
        QJsonObject object = sampleUser(persona);
        object[QStringLiteral("statsigEnvironment")] = QJsonObject {{QStringLiteral("tier"), tier}};
        return EvaluationUser(JsonDocument::parse(QJsonDocument(object).toJson()).value());
    }

    const Spec &spec(SpecTable table, std::string_view name) const
    {
        return m_project->specs().at(std::size_t(m_project->find(table, name)));
    }

    /// The name of the rule that decided: what people see.
    QString ruleName(SpecTable table, std::string_view name, const std::string &ruleId) const
    {
        for (const Rule &rule : spec(table, name).rules) {
            if (rule.id == ruleId)
                return utf8Text(rule.name);
        }
        return QString::fromStdString(ruleId);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_project = sampleProject();
        EvaluationContext context;
        context.idLists = sampleIdLists();
        m_evaluator = std::make_unique<Evaluator>(m_project, context);
    }

    void compilesWithoutWarnings()
    {
        QVERIFY2(m_project->warnings().isEmpty(), qPrintable(m_project->warnings().join(u'\n')));
        QCOMPARE(m_project->format(), Project::Format::V2);
        QCOMPARE(m_project->idListNames(), std::vector<std::string> {"vip_customers"});
    }

    void hasEveryKind()
    {
        std::map<EntityKind, int> counts;
        for (const Spec &spec : m_project->specs())
            ++counts[spec.kind];
        const std::map<EntityKind, int> expected {{EntityKind::Gate, 5}, {EntityKind::Segment, 3},
            {EntityKind::Holdout, 1}, {EntityKind::DynamicConfig, 2}, {EntityKind::Experiment, 3},
            {EntityKind::Autotune, 1}, {EntityKind::Layer, 1}};
        QVERIFY(counts == expected);
        QCOMPARE(m_project->payload()->root()["param_stores"].size(), quint32(1));
        QCOMPARE(spec(SpecTable::DynamicConfigs, "checkout_button_copy").layer, std::string("checkout_flow"));
        QCOMPARE(
            spec(SpecTable::DynamicConfigs, "free_shipping_threshold").layer, std::string("checkout_flow"));
        QVERIFY(spec(SpecTable::DynamicConfigs, "gift_card_reminder").layer.empty());
        QVERIFY(!spec(SpecTable::FeatureGates, "new_returns_flow").enabled);
    }

    /// CORE refuses a payload in which one condition lacks an idType (facts §2.4), and drops incomplete
    /// specs.
    void hasWhatSdksRequire()
    {
        const JsonValue payload = m_project->payload()->root();
        const JsonValue conditions = payload["condition_map"];
        for (quint32 i = 0; i < conditions.size(); ++i)
            QVERIFY(conditions.at(i)["idType"].isString());
        for (const char *table : {"feature_gates", "dynamic_configs", "layer_configs"}) {
            for (quint32 i = 0; i < payload[table].size(); ++i) {
                const JsonValue spec = payload[table].at(i);
                for (const char *field :
                    {"type", "salt", "defaultValue", "enabled", "rules", "idType", "entity"})
                    QVERIFY2(spec[field].isValid(), field);
                for (quint32 j = 0; j < spec["rules"].size(); ++j) {
                    for (const char *field :
                        {"name", "passPercentage", "returnValue", "id", "conditions", "idType"})
                        QVERIFY2(spec["rules"].at(j)[field].isValid(), field);
                }
            }
        }
        for (const char *field : {"has_updates", "time", "experiment_to_layer"})
            QVERIFY2(payload[field].isValid(), field);
    }

    void buckets_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("modulus");
        QTest::addColumn<int>("bucket");
        const auto row = [](const char *text, int modulus, int bucket) {
            QTest::newRow(text) << QString::fromLatin1(text) << modulus << bucket;
        };
        row("c29b7d13-7b6a-4353-9cd6-fe96894c2315.b7e1-de-rollout.u_48213", 10'000, 4312);
        row("c29b7d13-7b6a-4353-9cd6-fe96894c2315.b7e1-de-rollout.u_48214", 10'000, 1077);
        row("ef858560-a47f-4f63-ba0e-f8e46eae79dd.u_48213", 1000, 212);
        row("c41d7f2a-88e0-4429-b1f9-0dc8cf3bf181.u_48213", 1000, 387);
        row("c41d7f2a-88e0-4429-b1f9-0dc8cf3bf181.u_50977", 1000, 802);
    }

    void buckets()
    {
        QFETCH(QString, text);
        QFETCH(int, modulus);
        QFETCH(int, bucket);
        QCOMPARE(int(bucketHash(text.toStdString()) % std::uint64_t(modulus)), bucket);
    }

    void gates_data()
    {
        QTest::addColumn<QString>("persona");
        QTest::addColumn<QString>("tier");
        QTest::addColumn<QString>("gate");
        QTest::addColumn<bool>("value");
        QTest::addColumn<QString>("rule");
        const auto row = [](const char *persona, const char *tier, const char *gate, bool value,
                             const char *rule) {
            QTest::addRow("%s, %s, %s", persona, tier, gate)
                << QString::fromLatin1(persona) << QString::fromLatin1(tier) << QString::fromLatin1(gate)
                << value << QString::fromLatin1(rule);
        };
        row("Mina", "development", "checkout_v2", false, "DE rollout");
        row("Mina", "development", "free_shipping_banner", true, "Everyone");
        row("Mina", "development", "gift_wrap", true, "iOS 4.8 and up");
        row("Mina", "development", "new_returns_flow", false, "disabled");
        row("Mina", "development", "price_badge", true, "Preview outside production");
        row("Mina", "production", "price_badge", true, "Production, 10 %");
        row("Mina", "development", "holdout_2026_h2", false, "Held out, 5 %");
        row("Mina", "development", "segment:beta_testers", false, "default");
        row("Mina", "development", "segment:staff", false, "default");
        row("Mina", "development", "segment:vip_customers", false, "default");
        row("Tom", "development", "checkout_v2", true, "Gold tier");
        row("Tom", "development", "gift_wrap", false, "default");
        row("Tom", "production", "price_badge", false, "Production, 10 %");
        row("Guest", "development", "checkout_v2", false, "Everyone else");
    }

    void gates()
    {
        QFETCH(QString, persona);
        QFETCH(QString, tier);
        QFETCH(QString, gate);
        QFETCH(bool, value);
        QFETCH(QString, rule);
        const Verdict verdict = m_evaluator->gate(gate.toStdString(), user(persona, tier));
        QCOMPARE(verdict.reason, Reason::Recognized);
        QCOMPARE(verdict.value, value);
        QCOMPARE(ruleName(SpecTable::FeatureGates, gate.toStdString(), verdict.ruleId), rule);
    }

    void configs_data()
    {
        QTest::addColumn<QString>("persona");
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("group");
        const auto row = [](const char *persona, const char *config, const char *rule, const char *group) {
            QTest::addRow("%s, %s", persona, config)
                << QString::fromLatin1(persona) << QString::fromLatin1(config) << QString::fromUtf8(rule)
                << QString::fromUtf8(group);
        };
        row("Mina", "search_ranking", "Mobile ranking", "");
        row("Mina", "support_hours", "default", "");
        row("Tom", "support_hours", "France, production", "");
        row("Mina", "checkout_button_copy", "Buy now", "Buy now");
        row("Tom", "checkout_button_copy", "One click", "One click");
        row("Guest", "checkout_button_copy", "Layer share", "");
        row("Mina", "free_shipping_threshold", "Not allocated", "");
        row("Guest", "free_shipping_threshold", "From 40 €", "From 40 €");
        row("Mina", "gift_card_reminder", "Not started", "");
        row("Mina", "home_hero_banner", "Best sellers", "Best sellers");
        row("Tom", "home_hero_banner", "For you", "For you");
    }

    void configs()
    {
        QFETCH(QString, persona);
        QFETCH(QString, config);
        QFETCH(QString, rule);
        QFETCH(QString, group);
        const Verdict verdict =
            m_evaluator->config(config.toStdString(), user(persona, QStringLiteral("production")));
        QCOMPARE(verdict.reason, Reason::Recognized);
        QCOMPARE(ruleName(SpecTable::DynamicConfigs, config.toStdString(), verdict.ruleId), rule);
        QCOMPARE(QString::fromStdString(verdict.groupName.value_or(std::string())), group);
    }

    void theLayerDelegates()
    {
        const Verdict mina = m_evaluator->layer("checkout_flow", user(QStringLiteral("Mina"), QString()));
        QCOMPARE(mina.allocatedExperiment, std::optional<std::string>("checkout_button_copy"));
        QCOMPARE(mina.groupName, std::optional<std::string>("Buy now"));
        const Verdict guest = m_evaluator->layer("checkout_flow", user(QStringLiteral("Guest"), QString()));
        QCOMPARE(guest.allocatedExperiment, std::optional<std::string>("free_shipping_threshold"));
    }

    void theIdListHoldsWhatItSays()
    {
        for (const char *id : {"u_10442", "u_27718", "u_39006", "u_51190", "u_64823"})
            QVERIFY(sampleIdLists()->contains("vip_customers", sha256Base64(id).substr(0, 8)));
    }
};

GATESCOPE_TEST(TstSampleProject)
#include "tst_sampleproject.moc"
