// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/witnesses/causesview.h>

#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

/// What can be done about each cause, and how much room that takes.
class TstCausesView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install({}); }
    void offersEachRemedyOnce();
    void changesTheUser();
    void longListsScroll();
};

namespace {

using Cause = WitnessCause;

UserEdits tierEdits()
{
    return {UserEdit {{UserTable::StatsigEnvironment, QStringLiteral("tier")}, "\"staging\""}};
}

QList<WitnessCause> everyCause()
{
    const QString text = QStringLiteral(
        "A rule asks for something that this machine takes from elsewhere than the server does, as it may.");
    return {{Cause::Kind::SpecsAge, text, Cause::Remedy::FreshSpecs, {}, {}},
        {Cause::Kind::SpecsOlder, text, Cause::Remedy::FreshSpecs, {}, {}},
        {Cause::Kind::Clock, text, Cause::Remedy::AskAgain, {}, {}},
        {Cause::Kind::IdList, text, Cause::Remedy::EvaluationData, {}, {}},
        {Cause::Kind::MissingIp, text, Cause::Remedy::EnterCountry, {}, {}},
        {Cause::Kind::MissingUserAgent, text, Cause::Remedy::EnterUserAgent, {}, {}},
        {Cause::Kind::Tier, text, Cause::Remedy::EnterTier, {}, {}},
        {Cause::Kind::DefaultTier, text, Cause::Remedy::ChangeUser, QStringLiteral("Send “staging”"),
            tierEdits()},
        {Cause::Kind::TargetApp, text, Cause::Remedy::Connection, {}, {}}};
}

} // namespace

void TstCausesView::offersEachRemedyOnce()
{
    CausesView view;
    view.resize(460, 900);
    view.setCauses(everyCause(), {});
    view.show();
    QList<Cause::Remedy> asked;
    connect(&view, &CausesView::remedyRequested, &view, [&asked](Cause::Remedy remedy) { asked << remedy; });
    QSignalSpy changed(&view, &CausesView::changeRequested);
    const auto buttons = view.findChildren<ActionButton *>();
    QCOMPARE(buttons.size(), 8);
    for (ActionButton *button : buttons) {
        QVERIFY(!button->text().isEmpty());
        button->click();
    }
    QCOMPARE(asked,
        (QList<Cause::Remedy> {Cause::Remedy::FreshSpecs, Cause::Remedy::AskAgain,
            Cause::Remedy::EvaluationData, Cause::Remedy::EnterCountry, Cause::Remedy::EnterUserAgent,
            Cause::Remedy::EnterTier, Cause::Remedy::Connection}));
    QCOMPARE(changed.count(), 1);
}

void TstCausesView::changesTheUser()
{
    CausesView view;
    QSignalSpy changed(&view, &CausesView::changeRequested);
    view.setCauses({everyCause().at(7)}, {});
    auto *button = view.findChild<ActionButton *>();
    QCOMPARE(button->text(), QStringLiteral("Send “staging”"));
    button->click();
    QCOMPARE(changed.first().first().value<UserEdits>(), tierEdits());
}

/// However many there are, what is below keeps its place, and every button can be reached.
void TstCausesView::longListsScroll()
{
    CausesView view;
    view.setMostHeight(132);
    view.resize(460, 400);
    view.setCauses(everyCause().first(1), {});
    view.show();
    const auto *scroll = view.findChild<QScrollArea *>();
    QCoreApplication::processEvents();
    QVERIFY(scroll->height() < 132);
    QVERIFY(!scroll->verticalScrollBar()->isVisible());
    view.setCauses(everyCause(), {});
    QCoreApplication::processEvents();
    QCOMPARE(scroll->height(), 132);
    QVERIFY(scroll->verticalScrollBar()->isVisible());
    QCOMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.focusFirst();
    for (int tab = 0; tab < 7; ++tab)
        QTest::keyClick(view.focusWidget(), Qt::Key_Tab);
    const QWidget *last = view.focusWidget();
    QVERIFY(
        scroll->viewport()->rect().contains(QRect(last->mapTo(scroll->viewport(), QPoint()), last->size())));
}

GATESCOPE_TEST(TstCausesView)
#include "tst_causesview.moc"
