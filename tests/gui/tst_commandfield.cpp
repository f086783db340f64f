// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <app/application.h>
#include <tests/support/testregistry.h>
#include <ui/page.h>
#include <ui/sampleusers.h>
#include <ui/window/commandlist.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Finding and running by keyboard alone, in the whole program on its sandbox.
class TstCommandField : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsAnEntity();
    void checksAnEntity();
    void switchesThePage();
    void runsAnAction();
    void leavesOutWhatCannotRun();
    void choosesAPersona();
    void choosesAConnection();
    void escapeGivesTheFocusBack();
    void enterWaitsForTheAnswer();
    void recentThingsComeFirst();
    void theMouseChooses();
    void goesOnClickingElsewhere();
    void makesRoomWhereItIsNarrow();
    void opensFromATextField();
    void gallery_data();
    void gallery();

private:
    bool find(const QString &text, const QString &first);
    void grab(const char *name) const;
    QString pageName() const { return m_drive->application().window().currentPage()->objectName(); }
    QAbstractItemView *view() const
    {
        return m_drive->application().window().findChild<QAbstractItemView *>(QStringLiteral("commandView"));
    }
    CommandList *list() const { return m_drive->application().window().findChild<CommandList *>(); }
    QLineEdit *field() const
    {
        return m_drive->application().window().findChild<QLineEdit *>(QStringLiteral("commandField"));
    }

    std::unique_ptr<StartedProgram> m_drive;
};

void TstCommandField::init()
{
    m_drive = std::make_unique<StartedProgram>();
    QVERIFY(m_drive->hasStarted());
}

void TstCommandField::cleanup()
{
    m_drive.reset();
}

/// Opens the field, types, and waits until that is the current row, as a screen reader says it.
bool TstCommandField::find(const QString &text, const QString &first)
{
    (*m_drive)->press("Ctrl+K");
    if (QApplication::focusWidget() != field())
        return false;
    QTest::keyClicks(field(), text);
    return QTest::qWaitFor(
        [&] { return list()->isVisible() && list()->accessibleName() == first; }, programPatience);
}

void TstCommandField::showsAnEntity()
{
    QVERIFY(find(QStringLiteral("chbuco"), QStringLiteral("checkout_button_copy, experiment")));
    QVERIFY((*m_drive)->press("Return"));
    QCOMPARE(pageName(), QStringLiteral("specsPage"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("specsPage").contains(QStringLiteral("checkout_button_copy")), programPatience);
    QVERIFY(!list()->isVisible());
    QVERIFY((*m_drive)->activate());
    QVERIFY((*m_drive)->press("Esc"));
    QCOMPARE(pageName(), QStringLiteral("checkPage"));
}

void TstCommandField::checksAnEntity()
{
    QVERIFY((*m_drive)->press("Ctrl+3"));
    QVERIFY(find(QStringLiteral("chbuco"), QStringLiteral("checkout_button_copy, experiment")));
    QTest::keyClick(field(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(pageName(), QStringLiteral("checkPage"));
    const auto *table =
        m_drive->application().window().findChild<QAbstractItemView *>(QStringLiteral("checkTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->currentIndex().siblingAtColumn(0).data().toString(),
        QStringLiteral("checkout_button_copy"), programPatience);
}

void TstCommandField::switchesThePage()
{
    QVERIFY(find(QStringLiteral("init"), QStringLiteral("Initialize, page")));
    QVERIFY((*m_drive)->press("Return"));
    QCOMPARE(pageName(), QStringLiteral("initializePage"));
    QVERIFY(QApplication::focusWidget() != field());
}

void TstCommandField::runsAnAction()
{
    QVERIFY(!m_drive->application().workspace().exchanges().isEmpty());
    QVERIFY(find(QStringLiteral("clear the ex"), QStringLiteral("Clear the exchanges, action")));
    QVERIFY((*m_drive)->press("Return"));
    QVERIFY(m_drive->application().workspace().exchanges().isEmpty());
}

void TstCommandField::leavesOutWhatCannotRun()
{
    auto *clear =
        m_drive->application().window().findChild<QAction *>(QStringLiteral("clearExchangesAction"));
    clear->setEnabled(false);
    QVERIFY(find(QStringLiteral("clear the exchanges"), QStringLiteral("Nothing has this in its name.")));
    QVERIFY((*m_drive)->press("Return"));
    QVERIFY(list()->isVisible());
}

void TstCommandField::choosesAPersona()
{
    const SampleUser &tom = sampleUsers().at(1);
    QVERIFY(m_drive->application().workspace().user() != tom.user);
    QVERIFY(find(tom.name, tom.name + QStringLiteral(", persona")));
    QVERIFY((*m_drive)->press("Return"));
    // The personas may just have been read anew: then Return waits for the answer.
    QTRY_VERIFY_WITH_TIMEOUT(m_drive->application().workspace().user() == tom.user, programPatience);
    QCOMPARE(m_drive->application().workspace().persona()->name, tom.name);
}

void TstCommandField::choosesAConnection()
{
    Workspace &workspace = m_drive->application().workspace();
    Connection other;
    other.id = QStringLiteral("acme");
    other.name = QStringLiteral("Acme shop");
    workspace.saveConnection(other);
    QVERIFY(find(QStringLiteral("acsh"), QStringLiteral("Acme shop, connection")));
    QVERIFY((*m_drive)->press("Return"));
    QCOMPARE(workspace.connection().id, other.id);
}

void TstCommandField::escapeGivesTheFocusBack()
{
    const QWidget *before = QApplication::focusWidget();
    QVERIFY(before);
    QVERIFY(find(QStringLiteral("specs"), QStringLiteral("Specs, page")));
    QVERIFY((*m_drive)->press("Down"));
    QCOMPARE(view()->currentIndex().row(), 1);
    QVERIFY((*m_drive)->press("Up"));
    QVERIFY((*m_drive)->press("Esc"));
    QVERIFY(!list()->isVisible());
    QCOMPARE(QApplication::focusWidget(), before);
    QCOMPARE(pageName(), QStringLiteral("checkPage"));
    QVERIFY(field()->text().isEmpty());
}

void TstCommandField::enterWaitsForTheAnswer()
{
    (*m_drive)->press("Ctrl+K");
    QTest::keyClicks(field(), QStringLiteral("events"));
    QTest::keyClick(field(), Qt::Key_Return); // nothing can have been found yet
    QTRY_COMPARE_WITH_TIMEOUT(pageName(), QStringLiteral("eventsPage"), programPatience);
}

void TstCommandField::recentThingsComeFirst()
{
    QVERIFY(find({}, QStringLiteral("Check, page")));
    QVERIFY((*m_drive)->press("Esc"));
    QVERIFY(find(QStringLiteral("chbuco"), QStringLiteral("checkout_button_copy, experiment")));
    QVERIFY((*m_drive)->press("Return"));
    QVERIFY(find({}, QStringLiteral("checkout_button_copy, experiment")));
}

void TstCommandField::theMouseChooses()
{
    QTest::mouseClick(field(), Qt::LeftButton);
    QTest::keyClicks(field(), QStringLiteral("exchanges"));
    QTRY_COMPARE_WITH_TIMEOUT(list()->accessibleName(), QStringLiteral("Exchanges, page"), programPatience);
    QTest::mouseClick(
        view()->viewport(), Qt::LeftButton, {}, view()->visualRect(view()->model()->index(0, 0)).center());
    QCOMPARE(pageName(), QStringLiteral("exchangesPage"));
}

void TstCommandField::goesOnClickingElsewhere()
{
    QVERIFY(find(QStringLiteral("specs"), QStringLiteral("Specs, page")));
    QVERIFY((*m_drive)->press("Tab"));
    QVERIFY(!list()->isVisible());
    QVERIFY(QApplication::focusWidget() != field());
}

void TstCommandField::makesRoomWhereItIsNarrow()
{
    MainWindow &window = m_drive->application().window();
    const auto *exposures = window.findChild<QWidget *>(QStringLiteral("exposuresSwitch"));
    const int full = field()->width();
    window.resize(1024, 700);
    QTRY_VERIFY_WITH_TIMEOUT(field()->width() < full / 2, programPatience);
    QCoreApplication::processEvents(); // layouts follow
    const QRect place = exposures->geometry();
    QVERIFY(find(QStringLiteral("specs"), QStringLiteral("Specs, page")));
    QCOMPARE(field()->width(), full);
    QCOMPARE(exposures->geometry(), place); // what can be pressed does not move
    QVERIFY(window.rect().contains(list()->geometry()));
    QVERIFY((*m_drive)->press("Esc"));
    QTRY_VERIFY_WITH_TIMEOUT(field()->width() < full / 2, programPatience);
}

/// Some platforms give Ctrl+K to text fields, to delete what follows.
void TstCommandField::opensFromATextField()
{
    QVERIFY((*m_drive)->press("Ctrl+U"));
    auto *before = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(before);
    const QString text = before->text();
    before->setCursorPosition(0);
    QVERIFY(find(QStringLiteral("specs"), QStringLiteral("Specs, page")));
    QCOMPARE(before->text(), text);
    QVERIFY((*m_drive)->press("Esc"));
    QCOMPARE(QApplication::focusWidget(), before);
}

void TstCommandField::gallery_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1440") << ThemeChoice::Light << QSize(1440, 900);
    QTest::newRow("light-1024") << ThemeChoice::Light << QSize(1024, 700);
    QTest::newRow("dark-1440") << ThemeChoice::Dark << QSize(1440, 900);
    QTest::newRow("dark-1024") << ThemeChoice::Dark << QSize(1024, 700);
}

/// Pictures for the eye, where GATESCOPE_GALLERY names a folder; and the list stays in its window.
void TstCommandField::gallery()
{
    QFETCH(const ThemeChoice, theme);
    QFETCH(const QSize, size);
    Preferences &preferences = m_drive->application().workspace().preferences();
    PreferenceValues values = preferences.values();
    values.theme = theme;
    preferences.setValues(values);
    MainWindow &window = m_drive->application().window();
    window.resize(size);
    QCoreApplication::processEvents();
    grab("closed");
    QVERIFY(find(QStringLiteral("che"), QStringLiteral("Check, page")));
    QVERIFY(window.rect().contains(list()->geometry()));
    grab("open");
    QVERIFY((*m_drive)->press("Esc"));
    QVERIFY(find(QStringLiteral("ffss"), QStringLiteral("Nothing has this in its name.")));
    grab("nothing");
}

void TstCommandField::grab(const char *name) const
{
    if (const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY"); !folder.isEmpty())
        QVERIFY(m_drive->application().window().grab().save(folder + QStringLiteral("/command-")
            + QLatin1String(name) + u'-' + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));
}

GATESCOPE_TEST(TstCommandField)
#include "tst_commandfield.moc"
