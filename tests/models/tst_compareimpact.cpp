// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/compare/impactusers.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Which users get another value when specs change, by hand.
class TstCompareImpact : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looksAtWhatAChangeReaches_data();
    void looksAtWhatAChangeReaches();
    void countsUsers();
    void usersOfTheHistory();
    void followsSegments();
    void addedEntities();
    void cannotTell();
    void sameValueByAnotherRule();
};

namespace {

QByteArray impactSpecs(const QByteArray &from = {}, const QByteArray &to = {})
{
    QByteArray specs = smallProjectJson();
    return from.isEmpty() ? specs : specs.replace(from, to);
}

/// A segment of everybody from DE, for which nothing has to be loaded.
QByteArray germanStaff()
{
    return impactSpecs(R"("conditions": ["c_list"])", R"("conditions": ["c_country"])");
}

QStringList reachedNames(const QByteArray &left, const QByteArray &right)
{
    QStringList names;
    for (const ImpactEntity &entity : affectedEntities(*compiled(left), *compiled(right)))
        names << QString::fromStdString(entity.name);
    names.sort();
    return names;
}

ImpactPtr impactOf(const QByteArray &left, const QByteArray &right, const QByteArrayList &users)
{
    ImpactRun run(compiled(left), compiled(right), {});
    qint64 number = 0;
    for (const QByteArray &user : users) {
        ++number;
        run.add(EvaluationUser(*JsonDocument::parse(user)), number, QString::number(number));
    }
    return run.take();
}

const EntityImpact *impactOn(const Impact &impact, const char *name)
{
    for (const EntityImpact &entry : impact.entries)
        if (entry.entity.name == name)
            return &entry;
    return nullptr;
}

} // namespace

void TstCompareImpact::looksAtWhatAChangeReaches_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("names");
    const QString gate = QStringLiteral("checkout_v2");
    const QString experiment = QStringLiteral("button_copy");
    const QString layer = QStringLiteral("checkout_flow");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QStringList();
    QTest::newRow("time") << QByteArray("1795176120000") << QByteArray("1795176120001") << QStringList();
    QTest::newRow("gate alone") << QByteArray(R"("passPercentage": 25)")
                                << QByteArray(R"("passPercentage": 26)") << QStringList {gate};
    QTest::newRow("condition") << QByteArray(R"(["DE", "AT"])") << QByteArray(R"(["DE"])")
                               << QStringList {gate};
    QTest::newRow("segment and who asks it")
        << QByteArray(R"("staff_ids", "operator")") << QByteArray(R"("other_ids", "operator")")
        << QStringList {gate, QStringLiteral("segment:staff")};
    QTest::newRow("holdout, experiment, layer")
        << QByteArray(R"("passPercentage": 5,)") << QByteArray(R"("passPercentage": 6,)")
        << QStringList {experiment, layer, QStringLiteral("holdout_h2")};
    QTest::newRow("project value") << QByteArray(R"("has_updates": true)")
                                   << QByteArray(R"("has_updates": true, "default_environment": "dev")")
                                   << QStringList {experiment, layer, gate, QStringLiteral("holdout_h2"),
                                          QStringLiteral("old_banner"), QStringLiteral("search_ranking"),
                                          QStringLiteral("segment:staff")};
}

void TstCompareImpact::looksAtWhatAChangeReaches()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QStringList, names);
    const QByteArray right = impactSpecs(from, to);
    QVERIFY(from.isEmpty() || right != impactSpecs());
    QCOMPARE(reachedNames(impactSpecs(), right), names);
    QCOMPARE(reachedNames(right, impactSpecs()), names);
}

void TstCompareImpact::countsUsers()
{
    const QByteArray right = impactSpecs(R"("targetValue": ["Mobile Safari"], "operator": "any")",
        R"("targetValue": ["Chrome"], "operator": "any")");
    const QByteArray chrome = R"({"userID":"u","custom":{"browser_name":"Chrome"}})";
    const auto impact = impactOf(impactSpecs(), right,
        {R"({"userID":"u"})", chrome, R"({"userID":"v","custom":{"browser_name":"Mobile Safari"}})", chrome});
    QCOMPARE(impact->users, 4);
    QCOMPARE(impact->usersWithChange, 3);
    QCOMPARE(impact->entities, 1);
    QCOMPARE(impact->entries.size(), 1u);
    const EntityImpact &ranking = impact->entries.front();
    QCOMPARE(ranking.users, 3);
    QCOMPARE(ranking.exampleNumber, 2);
    QCOMPARE(ranking.left.json, QByteArray(R"({"boost":1})"));
    QCOMPARE(ranking.right.json, QByteArray(R"({"boost":2})"));
    QCOMPARE(ranking.right.rule, QStringLiteral("rule_mobile"));
}

/// The composer's user is not evaluated twice, whether its private attributes were kept or not; a user who
/// lacks some counts as one who does.
void TstCompareImpact::usersOfTheHistory()
{
    const QByteArray right = impactSpecs(R"("targetValue": ["Mobile Safari"], "operator": "any")",
        R"("targetValue": ["Chrome"], "operator": "any")");
    const QByteArray composed = R"({"userID":"u","privateAttributes":{"plan":"x"},"custom":{"b":1,"a":2}})";
    ImpactRun run(compiled(impactSpecs()), compiled(right), {});
    run.add(EvaluationUser(*JsonDocument::parse(composed)), 1, QStringLiteral("u"));
    const auto added = addHistoryUsers(run,
        {{R"({"custom":{"browser_name":"Chrome"},"userID":"v"})", true},
            {R"({"custom":{"a":2,"b":1},"userID":"u"})", true},
            {R"({"custom":{"a":2,"b":1},"privateAttributes":{"plan":"x"},"userID":"u"})", false},
            {R"({"custom":{"a":2,"b":1},"userID":"u"})", false}, // somebody else: had nothing private
            {R"({"custom":"no table"})", false}},
        composed);
    QVERIFY(added);
    QCOMPARE(*added, 2);
    const ImpactPtr impact = run.take();
    QCOMPARE(impact->users, 3);
    QCOMPARE(impact->usersWithChange, 1);
    QCOMPARE(impact->usersLackingPrivate, 1);
    QCOMPARE(impact->entries.front().exampleUser, QStringLiteral("v"));

    std::stop_source stop;
    stop.request_stop();
    ImpactRun stopped(compiled(impactSpecs()), compiled(right), {});
    const auto none = addHistoryUsers(stopped, {{"{}", false}}, composed, stop.get_token());
    QVERIFY(!none && none.error().code == ErrorCode::Cancelled);
}

/// The gate itself is the same in both; the segment it asks is not.
void TstCompareImpact::followsSegments()
{
    QByteArray right = germanStaff();
    right.replace(R"("conditions": ["c_country"], "idType": "userID"}]},
  "holdout_h2")",
        R"("conditions": ["c_country", "c_version"], "idType": "userID"}]},
  "holdout_h2")");
    QVERIFY(right != germanStaff());
    const auto impact =
        impactOf(germanStaff(), right, {R"({"userID":"u","country":"DE","appVersion":"4.0.0"})"});
    const EntityImpact *gate = impactOn(*impact, "checkout_v2");
    QVERIFY(gate);
    QCOMPARE(gate->users, 1);
    QVERIFY(gate->left.isOn);
    QVERIFY(!gate->right.isOn);
    QCOMPARE(gate->left.rule, QStringLiteral("rule_staff"));
    QVERIFY(impactOn(*impact, "segment:staff"));
    QVERIFY(!impactOn(*impact, "old_banner"));
}

/// A gate that was unknown was off: users of one that is on for all get another value, of an off one none.
void TstCompareImpact::addedEntities()
{
    QByteArray right = impactSpecs();
    right.replace(R"("feature_gates": {)", R"("feature_gates": {
      "on_for_all": {"type": "feature_gate", "entity": "feature_gate", "salt": "", "enabled": true,
        "defaultValue": true, "idType": "userID", "rules": []},
      "off_for_all": {"type": "feature_gate", "entity": "feature_gate", "salt": "", "enabled": true,
        "defaultValue": false, "idType": "userID", "rules": []},)");
    const auto impact = impactOf(impactSpecs(), right, {R"({"userID":"u"})"});
    const EntityImpact *on = impactOn(*impact, "on_for_all");
    QVERIFY(on);
    QCOMPARE(on->users, 1);
    QVERIFY(!on->left.isKnown);
    QVERIFY(!on->entity.inLeft && on->entity.inRight);
    QCOMPARE(on->left.text(on->entity.table, on->entity.kind), QStringLiteral("Off (not in these specs)"));
    const EntityImpact *off = impactOn(*impact, "off_for_all");
    QVERIFY(off);
    QCOMPARE(off->users, 0);
}

void TstCompareImpact::cannotTell()
{
    const auto impact = impactOf(germanStaff(), impactSpecs(), {R"({"userID":"u","country":"FR"})"});
    const EntityImpact *segment = impactOn(*impact, "segment:staff");
    QVERIFY(segment);
    QCOMPARE(segment->users, 1);
    QVERIFY(segment->left.isDetermined);
    QVERIFY(!segment->right.isDetermined);
}

void TstCompareImpact::sameValueByAnotherRule()
{
    QByteArray right = germanStaff();
    right.replace(R"("id": "rule_staff")", R"("id": "rule_staff_2")");
    const auto impact = impactOf(germanStaff(), right, {R"({"userID":"u","country":"DE"})"});
    QCOMPARE(impact->usersWithChange, 0);
    const EntityImpact *gate = impactOn(*impact, "checkout_v2");
    QVERIFY(gate);
    QCOMPARE(gate->users, 0);
    QCOMPARE(gate->ruleOnly, 1);
}

GATESCOPE_TEST(TstCompareImpact)
#include "tst_compareimpact.moc"
