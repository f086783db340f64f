// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <ui/theme/theme.h>
#include <ui/why/flippane.h>
#include <ui/widgets/actionbutton.h>

#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

/// What may be clicked beside the flips, and when.
class TstFlipPane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install({}); }
    void saysThatItIsUnfinished();
    void oldFlipsOfferNothing();
    void theFocusStays();
};

namespace {

FlipWordsList oneFlip()
{
    return {{{{{UserField::Country, {}}, "\"US\""}}, {plainPhrase(QStringLiteral("Set country to US"))},
        {plainPhrase(QStringLiteral("On by rule Staff."))}}};
}

QWidget *partOf(const FlipPane &pane, const char *name)
{
    return pane.findChild<QWidget *>(QLatin1String(name));
}

} // namespace

void TstFlipPane::saysThatItIsUnfinished()
{
    FlipPane pane;
    pane.show();
    pane.showReport(oneFlip(), QStringLiteral("The search ran out of time."), false);
    QVERIFY(partOf(pane, "flipConclusion")->isVisible());
    QVERIFY(partOf(pane, "searchOnButton")->isVisible());
    QVERIFY(pane.accessibleName().contains(QStringLiteral("ran out of time")));
    pane.showReport(oneFlip(), {}, true);
    QVERIFY(!partOf(pane, "flipConclusion")->isVisible());
    QVERIFY(!partOf(pane, "searchOnButton")->isVisible());
}

void TstFlipPane::oldFlipsOfferNothing()
{
    FlipPane pane;
    pane.show();
    pane.showReport(oneFlip(), QStringLiteral("The search ran out of time."), false);
    QSignalSpy applied(&pane, &FlipPane::applyRequested);
    QSignalSpy searched(&pane, &FlipPane::searchRequested);
    auto *searchOn = qobject_cast<ActionButton *>(partOf(pane, "searchOnButton"));
    auto *apply = partOf(pane, "flipRow")->findChild<ActionButton *>();
    pane.setOld(true);
    QTest::mouseClick(searchOn, Qt::LeftButton);
    QTest::keyClick(searchOn, Qt::Key_Space);
    QTest::mouseClick(apply, Qt::LeftButton);
    QCOMPARE(searched.count(), 0);
    QCOMPARE(applied.count(), 0);
    pane.setOld(false);
    QTest::mouseClick(searchOn, Qt::LeftButton);
    QTest::mouseClick(apply, Qt::LeftButton);
    QCOMPARE(searched.count(), 1);
    QCOMPARE(applied.count(), 1);
}

/// Who goes on by the keyboard can stop by it too.
void TstFlipPane::theFocusStays()
{
    FlipPane pane;
    pane.show();
    pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    pane.showReport(oneFlip(), QStringLiteral("The search ran out of time."), false);
    partOf(pane, "searchOnButton")->setFocus();
    pane.showSearching();
    QCOMPARE(pane.focusWidget(), partOf(pane, "stopFlipsButton"));
}

GATESCOPE_TEST(TstFlipPane)
#include "tst_flippane.moc"
