// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "accessiblewalk.h"
#include "startedprogram.h"

#include <app/application.h>
#include <tests/support/testregistry.h>
#include <ui/why/flippane.h>
#include <ui/why/tracetree.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Why in the whole program against its sandbox. What is expected follows by hand from resources/sample for
/// Mina (u_48213, country DE, app 4.12.0), whose buckets the sample's README lists.
class TstWhy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void explains();
    void appliesAFlip();
    void undoesAFlip();
    void followsTheComposer();
    void showsValueExposuresAndRaw();
    void copiesAsText();
    void goesBack();
    void explainsWhatWasAsked();
    void explainsAnExposure();
    void saysWhatComesLater();
    void hasANameForEverything();
    void oldFlipsCannotBeApplied();
    void isReachedFromSpecs();
    void isReachedFromInitialize();

private:
    bool open(const QString &name);
    QString headline() const { return (*m_drive)->text("headline"); }
    QString email() { return m_drive->application().workspace().user().text(UserField::Email); }

    std::unique_ptr<StartedProgram> m_drive;
};

namespace {

const QString offByBucket =
    QStringLiteral("checkout_v2 is off for this user: rule DE rollout matched, but bucket "
                   "4,312 is not below 2,500 (25\u00a0%).");
const QString onForStaff = QStringLiteral("checkout_v2 is on for this user: rule Staff matched "
                                          "because email mina.keller@shop.example ends with @shop.example.");

} // namespace

void TstWhy::init()
{
    m_drive = std::make_unique<StartedProgram>();
    QVERIFY(m_drive->hasStarted());
}

void TstWhy::cleanup()
{
    m_drive.reset();
}

bool TstWhy::open(const QString &name)
{
    return (*m_drive)->clickRow("checkTable", name) && (*m_drive)->press("F4");
}

void TstWhy::explains()
{
    QVERIFY(open(QStringLiteral("checkout_v2")));
    QTRY_COMPARE_WITH_TIMEOUT(headline(), offByBucket, programPatience);
    QVERIFY((*m_drive)->text("whyView").contains(QStringLiteral("Agree")));
    const QStringList rows {QStringLiteral("2 Staff |  |  | No match"),
        QStringLiteral("email ends with | mina.keller@example.com | @shop.example | Fail"),
        QStringLiteral("4 DE rollout |  |  | Matched, off"),
        QStringLiteral("country is one of | DE | DE, AT | Pass"),
        QStringLiteral("5 Gold tier |  |  | Not reached")};
    for (const QString &row : rows)
        QCOMPARE((*m_drive)->row("traceTree", row.section(QStringLiteral(" | "), 0, 0)), row);
    QCOMPARE((*m_drive)->text("ruleSummary"),
        QStringLiteral("Fourth of 6 rules decided. Rules 5 and 6 were not reached."));
    QVERIFY((*m_drive)->clickWord(QStringLiteral("Show the arithmetic"), "whyView"));
    QVERIFY2((*m_drive)->text("bucketArithmetic").contains(QStringLiteral(".u_48213\"")),
        qPrintable((*m_drive)->text("bucketArithmetic")));
    QVERIFY((*m_drive)->text("bucketArithmetic").endsWith(QStringLiteral("mod 10000 = 4312")));
}

void TstWhy::appliesAFlip()
{
    QVERIFY(open(QStringLiteral("checkout_v2")));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("flipPane").contains(QStringLiteral("On by rule Staff.")), programPatience);
    QVERIFY((*m_drive)->clickWord(QStringLiteral("Apply"), "flipPane"));
    QCOMPARE(email(), QStringLiteral("mina.keller@shop.example"));
    QTRY_COMPARE_WITH_TIMEOUT(headline(), onForStaff, programPatience);
    // The server was asked again by itself, and agrees.
    QTRY_VERIFY_WITH_TIMEOUT(!(*m_drive)->text("whyView").contains(QStringLiteral("For the user before"))
            && (*m_drive)->text("whyView").count(QStringLiteral("rule Staff")) >= 2,
        programPatience);
    QTRY_VERIFY_WITH_TIMEOUT((*m_drive)->text("whyView").contains(QStringLiteral("Agree")), programPatience);
}

void TstWhy::undoesAFlip()
{
    QVERIFY(open(QStringLiteral("checkout_v2")));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("flipPane").contains(QStringLiteral("On by rule Staff.")), programPatience);
    QVERIFY((*m_drive)->clickWord(QStringLiteral("Apply"), "flipPane"));
    QTRY_COMPARE_WITH_TIMEOUT(headline(), onForStaff, programPatience);
    QVERIFY((*m_drive)->press("Ctrl+Z"));
    QCOMPARE(email(), QStringLiteral("mina.keller@example.com"));
    QTRY_COMPARE_WITH_TIMEOUT(headline(), offByBucket, programPatience);
}

void TstWhy::followsTheComposer()
{
    QVERIFY(open(QStringLiteral("checkout_v2")));
    QTRY_COMPARE_WITH_TIMEOUT(headline(), offByBucket, programPatience);
    QVERIFY((*m_drive)->type("userIDField", QStringLiteral("u_48214")));
    QTRY_COMPARE_WITH_TIMEOUT(headline(),
        QStringLiteral("checkout_v2 is on for this user: rule DE rollout matched, and bucket 1,077 is below "
                       "2,500 (25\u00a0%)."),
        programPatience);
}

void TstWhy::showsValueExposuresAndRaw()
{
    QVERIFY(open(QStringLiteral("checkout_button_copy")));
    QTRY_COMPARE_WITH_TIMEOUT(headline(),
        QStringLiteral(
            "This user is in group Buy now of checkout_button_copy: bucket 387 is in 333 to 665 of 1,000, "
            "after checkout_flow gave this user to the experiment (layer bucket 212)."),
        programPatience);
    QVERIFY((*m_drive)->chooseTab("whyTabs", QStringLiteral("Value")));
    QCOMPARE((*m_drive)->row("whyValueTree", QStringLiteral("delay_ms")),
        QStringLiteral("delay_ms | number | 120"));
    QVERIFY((*m_drive)->chooseTab("whyTabs", QStringLiteral("Raw")));
    QCOMPARE((*m_drive)->row("whyRawTree", QStringLiteral("group_name")),
        QStringLiteral("group_name | text | \"Buy now\""));
    QVERIFY((*m_drive)->chooseTab("whyTabs", QStringLiteral("Exposures")));
    QCOMPARE((*m_drive)->rowNames("whyExposuresView"),
        QStringList({QStringLiteral("holdout_2026_h2"), QStringLiteral("free_shipping_banner")}));
}

void TstWhy::copiesAsText()
{
    QVERIFY(open(QStringLiteral("checkout_v2")));
    QTRY_COMPARE_WITH_TIMEOUT(headline(), offByBucket, programPatience);
    QVERIFY((*m_drive)->click("copyExplanationButton"));
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(QStringLiteral("but bucket 4,312 is not below 2,500 (25")), qPrintable(copied));
    QVERIFY2(copied.contains(QStringLiteral("DE rollout")), qPrintable(copied));
    QVERIFY2(!copied.contains(QStringLiteral("C-90311")), "a private attribute");
    QVERIFY2(copied.contains(QStringLiteral("**Server:** Off, rule DE rollout. Server answer, ")),
        qPrintable(copied));
    QVERIFY2(copied.contains(QStringLiteral("It agrees with the explanation.")), qPrintable(copied));
}

void TstWhy::goesBack()
{
    QVERIFY(open(QStringLiteral("checkout_v2")));
    QTRY_COMPARE_WITH_TIMEOUT(headline(), offByBucket, programPatience);
    QVERIFY((*m_drive)->rowNames("checkTable").isEmpty());
    QVERIFY((*m_drive)->press("Esc"));
    QVERIFY(!(*m_drive)->rowNames("checkTable").isEmpty());
    QVERIFY((*m_drive)->press("F4"));
    QVERIFY((*m_drive)->click("whyBackButton"));
    QVERIFY(!(*m_drive)->rowNames("checkTable").isEmpty());
}

/// F4 on a row that asked a gate explains that gate, and Esc leads back.
void TstWhy::explainsWhatWasAsked()
{
    QVERIFY(open(QStringLiteral("checkout_button_copy")));
    QTRY_VERIFY_WITH_TIMEOUT(headline().contains(QStringLiteral("group Buy now")), programPatience);
    const QString first = headline();
    auto *trace = m_drive->application().window().findChild<TraceTree *>(QStringLiteral("traceTree"));
    QCOMPARE(trace->currentAsked(), std::optional<EntityRef>()); // the deciding rule asked nobody
    QVERIFY((*m_drive)->press("F4"));
    QCOMPARE((*m_drive)->text("whyName"), QStringLiteral("checkout_button_copy"));

    const QModelIndexList asking = trace->model()->match(trace->model()->index(0, 0), Qt::DisplayRole,
        QStringLiteral("held out by"), 1, Qt::MatchContains | Qt::MatchRecursive);
    QCOMPARE(asking.size(), 1);
    trace->setCurrentIndex(asking.first());
    QVERIFY((*m_drive)->press("F4"));
    QTRY_VERIFY_WITH_TIMEOUT(headline().contains(QStringLiteral("holdout_2026_h2")), programPatience);
    QCOMPARE((*m_drive)->text("whyName"), QStringLiteral("holdout_2026_h2"));
    QCOMPARE((*m_drive)->buttonText("whyBackButton"), QStringLiteral("Back"));

    QVERIFY((*m_drive)->press("Esc"));
    QTRY_COMPARE_WITH_TIMEOUT(headline(), first, programPatience);
    QCOMPARE((*m_drive)->buttonText("whyBackButton"), QStringLiteral("Check"));
    QVERIFY((*m_drive)->press("Esc"));
    QVERIFY(!(*m_drive)->rowNames("checkTable").isEmpty());
}

void TstWhy::explainsAnExposure()
{
    QVERIFY(open(QStringLiteral("checkout_button_copy")));
    QTRY_VERIFY_WITH_TIMEOUT(headline().contains(QStringLiteral("group Buy now")), programPatience);
    QVERIFY((*m_drive)->chooseTab("whyTabs", QStringLiteral("Exposures")));
    QVERIFY((*m_drive)->clickRow("whyExposuresView", QStringLiteral("free_shipping_banner")));
    QVERIFY((*m_drive)->press("F4"));
    QTRY_VERIFY_WITH_TIMEOUT(
        headline().startsWith(QStringLiteral("free_shipping_banner is")), programPatience);
    QVERIFY((*m_drive)->click("whyBackButton"));
    QTRY_VERIFY_WITH_TIMEOUT(headline().contains(QStringLiteral("group Buy now")), programPatience);
}

/// Verdict and flips come while the focus is elsewhere: what screen readers are then told.
void TstWhy::saysWhatComesLater()
{
    QVERIFY(open(QStringLiteral("checkout_v2")));
    const auto *verdict = m_drive->application().window().findChild<QWidget *>(QStringLiteral("whyVerdict"));
    const auto *flips = m_drive->application().window().findChild<QWidget *>(QStringLiteral("flipPane"));
    QTRY_COMPARE_WITH_TIMEOUT(
        verdict->accessibleName(), QStringLiteral("Off. ") + offByBucket, programPatience);
    QTRY_VERIFY_WITH_TIMEOUT(flips->accessibleName().contains(
                                 QRegularExpression(QStringLiteral("^What would flip it\\? \\d+ ways"))),
        programPatience);
}

void TstWhy::hasANameForEverything()
{
    QVERIFY(open(QStringLiteral("checkout_v2")));
    QTRY_COMPARE_WITH_TIMEOUT(headline(), offByBucket, programPatience);
    const QWidget *window = &m_drive->application().window();
    QCOMPARE(nameless(window).join(u'\n'), QString());
    QVERIFY((*m_drive)->chooseTab("whyTabs", QStringLiteral("Exposures")));
    QCOMPARE(nameless(window).join(u'\n'), QString());
}

void TstWhy::oldFlipsCannotBeApplied()
{
    QVERIFY(open(QStringLiteral("checkout_v2")));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("flipPane").contains(QStringLiteral("On by rule Staff.")), programPatience);
    const auto canApply = [this] {
        const auto *pane = m_drive->application().window().findChild<QWidget *>(QStringLiteral("flipPane"));
        const auto buttons = pane->findChildren<QAbstractButton *>();
        return std::ranges::any_of(buttons, [](const QAbstractButton *button) {
            return button->text() == QStringLiteral("Apply") && button->isVisible() && button->isEnabled();
        });
    };
    QVERIFY(canApply());
    StatsigUser user = m_drive->application().workspace().user();
    user.setText(UserField::Country, QStringLiteral("FR"));
    m_drive->application().workspace().setUser(user);
    QVERIFY(!canApply());
    auto *pane = m_drive->application().window().findChild<FlipPane *>(QStringLiteral("flipPane"));
    Q_EMIT pane->applyRequested({{{UserField::Country, {}}, "\"US\""}}, {}); // a click that was on its way
    QCOMPARE(m_drive->application().workspace().user(), user);
    QTRY_VERIFY_WITH_TIMEOUT(canApply(), programPatience);
}

void TstWhy::isReachedFromSpecs()
{
    QVERIFY((*m_drive)->choose("clearExchangesAction"));
    QVERIFY((*m_drive)->press("Ctrl+3"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->clickRow("specsView", QStringLiteral("beta_testers")), programPatience);
    QTRY_COMPARE_WITH_TIMEOUT(
        (*m_drive)->text("entityName"), QStringLiteral("beta_testers"), programPatience);
    QVERIFY((*m_drive)->click("entityWhyButton"));
    QTRY_COMPARE_WITH_TIMEOUT(headline(),
        QStringLiteral("This user is not a member of beta_testers: userID u_48213 is not one of u_10007, "
                       "u_20415, u_33071."),
        programPatience);
    // Nothing was asked for it.
    QCOMPARE((*m_drive)->text("exchangePanel"), QStringLiteral("Last exchange\nnone yet"));
}

void TstWhy::isReachedFromInitialize()
{
    QVERIFY((*m_drive)->press("Ctrl+2"));
    QVERIFY((*m_drive)->click("primaryButton"));
    QTRY_VERIFY_WITH_TIMEOUT(
        !(*m_drive)->row("initializeTable", QStringLiteral("checkout_v2")).isEmpty(), programPatience);
    QVERIFY((*m_drive)->clickRow("initializeTable", QStringLiteral("checkout_v2")));
    QVERIFY((*m_drive)->activate());
    QVERIFY((*m_drive)->press("F4"));
    QTRY_COMPARE_WITH_TIMEOUT(headline(), offByBucket, programPatience);
}

GATESCOPE_TEST(TstWhy)

#include "tst_why.moc"
