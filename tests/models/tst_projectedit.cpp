// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editedproject.h"
#include "evaluationfixtures.h"

#include <models/editing/editreading.h>
#include <models/editing/projectfile.h>
#include <models/evaluation/payloadwriter.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// After an edit those users get another answer whom it is about, and nobody else; in both formats. Where the
/// sample's users fall is worked out in resources/sample/README.md.
class TstProjectEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void switchesOff();
    void switchesOffAndOnAgain();
    void keepsRulesOfWhatIsOff();
    void setsPassPercentage();
    void addsAndRemovesTargets();
    void sharedConditionsStayWithOthers();
    void resizesGroups();
    void readsGroupSizes();
    void setsValues();
    void setsGateValues();
    void forcesIntoGroups();
    void movesForcedIds();
    void forcesInLayers();
    void forcesPastOtherRules();
    void forcesGates();
    void limitsToTiers();
    void changesNothingElse();
    void isNewsToClients();
    void refuses_data();
    void refuses();
    void speaks_data();
    void speaks();
};

namespace {

const char *const rolloutRule = "30nZbFMERV3kQN2dtXXKrU:25.00:3"; // DE rollout of checkout_v2
const char *const control = "6Kh1QSwSGD96NEZkq1l6lz"; // of checkout_button_copy: buckets 0 to 332
const char *const buyNow = "4qZ1n9XcVb2hJ7tRw0KeMu"; // 333 to 665
const char *const oneClick = "65UcL4Jw2WC3PZddicVKdZ"; // 666 to 999

RuleRef ruleNamed(const EntityRef &entity, const char *id)
{
    return {entity, QLatin1StringView(id)};
}

QString ruleFor(const ProjectPtr &project, const char *entity, const char *user)
{
    return decidingRule(project, QLatin1StringView(entity), sampleUser(QLatin1StringView(user)));
}

const Spec &specOf(const ProjectPtr &project, const EntityRef &entity)
{
    return project->specs()[std::size_t(project->find(entity.table, entity.name.toStdString()))];
}

template<class Test>
void inBothFormats(const Test &test)
{
    for (const Project::Format format : {Project::Format::V2, Project::Format::V1})
        test(sampleProject(format));
}

/// One after the other; null after a test failure.
ProjectPtr editedBy(ProjectPtr project, const QList<ProjectEdit> &edits)
{
    for (const ProjectEdit &edit : edits)
        project = project ? editedProject(project, edit) : nullptr;
    return project;
}

GroupSize sized(const char *rule, double percent)
{
    return {QLatin1StringView(rule), percent};
}

} // namespace

void TstProjectEdit::switchesOff()
{
    inBothFormats([](const ProjectPtr &sample) {
        QCOMPARE(ruleFor(sample, "checkout_v2", "Mina"), QLatin1StringView(rolloutRule));
        const ProjectPtr off = editedProject(sample, SetEnabled {gateNamed("checkout_v2"), false});
        QCOMPARE(ruleFor(off, "checkout_v2", "Mina"), QStringLiteral("disabled"));
        QCOMPARE(changedEntities(sample, off, manyUsers()), QStringList {QStringLiteral("checkout_v2")});
        // the targeting gate of the experiment in the layer
        const ProjectPtr untargeted =
            editedProject(sample, SetEnabled {gateNamed("free_shipping_banner"), false});
        QCOMPARE(ruleFor(untargeted, "checkout_button_copy", "Mina"), QStringLiteral("targetingGate"));
        QCOMPARE(changedEntities(sample, untargeted, manyUsers()),
            QStringList({QStringLiteral("free_shipping_banner"), QStringLiteral("checkout_button_copy"),
                QStringLiteral("checkout_flow")}));
    });
}

void TstProjectEdit::switchesOffAndOnAgain()
{
    inBothFormats([](const ProjectPtr &sample) {
        const ProjectPtr off = editedProject(sample, SetEnabled {configNamed("search_ranking"), false});
        QCOMPARE(ruleFor(off, "search_ranking", "Mina"), QStringLiteral("disabled"));
        const ProjectPtr on = editedProject(off, SetEnabled {configNamed("search_ranking"), true});
        QCOMPARE(changedEntities(sample, on, manyUsers()), QStringList());
        QCOMPARE(compact(specOf(on, configNamed("search_ranking")).source),
            compact(specOf(sample, configNamed("search_ranking")).source));
    });
}

/// What was switched off in one format can be switched on in the other.
void TstProjectEdit::keepsRulesOfWhatIsOff()
{
    inBothFormats([](const ProjectPtr &sample) {
        const bool isV1 = sample->format() == Project::Format::V1;
        const ProjectPtr off = editedBy(sample,
            {SetEnabled {gateNamed("price_badge"), false},
                SetEnabled {configNamed("search_ranking"), false}});
        const ProjectPtr other =
            compiledProject(payloadText(*off, isV1 ? Project::Format::V2 : Project::Format::V1));
        QCOMPARE(changedEntities(off, other, manyUsers()), QStringList());
        const ProjectPtr on = editedBy(other,
            {SetEnabled {gateNamed("price_badge"), true}, SetEnabled {configNamed("search_ranking"), true}});
        QCOMPARE(changedEntities(sample, on, manyUsers()), QStringList());
    });
}

void TstProjectEdit::setsPassPercentage()
{
    inBothFormats([](const ProjectPtr &sample) {
        const RuleRef rule = ruleNamed(gateNamed("checkout_v2"), rolloutRule);
        const QString mina = QStringLiteral("Mina"); // in bucket 4,312 of 10,000
        const ProjectPtr below = editedProject(sample, SetPassPercentage {rule, 43.12});
        QVERIFY(verdictText(below, rule.entity.name, sampleUser(mina)).startsWith(u'0'));
        const ProjectPtr above = editedProject(sample, SetPassPercentage {rule, 43.13});
        QVERIFY(verdictText(above, rule.entity.name, sampleUser(mina)).startsWith(u'1'));
        QCOMPARE(changedEntities(sample, above, manyUsers()), QStringList {QStringLiteral("checkout_v2")});
        // who is held out of everything
        const ProjectPtr held = editedProject(sample,
            SetPassPercentage {ruleNamed(gateNamed("holdout_2026_h2"), "6tGk2cXfQ0mWvYpR8sLhDe"), 49.61});
        QCOMPARE(ruleFor(held, "checkout_v2", "Mina"), QStringLiteral("7MvQx2LrTz0KcWb9pYdN4e"));
        QCOMPARE(ruleFor(held, "checkout_button_copy", "Mina"), QStringLiteral("7MvQx2LrTz0KcWb9pYdN4e"));
    });
}

void TstProjectEdit::addsAndRemovesTargets()
{
    inBothFormats([](const ProjectPtr &sample) {
        const RuleRef testers = ruleNamed(gateNamed("segment:beta_testers"), "7hvrQBFJi2pZMeAfq12yWR");
        const ProjectPtr added = editedProject(sample, AddTarget {testers, 0, R"("u_48213")"});
        QCOMPARE(ruleFor(added, "checkout_v2", "Mina"), QStringLiteral("7LAbgZJ5J37jMawoPNKOiN"));
        QCOMPARE(changedEntities(sample, added, {sampleUser(QStringLiteral("Tom"))}), QStringList());
        const ProjectPtr removed = editedProject(added, RemoveTarget {testers, 0, R"("u_48213")"});
        QCOMPARE(changedEntities(sample, removed, manyUsers()), QStringList());
        const RuleRef france = ruleNamed(configNamed("support_hours"), "79zDnpra7V5U3hAfaTLRSy");
        const EvaluationUser austrian =
            userOf(R"({"userID":"x","country":"AT","statsigEnvironment":{"tier":"production"}})");
        QCOMPARE(decidingRule(sample, france.entity.name, austrian), QStringLiteral("default"));
        const ProjectPtr austria = editedProject(sample, AddTarget {france, 1, R"("AT")"});
        QCOMPARE(decidingRule(austria, france.entity.name, austrian), france.ruleId);
    });
}

/// checkout_v2 and gift_wrap ask the same question in v2: is the e-mail one of the company's.
void TstProjectEdit::sharedConditionsStayWithOthers()
{
    const ProjectPtr sample = sampleProject(Project::Format::V2);
    const auto keys = [](const ProjectPtr &project) {
        QStringList list;
        const JsonValue map = project->payload()->root()["condition_map"];
        for (quint32 i = 0; i < map.size(); ++i)
            list << map.at(i).key();
        return list;
    };
    const EvaluationUser partner = userOf(R"({"userID":"p","email":"p@partner.example"})");
    const RuleRef staff = ruleNamed(gateNamed("checkout_v2"), "4bXOIkDj8Q6xzR8t8JDvTN");
    const ProjectPtr once = editedProject(sample, AddTarget {staff, 0, R"("@partner.example")"});
    QCOMPARE(decidingRule(once, staff.entity.name, partner), staff.ruleId);
    QCOMPARE(decidingRule(once, QStringLiteral("segment:staff"), partner), QStringLiteral("default"));
    QVERIFY(keys(once).contains(QLatin1StringView("email_ends_with_shop_example")));
    QCOMPARE(keys(once).size(), keys(sample).size() + 1);
    const ProjectPtr twice = editedProject(once, AddTarget {staff, 0, R"("@other.example")"});
    QCOMPARE(keys(twice).size(), keys(once).size()); // nobody asks for the first one any more
    QVERIFY(!keys(twice).contains(keys(once).constLast()));
}

void TstProjectEdit::resizesGroups()
{
    inBothFormats([](const ProjectPtr &sample) {
        const QString experiment = QStringLiteral("checkout_button_copy"); // Mina in bucket 387, Tom in 802
        QCOMPARE(ruleFor(sample, "checkout_button_copy", "Mina"), QLatin1StringView(buyNow));
        QCOMPARE(ruleFor(sample, "checkout_button_copy", "Tom"), QLatin1StringView(oneClick));
        const ProjectPtr just =
            editedProject(sample, SetGroupSizes {experiment, {sized(control, 38.7), sized(buyNow, 27.9)}});
        QCOMPARE(ruleFor(just, "checkout_button_copy", "Mina"), QLatin1StringView(buyNow));
        const ProjectPtr moved =
            editedProject(sample, SetGroupSizes {experiment, {sized(buyNow, 27.8), sized(control, 38.8)}});
        QCOMPARE(ruleFor(moved, "checkout_button_copy", "Mina"), QLatin1StringView(control));
        QCOMPARE(ruleFor(moved, "checkout_flow", "Mina"), QLatin1StringView(control));
        QCOMPARE(ruleFor(moved, "checkout_button_copy", "Tom"), QLatin1StringView(oneClick));
        // 33.3 + 10 + 33.4: One click follows, down to buckets 433 to 766
        const ProjectPtr shifted = editedProject(sample, SetGroupSizes {experiment, {sized(buyNow, 10)}});
        QCOMPARE(ruleFor(shifted, "checkout_button_copy", "Mina"), QLatin1StringView(buyNow));
        QCOMPARE(ruleFor(shifted, "checkout_button_copy", "Tom"), QStringLiteral("default"));
        QCOMPARE(changedEntities(sample, shifted, manyUsers()),
            QStringList({experiment, QStringLiteral("checkout_flow")}));
    });
}

void TstProjectEdit::readsGroupSizes()
{
    inBothFormats([](const ProjectPtr &sample) {
        const EntityRef experiment = configNamed("checkout_button_copy");
        QCOMPARE(groupSizes(*sample, specOf(sample, experiment)),
            QList<GroupSize>({sized(control, 33.3), sized(buyNow, 33.3), sized(oneClick, 33.4)}));
        QCOMPARE(groupSizes(*sample, specOf(sample, configNamed("support_hours"))), QList<GroupSize>());
        QCOMPARE(groupSizes(*sample, specOf(sample, configNamed("home_hero_banner"))).size(), 3);
        const ProjectPtr none = editedProject(sample, SetGroupSizes {experiment.name, {sized(control, 0)}});
        QCOMPARE(groupSizes(*none, specOf(none, experiment)),
            QList<GroupSize>({sized(control, 0), sized(buyNow, 33.3), sized(oneClick, 33.4)}));
    });
}

void TstProjectEdit::setsValues()
{
    inBothFormats([](const ProjectPtr &sample) {
        const RuleRef mobile = ruleNamed(configNamed("search_ranking"), "5mKfluV7Ihc6gB1BHysJeV");
        const ProjectPtr changed = editedProject(sample, SetReturnValue {mobile, R"({"page_size": 9})"});
        QVERIFY(verdictText(changed, mobile.entity.name, sampleUser(QStringLiteral("Mina")))
                .startsWith(QStringLiteral(R"(1 {"page_size":9} by 5mKfluV7Ihc6gB1BHysJeV)")));
        QCOMPARE(changedEntities(sample, changed, manyUsers()), QStringList {mobile.entity.name});
        const ProjectPtr fallback =
            editedProject(sample, SetReturnValue {{mobile.entity, {}}, R"({"page_size":1.50})"});
        QVERIFY(verdictText(fallback, mobile.entity.name, sampleUser(QStringLiteral("Guest")))
                .contains(QStringLiteral(R"({"page_size":1.50} by default)")));
        QCOMPARE(changedEntities(sample, fallback, {sampleUser(QStringLiteral("Mina"))}), QStringList());
        // who is forced into the group gets what it gives now
        const EntityRef experiment = configNamed("checkout_button_copy");
        const ProjectPtr group =
            editedProject(sample, SetReturnValue {ruleNamed(experiment, oneClick), R"({"label":"Go"})"});
        for (const char *user : {"Tom", "u_20415"})
            QVERIFY(verdictText(group, experiment.name, sampleUser(QLatin1StringView(user)))
                    .contains(QStringLiteral(R"({"label":"Go"})")));
    });
}

void TstProjectEdit::setsGateValues()
{
    const RuleRef holdout = ruleNamed(gateNamed("checkout_v2"), "4bXOIkDj8Q6xzR8t8JDvTN");
    const EvaluationUser staff = userOf(R"({"userID":"s","email":"s@shop.example"})");
    const ProjectPtr v2 = sampleProject(Project::Format::V2);
    const ProjectPtr changed = editedProject(v2, SetReturnValue {holdout, "false"});
    QVERIFY(verdictText(v2, holdout.entity.name, staff).startsWith(u'1'));
    QVERIFY(verdictText(changed, holdout.entity.name, staff).startsWith(u'0'));
    const ProjectPtr byDefault = editedProject(v2, SetReturnValue {{gateNamed("gift_wrap"), {}}, "true"});
    QVERIFY(verdictText(byDefault, QStringLiteral("gift_wrap"), sampleUser(QStringLiteral("x")))
            .startsWith(u'1'));
    QVERIFY(refusal(sampleProject(Project::Format::V1), SetReturnValue {holdout, "false"}).contains(u"(v1)"));
}

void TstProjectEdit::forcesIntoGroups()
{
    inBothFormats([](const ProjectPtr &sample) {
        const EntityRef hero = configNamed("home_hero_banner"); // Mina in bucket 453: Best sellers
        const QString seasonal = QStringLiteral("62G6zsTsQV3LgHfUTjNLla");
        const ProjectPtr forced = editedProject(
            sample, ForceIntoGroup {hero, QStringLiteral("userID"), QStringLiteral("u_48213"), seasonal});
        const QString text = verdictText(forced, hero.name, sampleUser(QStringLiteral("Mina")));
        QVERIFY2(
            text.contains(QStringLiteral(R"({"headline":"Winter is coming","image":"hero-winter.webp"} by )"
                                         "62G6zsTsQV3LgHfUTjNLla:userID:id_override group Seasonal")),
            qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("in experiment")));
        QList<EvaluationUser> others = manyUsers();
        others.removeFirst(); // Mina
        QCOMPARE(changedEntities(sample, forced, others), QStringList());
        QCOMPARE(forcedIds(*forced, specOf(forced, hero)),
            QList<ForcedId>({{QStringLiteral("userID"), QStringLiteral("u_48213"), seasonal,
                QStringLiteral("62G6zsTsQV3LgHfUTjNLla:userID:id_override")}}));
        const ProjectPtr two = editedProject(
            forced, ForceIntoGroup {hero, QStringLiteral("userID"), QStringLiteral("u_50977"), seasonal});
        QCOMPARE(specOf(two, hero).rules.size(), specOf(sample, hero).rules.size() + 1); // share the rule
        const ProjectPtr freed = editedBy(two,
            {Unforce {hero, QStringLiteral("userID"), QStringLiteral("u_48213")},
                Unforce {hero, QStringLiteral("userID"), QStringLiteral("u_50977")}});
        QCOMPARE(compact(specOf(freed, hero).source), compact(specOf(sample, hero).source));
    });
}

void TstProjectEdit::movesForcedIds()
{
    inBothFormats([](const ProjectPtr &sample) {
        const EntityRef experiment = configNamed("checkout_button_copy"); // u_20415 is forced into One click
        QCOMPARE(ruleFor(sample, "checkout_button_copy", "u_20415"),
            QStringLiteral("65UcL4Jw2WC3PZddicVKdZ:userID:id_override"));
        const ProjectPtr moved = editedProject(sample,
            ForceIntoGroup {
                experiment, QStringLiteral("userID"), QStringLiteral("u_20415"), QLatin1StringView(control)});
        QCOMPARE(ruleFor(moved, "checkout_button_copy", "u_20415"),
            QStringLiteral("6Kh1QSwSGD96NEZkq1l6lz:userID:id_override"));
        QCOMPARE(ruleFor(moved, "checkout_flow", "u_20415"),
            QStringLiteral("6Kh1QSwSGD96NEZkq1l6lz:userID:id_override"));
        QStringList ids;
        for (const ForcedId &forced : forcedIds(*moved, specOf(moved, experiment)))
            ids << forced.group + u' ' + forced.id;
        QCOMPARE(ids,
            QStringList({QLatin1StringView(control) + QStringLiteral(" u_20415"),
                QLatin1StringView(oneClick) + QStringLiteral(" u_10007"),
                QLatin1StringView(oneClick) + QStringLiteral(" u_60002")}));
        QCOMPARE(changedEntities(sample, moved, {sampleUser(QStringLiteral("u_10007"))}), QStringList());
        const ProjectPtr back = editedProject(moved,
            ForceIntoGroup {experiment, QStringLiteral("userID"), QStringLiteral("u_20415"),
                QLatin1StringView(oneClick)});
        QCOMPARE(changedEntities(sample, back, manyUsers()), QStringList());
    });
}

/// The guest's bucket is outside the experiment's share of the layer; an ID is forced past that.
void TstProjectEdit::forcesInLayers()
{
    inBothFormats([](const ProjectPtr &sample) {
        const EntityRef experiment = configNamed("free_shipping_threshold"); // has no overrides yet
        const QString from40 = QStringLiteral("68bxyA2WrbPUVBjYfV5iiH");
        QVERIFY(verdictText(sample, QStringLiteral("checkout_flow"), sampleUser(QStringLiteral("Mina")))
                .contains(QStringLiteral("of checkout_button_copy")));
        const ProjectEdit force =
            ForceIntoGroup {experiment, QStringLiteral("userID"), QStringLiteral("u_48213"), from40};
        const ProjectPtr forced = editedProject(sample, force);
        const QString text =
            verdictText(forced, QStringLiteral("checkout_flow"), sampleUser(QStringLiteral("Mina")));
        QVERIFY2(
            text.contains(QStringLiteral("by 68bxyA2WrbPUVBjYfV5iiH:userID:id_override group From 40 € of "
                                         "free_shipping_threshold")),
            qPrintable(text));
        QVERIFY(text.contains(QStringLiteral(R"("free_shipping_from":40)")));
        QCOMPARE(changedEntities(sample, forced, {sampleUser(QStringLiteral("Mina"))}),
            QStringList({experiment.name, QStringLiteral("checkout_flow")}));
        QList<EvaluationUser> others = manyUsers();
        others.removeFirst();
        QCOMPARE(changedEntities(sample, forced, others), QStringList());
        const ProjectPtr freed =
            editedProject(forced, Unforce {experiment, QStringLiteral("userID"), QStringLiteral("u_48213")});
        QCOMPARE(changedEntities(sample, freed, manyUsers()), QStringList());
        // an ID that the layer gives to another experiment so far
        const ProjectPtr taken = editedProject(
            sample, ForceIntoGroup {experiment, QStringLiteral("userID"), QStringLiteral("u_20415"), from40});
        QCOMPARE(ruleFor(taken, "checkout_flow", "u_20415"),
            QStringLiteral("68bxyA2WrbPUVBjYfV5iiH:userID:id_override"));
        QCOMPARE(ruleFor(taken, "checkout_button_copy", "u_20415"),
            QStringLiteral("65UcL4Jw2WC3PZddicVKdZ:userID:id_override"));
        // by another kind of ID, for a user without a userID
        const ProjectPtr byStableId = editedProject(sample,
            ForceIntoGroup {
                experiment, QStringLiteral("stableID"), QStringLiteral("0b6e-d3f4-1190"), from40});
        QCOMPARE(ruleFor(byStableId, "checkout_flow", "Guest"),
            QStringLiteral("68bxyA2WrbPUVBjYfV5iiH:stableID:id_override"));
    });
}

/// An override that is not in front is no place for an ID that must get its group.
void TstProjectEdit::forcesPastOtherRules()
{
    const QByteArray rule = R"("passPercentage":100,"conditions":[)";
    const QByteArray listed =
        R"({"type":"unit_id","operator":"any","targetValue":["u","v"],"idType":"userID"})";
    const ProjectPtr project =
        compiledProject(R"({"time":1,"feature_gates":[],"layer_configs":[],"dynamic_configs":[
        {"name":"e","entity":"experiment","enabled":true,"defaultValue":{},"rules":[
            {"id":"everyone","returnValue":{},)"
            + rule + R"(]},{"id":"a:id_override","returnValue":{"a":1},)" + rule + listed
            + R"(]},{"id":"a","returnValue":{"a":1},)" + rule + "]}]}]}");
    const EntityRef experiment = configNamed("e");
    QCOMPARE(ruleFor(project, "e", "u"), QStringLiteral("everyone"));
    const ProjectPtr forced = editedProject(project,
        ForceIntoGroup {experiment, QStringLiteral("userID"), QStringLiteral("u"), QStringLiteral("a")});
    QCOMPARE(ruleFor(forced, "e", "u"), QStringLiteral("a:userID:id_override"));
    QCOMPARE(ruleFor(forced, "e", "v"), QStringLiteral("everyone"));
    // IDs that differ in case alone are one to this operator
    const ProjectPtr freed =
        editedProject(forced, Unforce {experiment, QStringLiteral("userid"), QStringLiteral("U")});
    QCOMPARE(ruleFor(freed, "e", "u"), QStringLiteral("everyone"));
    QCOMPARE(forcedIds(*freed, specOf(freed, experiment)).size(), 1);
}

void TstProjectEdit::forcesGates()
{
    inBothFormats([](const ProjectPtr &sample) {
        const EntityRef gate = gateNamed("checkout_v2");
        const auto force = [&](const char *group) {
            return ForceIntoGroup {
                gate, QStringLiteral("userID"), QStringLiteral("u_48213"), QLatin1StringView(group)};
        };
        const ProjectPtr on = editedProject(sample, force("pass"));
        QVERIFY(verdictText(on, gate.name, sampleUser(QStringLiteral("Mina")))
                .contains(QStringLiteral("by pass:userID:id_override")));
        QVERIFY(verdictText(on, gate.name, sampleUser(QStringLiteral("Mina"))).startsWith(u'1'));
        const ProjectPtr off = editedProject(on, force("fail"));
        QVERIFY(verdictText(off, gate.name, sampleUser(QStringLiteral("Mina"))).startsWith(u'0'));
        QCOMPARE(ruleFor(off, "checkout_v2", "Mina"), QStringLiteral("fail:userID:id_override"));
        QCOMPARE(changedEntities(sample, off, {sampleUser(QStringLiteral("Tom"))}), QStringList());
    });
}

void TstProjectEdit::limitsToTiers()
{
    inBothFormats([](const ProjectPtr &sample) {
        const EvaluationUser staging =
            userOf(R"({"userID":"u_20415","statsigEnvironment":{"tier":"staging"}})");
        const EvaluationUser production =
            userOf(R"({"userID":"u_20415","statsigEnvironment":{"tier":"production"}})");
        const RuleRef beta = ruleNamed(gateNamed("checkout_v2"), "7LAbgZJ5J37jMawoPNKOiN");
        const ProjectPtr limited =
            editedProject(sample, SetTiers {beta, {QStringLiteral("staging"), QStringLiteral("qa")}});
        QCOMPARE(decidingRule(limited, beta.entity.name, staging), beta.ruleId);
        QVERIFY(decidingRule(limited, beta.entity.name, production) != beta.ruleId);
        QCOMPARE(ruleTiers(*limited, specOf(limited, beta.entity).rules[2]),
            QStringList({QStringLiteral("staging"), QStringLiteral("qa")}));
        const ProjectPtr other = editedProject(limited, SetTiers {beta, {QStringLiteral("production")}});
        QCOMPARE(decidingRule(other, beta.entity.name, production), beta.ruleId);
        QVERIFY(decidingRule(other, beta.entity.name, staging) != beta.ruleId);
        const ProjectPtr everywhere = editedProject(other, SetTiers {beta, {}});
        QCOMPARE(
            compact(specOf(everywhere, beta.entity).source), compact(specOf(sample, beta.entity).source));
        const ProjectPtr entity =
            editedProject(sample, SetTiers {{beta.entity, {}}, {QStringLiteral("staging")}});
        QCOMPARE(decidingRule(entity, beta.entity.name, staging), beta.ruleId);
        QCOMPARE(decidingRule(entity, beta.entity.name, production), QStringLiteral("default"));
        QCOMPARE(changedEntities(sample, entity, manyUsers()), QStringList {beta.entity.name});
    });
}

/// Byte for byte, but for what it is about.
void TstProjectEdit::changesNothingElse()
{
    const ProjectPtr sample = sampleProject(Project::Format::V2);
    const ProjectPtr changed =
        editedProject(sample, SetPassPercentage {ruleNamed(gateNamed("checkout_v2"), rolloutRule), 43.125});
    QByteArray expected = projectFile(*sample);
    expected.replace(R"("time": 1795176120000)", R"("time": 1800000000000)");
    expected.replace("  \"checksum\": \"7203518864409172331\",\n", "");
    const qsizetype rule = expected.indexOf(rolloutRule);
    const QByteArray before = R"("passPercentage": 25,)";
    expected.replace(expected.indexOf(before, rule), before.size(), R"("passPercentage": 43.125,)");
    QCOMPARE(projectFile(*changed), expected);
    const ProjectPtr odd = compiledProject(R"({"time":5,"big":12345678901234567890,"feature_gates":
        [{"name":"g","x":1.0e0,"checksum":"of the gate","enabled":true,"rules":[]}, {"name":"h","checksum":"h","rules":[]}],
        "dynamic_configs":[ ],"layer_configs":[],"checksum":"abc","odd":{"a":1,"a":2}})");
    QCOMPARE(projectFile(*editedProject(odd, SetEnabled {gateNamed("g"), false})),
        QByteArray(R"({"time":1800000000000,"big":12345678901234567890,"feature_gates":
        [{"name":"g","x":1.0e0,"enabled":false,"rules":[]}, {"name":"h","checksum":"h","rules":[]}],
        "dynamic_configs":[ ],"layer_configs":[],"odd":{"a":1,"a":2}})"));
}

void TstProjectEdit::isNewsToClients()
{
    inBothFormats([](const ProjectPtr &sample) { // of 1795176120000
        const ProjectEdit edit = SetEnabled {gateNamed("gift_wrap"), false};
        QCOMPARE(edited(*sample, edit, 1'795'176'120'005).value()->time(), 1'795'176'120'005);
        QCOMPARE(edited(*sample, edit, 7).value()->time(), 1'795'176'120'001); // the clock is behind
        const ProjectPtr again = republished(*sample, 1'795'176'120'000).value();
        QCOMPARE(again->time(), 1'795'176'120'001);
        QVERIFY(!again->payload()->root()["checksum"].isValid());
        QCOMPARE(again->format(), sample->format());
    });
}

void TstProjectEdit::refuses_data()
{
    QTest::addColumn<ProjectEdit>("edit");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const ProjectEdit &edit, const char *sentence) {
        QTest::newRow(name) << edit << QString::fromUtf8(sentence);
    };
    const EntityRef gate = gateNamed("checkout_v2");
    const EntityRef experiment = configNamed("checkout_button_copy");
    const RuleRef rollout = ruleNamed(gate, rolloutRule);
    row("no entity", SetEnabled {gateNamed("nowhere"), true}, "There is no nowhere in these specs.");
    row("no rule", SetPassPercentage {ruleNamed(gate, "r"), 5}, "checkout_v2 has no rule with the ID r.");
    row("the second of one rule", SetPassPercentage {{gate, rollout.ruleId, 1}, 5},
        "checkout_v2 has no rule with the ID 30nZbFMERV3kQN2dtXXKrU:25.00:3.");
    row("off already", SetEnabled {gateNamed("new_returns_flow"), false},
        "It is so already: nothing would change.");
    row("the same percentage", SetPassPercentage {rollout, 25}, "It is so already: nothing would change.");
    row("over 100 %", SetPassPercentage {rollout, 100.5},
        "A pass percentage is between 0 and 100, which 100.5 is not.");
    row("no number", SetPassPercentage {rollout, qQNaN()},
        "A pass percentage is between 0 and 100, which nan is not.");
    row("no such condition", AddTarget {rollout, 2, "1"}, "Rule DE rollout has no condition number 3.");
    row("no list", AddTarget {rollout, 1, "1"}, "Condition 2 of rule DE rollout has no list of values.");
    row("buckets", RemoveTarget {ruleNamed(experiment, "layerAssignment"), 0, "1"},
        "Condition 1 of rule Layer share has no list of values.");
    row("listed already", AddTarget {rollout, 0, R"("D\u0045")"}, "DE is in this list already.");
    row("not listed", RemoveTarget {rollout, 0, R"("FR")"}, "FR is not in this list.");
    row("a target that is a list", AddTarget {rollout, 0, "[1]"},
        "A condition compares with a text, a number, true or false, which this is not.");
    row("value of a config", SetReturnValue {ruleNamed(experiment, control), "[]"},
        "The value of checkout_button_copy must be a JSON object, such as {\"label\": \"Buy\"}.");
    row("groups over 100 %", SetGroupSizes {experiment.name, {sized(control, 40)}},
        "The groups of checkout_button_copy would add up to 106.7 %. Make another one smaller: there is 100 "
        "% at "
        "most.");
    row("half a step", SetGroupSizes {experiment.name, {sized(control, 33.25)}},
        "The size of a group goes in steps of 0.1 %, of which 33.25 is none.");
    row("a negative group", SetGroupSizes {experiment.name, {sized(control, -1)}},
        "The size of a group is between 0 and 100 %, which -1 is not.");
    row("no group", SetGroupSizes {experiment.name, {sized("layerAssignment", 1)}},
        "checkout_button_copy has no group whose rule has the ID layerAssignment.");
    row("no groups", SetGroupSizes {QStringLiteral("support_hours"), {sized("a", 1)}},
        "support_hours has no groups that divide its users.");
    row("force into no group",
        ForceIntoGroup {experiment, QStringLiteral("userID"), QStringLiteral("u"), QStringLiteral("g")},
        "checkout_button_copy has no rule with the ID g.");
    row("force without an ID", ForceIntoGroup {experiment, QStringLiteral("userID"), {}, QStringLiteral("g")},
        "Which ID is it? Give its type and the ID.");
    row("force a layer",
        ForceIntoGroup {{SpecTable::LayerConfigs, QStringLiteral("checkout_flow")}, QStringLiteral("userID"),
            QStringLiteral("u"), QStringLiteral("g")},
        "IDs are forced into the groups of an experiment; its layer follows.");
    row("force what is off",
        ForceIntoGroup {gateNamed("new_returns_flow"), QStringLiteral("userID"), QStringLiteral("u"),
            QStringLiteral("pass")},
        "new_returns_flow is off. Enable it to change who is forced into a group.");
    row("not forced", Unforce {experiment, QStringLiteral("userID"), QStringLiteral("u")},
        "userID u is not forced in checkout_button_copy.");
    row("no rules to limit", SetTiers {{gateNamed("new_returns_flow"), {}}, {QStringLiteral("staging")}},
        "new_returns_flow has no rules to limit.");
}

void TstProjectEdit::refuses()
{
    QFETCH(ProjectEdit, edit);
    QFETCH(QString, sentence);
    inBothFormats([&](const ProjectPtr &sample) {
        QCOMPARE(refusal(sample, edit).replace(QChar::Nbsp, u' '), sentence);
    });
}

void TstProjectEdit::speaks_data()
{
    QTest::addColumn<ProjectEdit>("edit");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *sentence, const ProjectEdit &edit) {
        QTest::newRow(sentence) << edit << QString::fromUtf8(sentence);
    };
    const EntityRef gate = gateNamed("checkout_v2");
    const EntityRef experiment = configNamed("checkout_button_copy");
    const RuleRef rollout = ruleNamed(gate, rolloutRule);
    row("Enable new_returns_flow", SetEnabled {gateNamed("new_returns_flow"), true});
    row("Disable beta_testers", SetEnabled {gateNamed("segment:beta_testers"), false});
    row("Set rule DE rollout of checkout_v2 to 12.5 %", SetPassPercentage {rollout, 12.5});
    row("Add “AT%1” to rule DE rollout of checkout_v2", AddTarget {rollout, 0, R"("AT%1")"});
    row("Remove “3” from rule DE rollout of checkout_v2", RemoveTarget {rollout, 0, "3"});
    row("Set group Control of checkout_button_copy to 50 %",
        SetGroupSizes {experiment.name, {sized(control, 50)}});
    row("Set the groups of checkout_button_copy: Control to 50 %, Buy now to 10 %",
        SetGroupSizes {experiment.name, {sized(control, 50), sized(buyNow, 10)}});
    row("Set the value of Control in checkout_button_copy",
        SetReturnValue {ruleNamed(experiment, control), "{}"});
    row("Set the default value of checkout_button_copy", SetReturnValue {{experiment, {}}, "{}"});
    row("Force userID “u_1” into Control of checkout_button_copy",
        ForceIntoGroup {
            experiment, QStringLiteral("userID"), QStringLiteral("u_1"), QLatin1StringView(control)});
    row("Force checkout_v2 to pass for stableID “s”",
        ForceIntoGroup {gate, QStringLiteral("stableID"), QStringLiteral("s"), QStringLiteral("pass")});
    row("Stop forcing userID “u_1” in checkout_v2",
        Unforce {gate, QStringLiteral("userID"), QStringLiteral("u_1")});
    row("Limit rule DE rollout of checkout_v2 to staging", SetTiers {rollout, {QStringLiteral("staging")}});
    row("Let checkout_v2 apply in every tier", SetTiers {{gate, {}}, {}});
}

void TstProjectEdit::speaks()
{
    QFETCH(ProjectEdit, edit);
    QFETCH(QString, sentence);
    QCOMPARE(editSentence(*sampleProject(Project::Format::V2), edit).replace(QChar::Nbsp, u' '), sentence);
}

GATESCOPE_TEST(TstProjectEdit)
#include "tst_projectedit.moc"
