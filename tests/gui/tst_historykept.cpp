// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <tests/support/fakeports.h>
#include <tests/support/testregistry.h>

#include <app/application.h>
#include <models/privacy/privatemask.h>
#include <ui/settings/historypane.h>
#include <ui/widgets/inlinebar.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QCheckBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

/// Empty, if there is no answer in time.
HistoryMatches everythingIn(HistoryStore &history)
{
    QObject context;
    std::optional<HistoryMatches> found;
    history.find({}, &context,
        [&found](const Result<HistoryMatches> &answer) { found = answer.value_or(HistoryMatches()); });
    return QTest::qWaitFor([&found] { return found.has_value(); }, programPatience) ? *found
                                                                                    : HistoryMatches();
}

ExchangePtr loadFrom(HistoryStore &history, qint64 id)
{
    QObject context;
    std::optional<ExchangePtr> loaded;
    history.load(
        id, &context, [&loaded](const Result<ExchangePtr> &answer) { loaded = answer.value_or(nullptr); });
    return QTest::qWaitFor([&loaded] { return loaded.has_value(); }, programPatience) ? *loaded : nullptr;
}

} // namespace

/// What the whole program exchanges is in its history.
class TstHistoryKept : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void keepsWhatWasExchanged();
    void settingsTakeEffect();
    void forgettingCanBeUndone();

private:
    Workspace &workspace() const { return m_program->application().workspace(); }

    std::unique_ptr<StartedProgram> m_program;
};

void TstHistoryKept::init()
{
    m_program = std::make_unique<StartedProgram>();
    QVERIFY(m_program->hasStarted());
}

void TstHistoryKept::cleanup()
{
    m_program.reset();
}

void TstHistoryKept::keepsWhatWasExchanged()
{
    const QList<ExchangePtr> exchanges = workspace().exchanges();
    QVERIFY(!exchanges.isEmpty());
    m_program->quit(); // at once: what is not written yet is waited for

    const FakePreferences preferences;
    HistoryFile history(preferences, m_program->folder() + QStringLiteral("/history.sqlite"));
    const HistoryMatches kept = everythingIn(history);
    QVERIFY(kept.entries.size() >= exchanges.size());
    for (qsizetype i = 0; i < exchanges.size(); ++i) {
        const HistoryEntry &entry = kept.entries[kept.entries.size() - 1 - i];
        const ExchangePtr loaded = loadFrom(history, entry.id);
        QVERIFY(loaded);
        QCOMPARE(*loaded, *withPrivateMasked(exchanges[i]));
    }
}

void TstHistoryKept::settingsTakeEffect()
{
    HistoryPane pane(workspace().preferences(), workspace().history());
    auto *keep = pane.findChild<QCheckBox *>(QStringLiteral("keepHistoryCheckBox"));
    auto *megabytes = pane.findChild<QSpinBox *>(QStringLiteral("historyMegabytesSpinBox"));
    pane.findChild<QCheckBox *>(QStringLiteral("keepPrivateCheckBox"))->setChecked(true);
    pane.findChild<QSpinBox *>(QStringLiteral("historyDaysSpinBox"))->setValue(3);
    megabytes->setValue(5);
    auto *lowering = pane.findChild<QWidget *>(QStringLiteral("loweredHistoryBar"));
    PreferenceValues expected = workspace().preferences().values();
    QVERIFY(
        expected.historyDays > 3 && expected.historyMaxBytes > 5 * 1024 * 1024); // not by a turn of the wheel
    QVERIFY(!lowering->isHidden());
    pane.findChild<QAbstractButton *>(QStringLiteral("keepHistoryLimitsButton"))->click();
    QVERIFY(lowering->isHidden());
    QCOMPARE(megabytes->value(), int(expected.historyMaxBytes / (1024 * 1024)));
    megabytes->setValue(5);
    pane.findChild<QSpinBox *>(QStringLiteral("historyDaysSpinBox"))->setValue(3);
    pane.findChild<QAbstractButton *>(QStringLiteral("lowerHistoryButton"))->click();
    QVERIFY(lowering->isHidden());
    expected.historyKeepsPrivate = true;
    expected.historyDays = 3;
    expected.historyMaxBytes = 5 * 1024 * 1024;
    QCOMPARE(workspace().preferences().values(), expected);
    QVERIFY(megabytes->isEnabled());
    keep->setChecked(false);
    QVERIFY(!megabytes->isEnabled());

    const qint64 before = everythingIn(*workspace().history()).kept;
    QSignalSpy added(&workspace(), &Workspace::exchangeAdded);
    workspace().refreshSpecs();
    QVERIFY(added.wait(programPatience));
    QCOMPARE(everythingIn(*workspace().history()).kept, before);
}

void TstHistoryKept::forgettingCanBeUndone()
{
    HistoryStore &history = *workspace().history();
    HistoryPane pane(workspace().preferences(), &history);
    pane.show();
    const auto *bar = pane.findChild<InlineBar *>(QStringLiteral("forgottenHistoryBar"));
    const qint64 kept = everythingIn(history).kept;
    QVERIFY(kept > 0);
    pane.findChild<QAbstractButton *>(QStringLiteral("forgetHistoryButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), programPatience);
    QVERIFY2(bar->text().contains(QString::number(kept)), qPrintable(bar->text()));
    QCOMPARE(everythingIn(history).kept, 0);
    pane.findChild<QAbstractButton *>(QStringLiteral("unforgetHistoryButton"))->click();
    QCOMPARE(everythingIn(history).kept, kept);
    QVERIFY(!bar->isVisible());
}

GATESCOPE_TEST(TstHistoryKept)
#include "tst_historykept.moc"
