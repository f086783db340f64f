// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "witnessfixtures.h"

#include <models/items/agreement.h>
#include <models/items/witnesscauses.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// What this machine says beside the server, whether the two agree, and why they may not.
class TstWitnesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void differences_data();
    void differences();
    void firstDifference();
    void onlyTwoAnswersAreCompared();
    void missing_data();
    void missing();
    void wordsOfAgreement();
    void touches_data();
    void touches();
    void unknownRules_data();
    void unknownRules();
    void causes_data();
    void causes();
    void causesNameTheirFacts();
    void causesHaveRemedies();
    void serverTime();
};

namespace {

using CauseKind = WitnessCause::Kind;

} // namespace

void TstWitnesses::differences_data()
{
    QTest::addColumn<CheckItem>("item");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("live");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const CheckItem &item, const char *user, const char *live,
                         const char *words) {
        QTest::newRow(name) << item << QByteArray(user) << QByteArray(live) << QString::fromLatin1(words);
    };
    const char *outside = R"({"userID":"u_1"})";
    const char *inside = R"({"userID":"u_810"})";
    row("gate agrees", checkoutGate, outside,
        R"({"name":"checkout_v2","value":false,"rule_id":"default","group_name":null})", "");
    row("older servers say no rule", checkoutGate, outside, R"({"name":"checkout_v2","value":false})", "");
    row("a rule of null is said", checkoutGate, outside,
        R"({"name":"checkout_v2","value":false,"rule_id":null})", "rule");
    row("value alone", checkoutGate, outside, R"({"name":"checkout_v2","value":true,"rule_id":"default"})",
        "value");
    row("rule alone", checkoutGate, outside, R"({"name":"checkout_v2","value":false,"rule_id":"rule_de"})",
        "rule");
    row("group alone", checkoutGate, outside,
        R"({"name":"checkout_v2","value":false,"rule_id":"default","group_name":"A"})", "group");
    row("value, rule and group", checkoutGate, outside,
        R"({"name":"checkout_v2","value":true,"rule_id":"rule_de","group_name":"A"})",
        "value, rule and group");
    row("config agrees as JSON does", rankingConfig, outside,
        R"({"name":"search_ranking","value":{"boost":1.0},"rule_id":"default","group_name":null})", "");
    row("config of another value", rankingConfig, outside,
        R"({"name":"search_ranking","value":{"boost":"1"},"rule_id":"default"})", "value");
    row("experiment agrees", buttonExperiment, inside,
        R"({"name":"button_copy","value":{"delay_ms":0,"label":"Buy now"},"rule_id":"group_test","group_name":"Buy now"})",
        "");
    row("experiment of another group", buttonExperiment, inside,
        R"({"name":"button_copy","value":{"delay_ms":0,"label":"Pay"},"rule_id":"group_control","group_name":"Control"})",
        "value, rule and group");
    row("layer agrees", flowLayer, inside,
        R"({"name":"checkout_flow","value":{"delay_ms":0,"label":"Buy now"},"ruleID":"group_test","allocatedExperimentName":"button_copy"})",
        "");
    row("layer of another experiment", flowLayer, inside,
        R"({"name":"checkout_flow","value":{"delay_ms":0,"label":"Buy now"},"ruleID":"group_test","allocatedExperimentName":"other"})",
        "experiment");
    row("layer without one", flowLayer, inside,
        R"({"name":"checkout_flow","value":{"label":"Pay"},"ruleID":"default","allocatedExperimentName":null})",
        "value, rule and experiment");
}

void TstWitnesses::differences()
{
    QFETCH(CheckItem, item);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, live);
    QFETCH(QString, words);
    const LocalWitness witness = smallWitness(user);
    const LocalAnswerPtr local = witness.answer(item);
    const auto differences = differencesOf(liveAnswer(item, live), *local);
    QVERIFY(differences);
    QCOMPARE(differenceWords(*differences), words);
    const Agreement agreement = compareAnswers(item, liveAnswer(item, live), *local, witness);
    QCOMPARE(agreement.state, words.isEmpty() ? Agreement::State::Agrees : Agreement::State::Differs);
    QCOMPARE(agreement.touches == nullptr, words.isEmpty());
}

void TstWitnesses::firstDifference()
{
    const auto differing = [](const char *local, const char *live) {
        LocalAnswer answer;
        answer.content = ConfigResult {QStringLiteral("c"), local, {}, {}, {}, {}};
        answer.value = parsedJson(local);
        const CheckAnswer said =
            liveAnswer(rankingConfig, R"({"name":"search_ranking","value":)" + QByteArray(live) + '}');
        const Agreement agreement = compareAnswers(rankingConfig, said, answer, smallWitness());
        return JsonValue(said.body.get(), agreement.firstDifference).jsonPointer();
    };
    QCOMPARE(differing(R"({"a":1,"b":{"c":[1,2,{"d":3}]}})", R"({"b":{"c":[1,2,{"d":4}]},"a":1})"),
        QStringLiteral("/value/b/c/2/d"));
    QCOMPARE(differing(R"({"a":1,"b":{}})", R"({"a":1,"b":[]})"), QStringLiteral("/value/b"));
    QCOMPARE(differing(R"({"a":{"x":1,"y":2}})", R"({"a":{"x":1}})"), QStringLiteral("/value/a"));
}

void TstWitnesses::onlyTwoAnswersAreCompared()
{
    const LocalWitness witness = smallWitness();
    const CheckAnswer live = liveAnswer(checkoutGate, R"({"name":"checkout_v2","value":false})");
    CheckAnswer failed;
    failed.error = Error {ErrorCode::Timeout, QStringLiteral("No answer."), {}};
    QVERIFY(!differencesOf(failed, *witness.answer(checkoutGate)));
    QVERIFY(!differencesOf({}, *witness.answer(checkoutGate)));
    QVERIFY(!differencesOf(liveAnswer(checkoutGate, R"({"weather":"fine"})"), *witness.answer(checkoutGate)));

    const LocalAnswerPtr unknown = witness.answer({EntityKind::Gate, QStringLiteral("no_such_gate")});
    QCOMPARE(unknown->reading.verdict, CheckVerdict::NotInSpecs);
    QVERIFY(!differencesOf(live, *unknown));

    const LocalWitness without(smallProject(), {}, witnessUser(R"({"userID":"u_1"})"));
    const LocalAnswerPtr undetermined = without.answer(checkoutGate);
    QCOMPARE(undetermined->reading.verdict, CheckVerdict::Undetermined);
    QVERIFY(!differencesOf(live, *undetermined));
    QCOMPARE(compareAnswers(checkoutGate, live, *undetermined, without), Agreement());
}

void TstWitnesses::missing_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *condition, const char *user, const char *words,
                         const char *sentence) {
        QTest::newRow(name) << QByteArray(condition) << QByteArray(user) << QString::fromUtf8(words)
                            << QString::fromUtf8(sentence);
    };
    row("ID list",
        R"({"type":"unit_id","targetValue":"vip","operator":"in_segment_list","field":null,"additionalValues":{},"idType":"userID"})",
        R"({"userID":"u"})", "ID list not loaded",
        "The ID list vip is not loaded. Ask the server, or load the list.");
    row("country",
        R"({"type":"ip_based","targetValue":["DE"],"operator":"any","field":"country","additionalValues":{},"idType":"userID"})",
        R"({"userID":"u","ip":"8.8.8.8"})", "Country of the IP not known",
        "The country of the IP address 8.8.8.8 is not known here. Ask the server, set country for this user, "
        "or choose a table of countries.");
    row("condition",
        R"({"type":"user_field","targetValue":[],"operator":"sounds_like","field":"email","additionalValues":{},"idType":"userID"})",
        R"({"userID":"u"})", "Unknown kind of condition",
        "The operator sounds_like is not known here. Ask the server.");
    row("pattern",
        R"({"type":"user_field","targetValue":"^(([a-z])+.)+\\2[A-Z]$","operator":"str_matches","field":"email","additionalValues":{},"idType":"userID"})",
        R"({"userID":"u","email":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"})",
        "Pattern takes too many steps",
        "The pattern ^(([a-z])+.)+\\2[A-Z]$ took too many steps. Ask the server; a simpler pattern would be "
        "safer for every SDK.");
    row("circle",
        R"({"type":"pass_gate","targetValue":"g","operator":null,"field":null,"additionalValues":{},"idType":"userID"})",
        R"({"userID":"u"})", "Leads back to itself",
        "What g asks leads back to itself, or is nested too deeply. Look at its rules on the Specs page: "
        "SDKs cannot answer either.");
}

void TstWitnesses::missing()
{
    QFETCH(QByteArray, condition);
    QFETCH(QByteArray, user);
    const LocalWitness witness(projectOfCondition(condition), {}, witnessUser(user));
    const LocalAnswerPtr answer = witness.answer({EntityKind::Gate, QStringLiteral("g")});
    QCOMPARE(answer->reading.verdict, CheckVerdict::Undetermined);
    QVERIFY(answer->missing);
    QTEST(answer->reading.rule, "words");
    QTEST(missingSentence(*answer->missing), "sentence");
}

void TstWitnesses::wordsOfAgreement()
{
    const auto words = [](Differences differences) {
        return agreementWords({Agreement::State::Differs, differences, JsonDocument::noId, nullptr});
    };
    QCOMPARE(agreementWords({}), QString());
    QCOMPARE(agreementWords({Agreement::State::Agrees, {}, JsonDocument::noId, nullptr}),
        QStringLiteral("agrees"));
    QCOMPARE(words(Difference::Rule), QStringLiteral("rule differs"));
    QCOMPARE(words(Difference::Group), QStringLiteral("group differs"));
    QCOMPARE(words(Difference::Experiment), QStringLiteral("experiment differs"));
    QCOMPARE(words(Difference::Value | Difference::Rule), QStringLiteral("differs"));
}

void TstWitnesses::touches_data()
{
    QTest::addColumn<QByteArray>("condition");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<WitnessTouches>("expected");
    const auto row = [](const char *name, const char *condition, const char *user, auto set) {
        WitnessTouches expected;
        set(expected);
        QTest::newRow(name) << QByteArray(condition) << QByteArray(user) << expected;
    };
    row("nothing",
        R"({"type":"user_field","targetValue":["a"],"operator":"any","field":"email","additionalValues":{},"idType":"userID"})",
        R"({"userID":"u","ip":"8.8.8.8","userAgent":"x"})", [](WitnessTouches &) { });
    row("list",
        R"({"type":"unit_id","targetValue":"vip","operator":"not_in_segment_list","field":null,"additionalValues":{},"idType":"userID"})",
        R"({"userID":"u"})", [](WitnessTouches &touches) { touches.idLists = {QStringLiteral("vip")}; });
    const char *country =
        R"({"type":"ip_based","targetValue":["DE"],"operator":"any","field":"country","additionalValues":{},"idType":"userID"})";
    row("country by table", country, R"({"userID":"u","ip":"8.8.8.8"})",
        [](WitnessTouches &touches) { touches.country = {QStringLiteral("8.8.8.8"), QStringLiteral("US")}; });
    row("address of no country", country, R"({"userID":"u","ip":"9.9.9.9"})",
        [](WitnessTouches &touches) { touches.country = {QStringLiteral("9.9.9.9"), QString()}; });
    row("own country", country, R"({"userID":"u","ip":"8.8.8.8","country":"DE"})", [](WitnessTouches &) { });
    row("no address", country, R"({"userID":"u"})", [](WitnessTouches &touches) { touches.wantsIp = true; });
    const char *browser =
        R"({"type":"ua_based","targetValue":["x"],"operator":"any","field":"os_name","additionalValues":{},"idType":"userID"})";
    row("user agent", browser,
        R"({"userID":"u","userAgent":"Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36"})",
        [](WitnessTouches &touches) {
            touches.agentFields = {{QStringLiteral("os_name"), QStringLiteral("Mac OS X")}};
        });
    row("own system", browser, R"({"userID":"u","custom":{"os_name":"x"}})", [](WitnessTouches &) { });
    row("no user agent", browser, R"({"userID":"u"})",
        [](WitnessTouches &touches) { touches.wantsUserAgent = true; });
    const char *tier =
        R"({"type":"environment_field","targetValue":["production"],"operator":"any","field":"tier","additionalValues":{},"idType":"userID"})";
    row("tier", tier, R"({"userID":"u","statsigEnvironment":{"tier":"staging"}})",
        [](WitnessTouches &touches) {
            touches.tierSource = WitnessTouches::TierSource::User;
            touches.tier = QStringLiteral("staging");
        });
    row("no tier", tier, R"({"userID":"u"})",
        [](WitnessTouches &touches) { touches.tierSource = WitnessTouches::TierSource::Nowhere; });
    row("clock",
        R"({"type":"current_time","targetValue":1,"operator":"after","field":null,"additionalValues":{},"idType":"userID"})",
        R"({"userID":"u"})", [](WitnessTouches &touches) { touches.readsClock = true; });
    row("app",
        R"({"type":"target_app","targetValue":["x"],"operator":"any","field":null,"additionalValues":{},"idType":"userID"})",
        R"({"userID":"u"})", [](WitnessTouches &touches) { touches.targetApp = QString(); });
}

void TstWitnesses::touches()
{
    QFETCH(QByteArray, condition);
    QFETCH(QByteArray, user);
    EvaluationContext context;
    context.countries = knownCountries();
    context.idLists = idListsOf(R"({"vip":[]})");
    const LocalWitness witness(projectOfCondition(condition), context, witnessUser(user));
    const CheckItem item {EntityKind::Gate, QStringLiteral("g")};
    const WitnessTouches touches =
        touchesOf(item, liveAnswer(item, R"({"name":"g","value":true,"rule_id":"r"})"), witness);
    QTEST(touches, "expected");
}

void TstWitnesses::unknownRules_data()
{
    QTest::addColumn<CheckItem>("item");
    QTest::addColumn<QByteArray>("live");
    QTest::addColumn<bool>("isKnown");
    QTest::newRow("rule of the gate")
        << checkoutGate << QByteArray(R"({"name":"checkout_v2","value":true,"rule_id":"rule_de"})") << true;
    QTest::newRow("none matched") << checkoutGate
                                  << QByteArray(R"({"name":"checkout_v2","value":true,"rule_id":"default"})")
                                  << true;
    QTest::newRow("not said") << checkoutGate << QByteArray(R"({"name":"checkout_v2","value":true})") << true;
    QTest::newRow("later version of a rollout")
        << checkoutGate << QByteArray(R"({"name":"checkout_v2","value":true,"rule_id":"rule_de:50.00:2"})")
        << false;
    QTest::newRow("new rule") << checkoutGate
                              << QByteArray(R"({"name":"checkout_v2","value":true,"rule_id":"3bT26t"})")
                              << false;
    QTest::newRow("rule of the experiment in the layer")
        << flowLayer
        << QByteArray(
               R"({"name":"checkout_flow","value":{},"ruleID":"group_test","allocatedExperimentName":"button_copy"})")
        << true;
    QTest::newRow("rule of a gate is none of a config")
        << rankingConfig << QByteArray(R"({"name":"search_ranking","value":{},"rule_id":"rule_de"})")
        << false;
}

void TstWitnesses::unknownRules()
{
    QFETCH(CheckItem, item);
    QFETCH(QByteArray, live);
    QTEST(touchesOf(item, liveAnswer(item, live), smallWitness()).isRuleKnown, "isKnown");
}

namespace {

const QDateTime answerTime(QDate(2026, 11, 23), QTime(14, 5, 21), Qt::UTC);

/// Specs of the server itself, read a minute before it answered.
WitnessGrounds liveGrounds()
{
    WitnessGrounds grounds;
    grounds.areSpecsFromServer = true;
    grounds.specsSource = QStringLiteral("Acme");
    grounds.specsUtc = answerTime.addSecs(-60);
    grounds.answeredUtc = answerTime;
    grounds.specsTime = 1'795'176'120'000;
    return grounds;
}

/// Everything at once.
WitnessTouches manyTouches()
{
    WitnessTouches touches;
    touches.idLists = {QStringLiteral("vip")};
    touches.country = {QStringLiteral("8.8.8.8"), QStringLiteral("US")};
    touches.agentFields = {{QStringLiteral("os_name"), QStringLiteral("iOS")}};
    touches.tierSource = WitnessTouches::TierSource::User;
    touches.tier = QStringLiteral("staging");
    touches.targetApp = QStringLiteral("web");
    touches.readsClock = true;
    touches.autotunes = {QStringLiteral("hero")};
    return touches;
}

QList<CauseKind> kindsOf(const QList<WitnessCause> &causes)
{
    QList<CauseKind> kinds;
    for (const WitnessCause &cause : causes)
        kinds.append(cause.kind);
    return kinds;
}

} // namespace

void TstWitnesses::causes_data()
{
    QTest::addColumn<WitnessGrounds>("grounds");
    QTest::addColumn<WitnessTouches>("touches");
    QTest::addColumn<QList<CauseKind>>("kinds");
    const auto row = [](const char *name, const WitnessTouches &touches, const QList<CauseKind> &kinds,
                         auto set) {
        WitnessGrounds grounds = liveGrounds();
        set(grounds);
        QTest::newRow(name) << grounds << touches << kinds;
    };
    const auto asIs = [](WitnessGrounds &) { };
    WitnessTouches newRule;
    newRule.isRuleKnown = false;
    WitnessTouches defaultTier;
    defaultTier.tierSource = WitnessTouches::TierSource::DefaultEnvironment;
    WitnessTouches bare;
    bare.wantsIp = bare.wantsUserAgent = true;
    bare.tierSource = WitnessTouches::TierSource::Nowhere;

    row("young specs are all that is left", {}, {CauseKind::SpecsAge}, asIs);
    row("the rule is proof", newRule, {CauseKind::SpecsLackRule, CauseKind::SpecsAge}, asIs);
    row("a server that says its time", {}, {CauseKind::SpecsOlder, CauseKind::SpecsAge},
        [](WitnessGrounds &grounds) { grounds.serverTime = grounds.specsTime + 1; });
    row("a server no newer", {}, {CauseKind::SpecsAge},
        [](WitnessGrounds &grounds) { grounds.serverTime = grounds.specsTime; });
    row("a file", {}, {CauseKind::SpecsFromFile},
        [](WitnessGrounds &grounds) { grounds.areSpecsFromServer = false; });
    row("the answer is the older one", {}, {CauseKind::AnswerOlder},
        [](WitnessGrounds &grounds) { grounds.specsUtc = grounds.answeredUtc.addSecs(120); });
    row("what the rules looked at comes before young specs", manyTouches(),
        {CauseKind::IdList, CauseKind::Country, CauseKind::Autotune, CauseKind::UserAgent,
            CauseKind::TargetApp, CauseKind::Clock, CauseKind::Tier, CauseKind::SpecsAge},
        asIs);
    row("and after aged ones", manyTouches(),
        {CauseKind::SpecsAge, CauseKind::IdList, CauseKind::Country, CauseKind::Autotune,
            CauseKind::UserAgent, CauseKind::TargetApp, CauseKind::Clock, CauseKind::Tier},
        [](WitnessGrounds &grounds) { grounds.specsUtc = grounds.answeredUtc.addSecs(-600); });
    row("the sandbox has the same data", manyTouches(), {CauseKind::Clock, CauseKind::SpecsAge},
        [](WitnessGrounds &grounds) { grounds.isSandbox = true; });
    row("default environment", defaultTier, {CauseKind::DefaultTier, CauseKind::SpecsAge}, asIs);
    row("what the user lacks", bare,
        {CauseKind::MissingIp, CauseKind::MissingUserAgent, CauseKind::Tier, CauseKind::SpecsAge}, asIs);
}

void TstWitnesses::causes()
{
    QFETCH(WitnessGrounds, grounds);
    QFETCH(WitnessTouches, touches);
    QTEST(kindsOf(likelyCauses(grounds, touches)), "kinds");
}

void TstWitnesses::causesNameTheirFacts()
{
    WitnessGrounds grounds = liveGrounds();
    grounds.specsUtc = answerTime.addSecs(-180);
    grounds.isTierOfConnection = true;
    grounds.countriesFile.path = QStringLiteral("/data/geo.mmdb");
    grounds.idListsFile.path = QStringLiteral("/data/lists.json");
    grounds.idListsFile.writtenUtc = answerTime.addSecs(-3600);
    QHash<CauseKind, WitnessCause> byKind;
    for (const WitnessCause &cause : likelyCauses(grounds, manyTouches()))
        byKind.insert(cause.kind, cause);
    const auto says = [&byKind](CauseKind kind, const QString &text) {
        const QString found = byKind.value(kind).text;
        return found.contains(text) ? true : (qWarning("%s", qPrintable(found)), false);
    };
    QVERIFY(says(CauseKind::SpecsAge, QStringLiteral("3 min old when the server answered")));
    QVERIFY(says(CauseKind::IdList, QStringLiteral("“vip”")));
    QVERIFY(says(CauseKind::IdList, QStringLiteral("lists.json at 13:05 (13:05 UTC)")));
    QVERIFY(says(CauseKind::Country, QStringLiteral("country of 8.8.8.8, which is US by geo.mmdb")));
    QVERIFY(says(CauseKind::Autotune, QStringLiteral("“hero”")));
    QVERIFY(says(CauseKind::UserAgent, QStringLiteral("read here as os_name iOS")));
    QVERIFY(says(CauseKind::TargetApp, QStringLiteral("“web”")));
    QVERIFY(says(CauseKind::Clock, QStringLiteral("14:05:21")));
    QVERIFY(says(CauseKind::Tier, QStringLiteral("“staging” was sent, which is the connection's")));
    QCOMPARE(byKind[CauseKind::SpecsAge].remedy, WitnessCause::Remedy::FreshSpecs);
    QCOMPARE(byKind[CauseKind::IdList].remedy, WitnessCause::Remedy::EvaluationData);
    QCOMPARE(byKind[CauseKind::Country].remedy, WitnessCause::Remedy::EvaluationData);
    // What was read here goes with the user, where it comes before what a server reads itself.
    QCOMPARE(byKind[CauseKind::UserAgent].remedy, WitnessCause::Remedy::ChangeUser);
    QCOMPARE(edited(StatsigUser(), byKind[CauseKind::UserAgent].edits).toJson(),
        QByteArray(R"({"custom":{"os_name":"iOS"}})"));
    QCOMPARE(byKind[CauseKind::TargetApp].remedy, WitnessCause::Remedy::Connection);
    QCOMPARE(byKind[CauseKind::Tier].remedy, WitnessCause::Remedy::Connection);
}

void TstWitnesses::causesHaveRemedies()
{
    using Remedy = WitnessCause::Remedy;
    const auto remedyOf = [](CauseKind kind, const WitnessTouches &touches) {
        for (const WitnessCause &cause : likelyCauses(liveGrounds(), touches))
            if (cause.kind == kind)
                return cause;
        return WitnessCause();
    };
    WitnessTouches bare;
    bare.wantsIp = bare.wantsUserAgent = true;
    bare.tierSource = WitnessTouches::TierSource::Nowhere;
    QCOMPARE(remedyOf(CauseKind::MissingIp, bare).remedy, Remedy::EnterCountry);
    QCOMPARE(remedyOf(CauseKind::MissingUserAgent, bare).remedy, Remedy::EnterUserAgent);
    QCOMPARE(remedyOf(CauseKind::Tier, bare).remedy, Remedy::EnterTier);
    WitnessTouches own;
    own.tierSource = WitnessTouches::TierSource::User;
    own.tier = QStringLiteral("staging");
    QCOMPARE(remedyOf(CauseKind::Tier, own).remedy, Remedy::EnterTier);
    own.tierSource = WitnessTouches::TierSource::DefaultEnvironment;
    const WitnessCause byDefault = remedyOf(CauseKind::DefaultTier, own);
    QCOMPARE(byDefault.remedy, Remedy::ChangeUser);
    QCOMPARE(byDefault.action, QStringLiteral("Send “staging” with the user"));
    QCOMPARE(edited(StatsigUser(), byDefault.edits).tier(), QStringLiteral("staging"));
}

void TstWitnesses::serverTime()
{
    QCOMPARE(
        serverTimeOf(liveAnswer(checkoutGate, R"({"name":"checkout_v2","value":true,"time":1795176120001})")),
        1'795'176'120'001);
    QCOMPARE(serverTimeOf(liveAnswer(checkoutGate, R"({"name":"checkout_v2","value":true})")), 0);
    QCOMPARE(
        serverTimeOf(liveAnswer(checkoutGate, R"({"name":"checkout_v2","value":true,"time":"soon"})")), 0);
}

GATESCOPE_TEST(TstWitnesses)
#include "tst_witnesses.moc"
