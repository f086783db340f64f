// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkfixture.h"

#include <models/evaluation/idlists.h>
#include <tests/support/testregistry.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/segmented.h>
#include <ui/widgets/phrasetext.h>
#include <ui/widgets/sentence.h>
#include <ui/witnesses/causesview.h>

#include <QAbstractButton>
#include <QAction>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

const QString checkoutName = QStringLiteral("checkout_v2");
const CheckItem checkoutItem {EntityKind::Gate, checkoutName};
const QByteArray offAnswer = R"({"name":"checkout_v2","value":false,"rule_id":"default","group_name":null})";

/// A live connection whose specs are the small project's, for a user whom no rule of checkout_v2 matches.
struct WitnessFixture : CheckFixture
{
    explicit WitnessFixture(KeyKind key = KeyKind::Server)
        : CheckFixture(false)
    {
        connections.connections.first().keyKind = key;
        api.setAnswer(Endpoint::CheckGate, offAnswer);
        const auto lists = JsonDocument::parse(R"({"staff_ids":[]})");
        EvaluationDataState state;
        state.idLists = std::make_shared<const IdLists>(*IdLists::fromJson((*lists)->root()));
        evaluationData.setState(state);
    }

    void open(const CheckItems &items)
    {
        remember(setupOf(items));
        CheckFixture::open();
        workspace->setUser(named("u_1"));
    }
    static StatsigUser named(const char *id)
    {
        StatsigUser user;
        user.setText(UserField::UserId, QString::fromLatin1(id));
        return user;
    }

    QVariant local(const QString &name, int role) const
    {
        return table()->index(rowOf(name), CheckModel::LocalColumn).data(role);
    }
    QString agreement(const QString &name) const
    {
        return local(name, CheckModel::AgreementTextRole).toString();
    }
    QString localVerdict(const QString &name) const { return cell(name, CheckModel::LocalColumn); }
    DataView *view() const { return page->findChild<DataView *>(QStringLiteral("checkTable")); }
    InlineBar *bar(const char *name) const { return page->findChild<InlineBar *>(QLatin1String(name)); }
    void select(const QString &name) const { view()->setCurrentIndex(table()->index(rowOf(name), 0)); }
    QStringList causes() const
    {
        QStringList texts;
        for (const auto *cause : page->findChildren<Sentence *>(QStringLiteral("causeText")))
            if (cause->isVisible())
                texts.append(cause->text());
        return texts;
    }
    QString openWhy() const
    {
        page->findChild<QAction *>(QStringLiteral("whyAction"))->trigger();
        return headline();
    }
    QString headline() const
    {
        return plainText(page->findChild<PhraseText *>(QStringLiteral("headline"))->phrases());
    }
    QString sideName(const char *side) const
    {
        return page->findChild<QWidget *>(QLatin1String(side))->accessibleName();
    }
};

} // namespace

/// The Check page with both witnesses.
class TstCheckWitnesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothAgree();
    void differingSaysWhy();
    void freshSpecsMendIt();
    void freshSpecsThatFailAreSaid();
    void causesLeadToTheirRemedies();
    void causesLeaveRoomForTheRules_data();
    void causesLeaveRoomForTheRules();
    void twoValuesAreShown();
    void answersWithoutAServer();
    void liveOnlySaysWhyOnce();
    void segmentsAreNotAsked();
    void cannotTellLeadsOn();
    void oldAnswersAreNotCompared();
    void filtersByAgreement();
    void whyNeedsSpecs();
    void whyLeadsToWhatIsMissing();
    void whyOfWhatIsNotInTheSpecs();
};

void TstCheckWitnesses::bothAgree()
{
    WitnessFixture fixture;
    fixture.open({checkoutItem});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.localVerdict(checkoutName), QStringLiteral("Off"), checkPatience);
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.agreement(checkoutName), QStringLiteral("agrees"), checkPatience);
    QCOMPARE(fixture.table()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("checkout_v2, gate, live off, local off, agrees, no rule matched"));
    QTRY_VERIFY_WITH_TIMEOUT(
        fixture.sideName("liveSide")
            .startsWith(QStringLiteral("Live, Off, No rule matched, 12 ms, Server answer, ")),
        checkPatience);
    QVERIFY(fixture.sideName("localSide").startsWith(QStringLiteral("Local, Off, No rule matched, ")));
    QVERIFY(fixture.sideName("localSide").contains(QStringLiteral("Specs from ")));
    QVERIFY(fixture.causes().isEmpty());
    QVERIFY(!fixture.bar("liveOnlyBar")->isVisible());
}

void TstCheckWitnesses::differingSaysWhy()
{
    WitnessFixture fixture;
    fixture.api.setAnswer(Endpoint::CheckGate, R"({"name":"checkout_v2","value":true,"rule_id":"new_rule"})");
    fixture.open({checkoutItem});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.localVerdict(checkoutName), QStringLiteral("Off"), checkPatience);
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.agreement(checkoutName), QStringLiteral("differs"), checkPatience);
    QCOMPARE(fixture.cell(checkoutName, CheckModel::RuleColumn), QStringLiteral("new_rule"));
    QCOMPARE(fixture.table()->index(0, CheckModel::RuleColumn).data(CheckModel::LocalTextRole).toString(),
        QStringLiteral(", local: No rule matched"));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.causes().isEmpty(), checkPatience);
    QVERIFY2(fixture.causes().first().contains(QStringLiteral("a rule that these specs do not have")),
        qPrintable(fixture.causes().join(u'\n')));
    auto *differ = fixture.page->findChild<QAbstractButton *>(QStringLiteral("differButton"));
    QCOMPARE(differ->text(), QStringLiteral("Differ in value and rule"));
    differ->click();
    QCOMPARE(fixture.page->focusWidget()->objectName(), QStringLiteral("freshSpecsButton"));
}

void TstCheckWitnesses::freshSpecsMendIt()
{
    WitnessFixture fixture;
    fixture.api.setAnswer(Endpoint::CheckGate, R"({"name":"checkout_v2","value":true,"rule_id":"default"})");
    fixture.open({checkoutItem});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.localVerdict(checkoutName), QStringLiteral("Off"), checkPatience);
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.agreement(checkoutName), QStringLiteral("differs"), checkPatience);
    QTRY_VERIFY_WITH_TIMEOUT(
        fixture.page->findChild<QAbstractButton *>(QStringLiteral("freshSpecsButton")), checkPatience);

    // By now the project has another default.
    fixture.api.setAnswer(Endpoint::DownloadConfigSpecs,
        smallProjectJson().replace(R"("salt-checkout", "enabled": true,
    "defaultValue": false)",
            R"("salt-checkout", "enabled": true,
    "defaultValue": true)"));
    fixture.page->findChild<QAbstractButton *>(QStringLiteral("freshSpecsButton"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.agreement(checkoutName), QStringLiteral("agrees"), checkPatience);
    QCOMPARE(fixture.localVerdict(checkoutName), QStringLiteral("On"));
    QCOMPARE(fixture.api.callsTo(Endpoint::DownloadConfigSpecs).size(), 2);
    QCOMPARE(fixture.api.callsTo(Endpoint::CheckGate).size(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.causes().isEmpty(), checkPatience);
}

void TstCheckWitnesses::causesLeadToTheirRemedies()
{
    WitnessFixture fixture;
    fixture.api.setAnswer(Endpoint::CheckGate, R"({"name":"checkout_v2","value":true,"rule_id":"new_rule"})");
    fixture.open({checkoutItem});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.localVerdict(checkoutName), QStringLiteral("Off"), checkPatience);
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.agreement(checkoutName), QStringLiteral("differs"), checkPatience);
    auto *causes = fixture.page->findChild<CausesView *>();
    QSignalSpy asked(fixture.page.get(), &Page::pageRequested);
    const auto leadsTo = [&](WitnessCause::Remedy remedy, const char *page, const QString &subject) {
        asked.clear();
        Q_EMIT causes->remedyRequested(remedy);
        return asked.count() == 1 && asked.first().at(0) == QLatin1String(page)
            && asked.first().at(1).value<QVariant>().toString() == subject;
    };
    QVERIFY(leadsTo(WitnessCause::Remedy::EnterCountry, "user", QStringLiteral("country")));
    QVERIFY(leadsTo(WitnessCause::Remedy::EnterUserAgent, "user", QStringLiteral("userAgent")));
    QVERIFY(leadsTo(WitnessCause::Remedy::EnterTier, "user", QStringLiteral("environment")));
    QVERIFY(leadsTo(WitnessCause::Remedy::Connection, "connection", fixture.workspace->connection().id));
    // A change of the user is asked about at once.
    const auto before = fixture.api.callsTo(Endpoint::CheckGate).size();
    Q_EMIT causes->changeRequested(
        {UserEdit {{UserTable::StatsigEnvironment, QStringLiteral("tier")}, "\"staging\""}});
    QCOMPARE(fixture.workspace->user().tier(), QStringLiteral("staging"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.api.callsTo(Endpoint::CheckGate).size(), before + 1, checkPatience);
}

void TstCheckWitnesses::causesLeaveRoomForTheRules_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// What is left of a window of 1,024 × 700 beside the rail and the composer.
void TstCheckWitnesses::causesLeaveRoomForTheRules()
{
    QFETCH(bool, dark);
    PreferenceValues look;
    look.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
    Theme::instance().apply(look);
    WitnessFixture fixture;
    fixture.api.setAnswer(Endpoint::CheckGate, R"({"name":"checkout_v2","value":true,"rule_id":"new_rule"})");
    fixture.open({checkoutItem});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.localVerdict(checkoutName), QStringLiteral("Off"), checkPatience);
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.agreement(checkoutName), QStringLiteral("differs"), checkPatience);
    fixture.page->resize(680, 620);
    fixture.openWhy();
    auto *causes = fixture.page->findChild<CausesView *>(QStringLiteral("whyCausesView"));
    QTRY_VERIFY_WITH_TIMEOUT(causes->isVisible(), checkPatience);
    WitnessGrounds grounds;
    grounds.areSpecsFromServer = true;
    WitnessTouches touches;
    touches.isRuleKnown = false;
    touches.wantsIp = touches.wantsUserAgent = true;
    touches.tierSource = WitnessTouches::TierSource::Nowhere;
    touches.targetApp = QStringLiteral("web");
    causes->setCauses(likelyCauses(grounds, touches), {});
    for (int turn = 0; turn < 5; ++turn) // layouts in layouts
        QCoreApplication::processEvents();
    const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY");
    if (!folder.isEmpty())
        QVERIFY(fixture.page->grab().save(
            QStringLiteral("%1/causes-%2.png").arg(folder, QLatin1String(QTest::currentDataTag()))));
    QCOMPARE(fixture.page->size(), QSize(680, 620));
    const auto *trace = fixture.page->findChild<QWidget *>(QStringLiteral("traceTree"));
    QVERIFY2(trace->height() >= 84, qPrintable(QString::number(trace->height())));
    QVERIFY(causes->geometry().bottom() < trace->geometry().top());
    Theme::instance().apply({});
}

void TstCheckWitnesses::freshSpecsThatFailAreSaid()
{
    WitnessFixture fixture;
    fixture.api.setAnswer(Endpoint::CheckGate, R"({"name":"checkout_v2","value":true,"rule_id":"default"})");
    fixture.open({checkoutItem});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.localVerdict(checkoutName), QStringLiteral("Off"), checkPatience);
    fixture.page->runPrimaryAction();
    QTRY_VERIFY_WITH_TIMEOUT(
        fixture.page->findChild<QAbstractButton *>(QStringLiteral("freshSpecsButton")), checkPatience);
    fixture.api.setFailure(
        Endpoint::DownloadConfigSpecs, Error {ErrorCode::Timeout, QStringLiteral("No answer in time."), {}});
    fixture.page->findChild<QAbstractButton *>(QStringLiteral("freshSpecsButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.errorBar()->isVisible(), checkPatience);
    QVERIFY(fixture.errorBar()->text().contains(QStringLiteral("No answer in time.")));
    QCOMPARE(fixture.api.callsTo(Endpoint::CheckGate).size(), 1);
    QCOMPARE(fixture.agreement(checkoutName), QStringLiteral("differs"));
}

void TstCheckWitnesses::twoValuesAreShown()
{
    WitnessFixture fixture;
    fixture.api.setAnswer(Endpoint::GetExperiment,
        R"({"name":"button_copy","value":{"label":"Buy now","delay_ms":0},"rule_id":"layerAssignment"})");
    CheckSetup setup = setupOf({{EntityKind::Experiment, QStringLiteral("button_copy")}});
    fixture.remember(setup);
    fixture.CheckFixture::open();
    fixture.workspace->setUser(WitnessFixture::named("u_1")); // outside the layer: bucket 682
    const QString name = QStringLiteral("button_copy");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.localVerdict(name), QStringLiteral("Not in"), checkPatience);
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.agreement(name), QStringLiteral("differs"), checkPatience);
    auto *values = fixture.page->findChild<Segmented *>();
    const auto *tree = fixture.page->findChild<DataView *>(QStringLiteral("valueTree"));
    const auto label = [tree] { return tree->model()->index(0, 2).data().toString(); };
    QTRY_VERIFY_WITH_TIMEOUT(values->isVisible(), checkPatience);
    QCOMPARE(label(), QStringLiteral("\"Buy now\""));
    values->segment(1)->click();
    QCOMPARE(label(), QStringLiteral("\"Pay\""));
    fixture.page->findChild<QAbstractButton *>(QStringLiteral("differButton"))->click();
    QCOMPARE(label(), QStringLiteral("\"Buy now\""));
    QCOMPARE(tree->currentIndex().row(), 0); // the label is what differs
}

void TstCheckWitnesses::answersWithoutAServer()
{
    WitnessFixture fixture(KeyKind::Client);
    for (const Endpoint endpoint : {Endpoint::CheckGate, Endpoint::DownloadConfigSpecs})
        fixture.api.setFailure(endpoint, Error {ErrorCode::Offline, QStringLiteral("No network."), {}});
    fixture.open({checkoutItem});
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(smallProjectJson());
    file.close();
    fixture.workspace->openSpecs(file.fileName());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.localVerdict(checkoutName), QStringLiteral("Off"), checkPatience);
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.cell(checkoutName, CheckModel::LiveColumn), QStringLiteral("Failed"), checkPatience);
    QCOMPARE(fixture.localVerdict(checkoutName), QStringLiteral("Off"));
    QCOMPARE(fixture.agreement(checkoutName), QString());
}

void TstCheckWitnesses::liveOnlySaysWhyOnce()
{
    WitnessFixture fixture(KeyKind::Client);
    fixture.open({checkoutItem});
    QVERIFY(fixture.view()->isColumnHidden(CheckModel::LocalColumn));
    QVERIFY(fixture.bar("liveOnlyBar")->isVisible());
    QVERIFY2(
        fixture.bar("liveOnlyBar")->text().contains(QStringLiteral("A client key cannot download specs.")),
        qPrintable(fixture.bar("liveOnlyBar")->text()));
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.cell(checkoutName, CheckModel::LiveColumn), QStringLiteral("Off"), checkPatience);
    QVERIFY(!fixture.page->findChild<QWidget *>(QStringLiteral("localSide"))->isVisible());

    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(smallProjectJson());
    file.close();
    fixture.workspace->openSpecs(file.fileName());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.agreement(checkoutName), QStringLiteral("agrees"), checkPatience);
    QVERIFY(!fixture.view()->isColumnHidden(CheckModel::LocalColumn));
    QVERIFY(!fixture.bar("liveOnlyBar")->isVisible());
}

void TstCheckWitnesses::segmentsAreNotAsked()
{
    WitnessFixture fixture;
    fixture.open({{EntityKind::Segment, QStringLiteral("segment:staff")},
        {EntityKind::Holdout, QStringLiteral("holdout_h2")}, checkoutItem});
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.localVerdict(QStringLiteral("staff")), QStringLiteral("Not a member"), checkPatience);
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.cell(checkoutName, CheckModel::LiveColumn), QStringLiteral("Off"), checkPatience);
    QCOMPARE(fixture.localVerdict(QStringLiteral("holdout_h2")), QStringLiteral("Not held out"));
    QCOMPARE(fixture.cell(QStringLiteral("staff"), CheckModel::LiveColumn), QStringLiteral("Local only"));
    QCOMPARE(
        fixture.cell(QStringLiteral("holdout_h2"), CheckModel::LiveColumn), QStringLiteral("Local only"));
    QCOMPARE(fixture.api.callsTo(Endpoint::CheckGate).size(), 1);
}

void TstCheckWitnesses::cannotTellLeadsOn()
{
    WitnessFixture fixture;
    fixture.evaluationData.setState({});
    fixture.open({checkoutItem});
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.localVerdict(checkoutName), QStringLiteral("Cannot tell"), checkPatience);
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.cell(checkoutName, CheckModel::LiveColumn), QStringLiteral("Off"), checkPatience);
    QCOMPARE(fixture.agreement(checkoutName), QString()); // neither agrees nor differs
    QTRY_VERIFY_WITH_TIMEOUT(fixture.bar("detailBar")->isVisible(), checkPatience);
    QVERIFY(
        fixture.bar("detailBar")->text().contains(QStringLiteral("The ID list staff_ids is not loaded.")));
    const QSignalSpy requested(fixture.page.get(), &Page::pageRequested);
    fixture.button(QStringLiteral("Choose the lists"))->click();
    QCOMPARE(requested.last()[0].toString(), QStringLiteral("evaluation"));
}

void TstCheckWitnesses::oldAnswersAreNotCompared()
{
    WitnessFixture fixture;
    fixture.open({checkoutItem});
    QTRY_COMPARE_WITH_TIMEOUT(fixture.localVerdict(checkoutName), QStringLiteral("Off"), checkPatience);
    fixture.page->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.agreement(checkoutName), QStringLiteral("agrees"), checkPatience);
    fixture.workspace->setUser(WitnessFixture::named("u_2"));
    QVERIFY(fixture.local(checkoutName, CheckModel::OldRole).toBool());
    QVERIFY(fixture.table()->index(0, CheckModel::LiveColumn).data(CheckModel::OldRole).toBool());
    QCOMPARE(fixture.agreement(checkoutName), QString());
    // This machine answers for the new user; the server was not asked.
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.local(checkoutName, CheckModel::OldRole).toBool(), checkPatience);
    QVERIFY(fixture.table()->index(0, CheckModel::LiveColumn).data(CheckModel::OldRole).toBool());
    QCOMPARE(fixture.agreement(checkoutName), QString());
}

void TstCheckWitnesses::filtersByAgreement()
{
    WitnessFixture fixture;
    fixture.open({checkoutItem, {EntityKind::DynamicConfig, QStringLiteral("search_ranking")}});
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.localVerdict(QStringLiteral("search_ranking")), QStringLiteral("Default"), checkPatience);
    fixture.page->runPrimaryAction(); // the server says that a rule matched
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.agreement(QStringLiteral("search_ranking")), QStringLiteral("differs"), checkPatience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.agreement(checkoutName), QStringLiteral("agrees"), checkPatience);
    for (auto *chip : fixture.page->findChildren<QAbstractButton *>())
        if (chip->accessibleName().startsWith(QStringLiteral("Differs")))
            chip->click();
    QCOMPARE(fixture.table()->rowCount(), 1);
    QCOMPARE(fixture.rowOf(QStringLiteral("search_ranking")), 0);
}

void TstCheckWitnesses::whyNeedsSpecs()
{
    WitnessFixture fixture(KeyKind::Client);
    fixture.open({checkoutItem});
    fixture.select(checkoutName);
    QCOMPARE(fixture.openWhy(), QStringLiteral("This machine cannot say why without the specs."));
    QVERIFY(
        !fixture.page->findChild<QAbstractButton *>(QStringLiteral("copyExplanationButton"))->isEnabled());
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(smallProjectJson());
    file.close();
    fixture.workspace->openSpecs(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(
        fixture.headline().startsWith(QStringLiteral("checkout_v2 is off for this user: ")), checkPatience);
    QVERIFY(fixture.page->findChild<QAbstractButton *>(QStringLiteral("copyExplanationButton"))->isEnabled());
}

void TstCheckWitnesses::whyLeadsToWhatIsMissing()
{
    WitnessFixture fixture;
    fixture.evaluationData.setState({});
    fixture.open({checkoutItem});
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.localVerdict(checkoutName), QStringLiteral("Cannot tell"), checkPatience);
    fixture.select(checkoutName);
    fixture.openWhy();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.headline().startsWith(
                                 QStringLiteral("Cannot tell whether checkout_v2 is on for this user: the "
                                                "ID list staff_ids is not loaded")),
        checkPatience);
    const QSignalSpy requested(fixture.page.get(), &Page::pageRequested);
    fixture.button(QStringLiteral("Choose the lists"))->click();
    QCOMPARE(requested.last()[0].toString(), QStringLiteral("evaluation"));
}

void TstCheckWitnesses::whyOfWhatIsNotInTheSpecs()
{
    WitnessFixture fixture;
    fixture.open({{EntityKind::Gate, QStringLiteral("not_there")}});
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.localVerdict(QStringLiteral("not_there")), QStringLiteral("Not in the specs"), checkPatience);
    fixture.select(QStringLiteral("not_there"));
    fixture.openWhy();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.headline().contains(QStringLiteral("not_there")), checkPatience);
    QVERIFY2(fixture.headline().contains(QStringLiteral("specs")), qPrintable(fixture.headline()));
}

GATESCOPE_TEST(TstCheckWitnesses)
#include "tst_checkwitnesses.moc"
