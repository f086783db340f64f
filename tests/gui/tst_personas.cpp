// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "accessiblewalk.h"
#include "startedprogram.h"

#include <app/application.h>
#include <models/personas/personaimport.h>
#include <tests/support/testregistry.h>
#include <ui/page.h>
#include <ui/personas/personabook.h>
#include <ui/personas/personapicker.h>
#include <ui/personas/personaspage.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

const QStringList sampleNames {QStringLiteral("Mina, gold, Berlin"), QStringLiteral("Tom, gold, Lyon"),
    QStringLiteral("Guest, stableID only")};

} // namespace

/// Personas from the keyboard to the files of the workspace's folder, in the whole program.
class TstPersonas : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void ctrlPChoosesFromAnywhere();
    void ctrlSWritesTheFile();
    void editsOutliveTheProgram();
    void quittingAsksBeforeAnythingIsLost();
    void deletingIsUndone();
    void theOrderSurvivesARestart();
    void editsInPlace();
    void lookingChangesNothing();
    void thePrimaryActionUsesThePersona();
    void importsATable();
    void aColumnLeftOutComesBackTheSame();
    void importsALargeHarFile();
    void importsWhatIsPasted();
    void exportsWithoutPrivateValues();
    void opensAnotherFolder();
    void everythingHasANameWhileImporting();
    void gallery_data();
    void gallery();

private:
    WindowDriver *drive() const { return m_program->operator->(); }
    Workspace &workspace() const { return m_program->application().workspace(); }
    MainWindow &window() const { return m_program->application().window(); }
    QString fileOf(const char *stem) const;
    QString shown() const;
    QString picked() const { return window().findChild<PersonaPicker *>()->accessibleName(); }
    bool openPage() const;
    bool enter(const QString &text) const; ///< into the cell being edited
    QString write(const QString &name, const QByteArray &bytes) const;
    void grab(const char *name) const;

    std::unique_ptr<StartedProgram> m_program;
};

void TstPersonas::init()
{
    m_program = std::make_unique<StartedProgram>();
    QVERIFY(m_program->hasStarted());
    QTRY_COMPARE_WITH_TIMEOUT(workspace().personaBook().personas().size(), 3, programPatience);
}

void TstPersonas::cleanup()
{
    m_program.reset();
}

QString TstPersonas::fileOf(const char *stem) const
{
    return m_program->folder() + QStringLiteral("/workspace/personas/") + QLatin1String(stem)
        + QStringLiteral(".json");
}

/// The composer's field as a screen reader says it.
QString TstPersonas::shown() const
{
    return window().findChild<QComboBox *>(QStringLiteral("personaComboBox"))->currentText();
}

bool TstPersonas::openPage() const
{
    return drive()->choose("managePersonasAction")
        && QTest::qWaitFor([this] { return drive()->rowNames("personasTable") == sampleNames; }, 30000);
}

bool TstPersonas::enter(const QString &text) const
{
    const auto isEditing = [this] {
        const auto editors = window().findChildren<QLineEdit *>(QStringLiteral("personaCellEditor"));
        return std::ranges::any_of(editors, &QWidget::isVisible);
    };
    return drive()->type("personaCellEditor", text) && drive()->press("Return")
        && QTest::qWaitFor([&] { return !isEditing(); }, programPatience);
}

QString TstPersonas::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = QDir(m_program->folder()).filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TstPersonas::ctrlPChoosesFromAnywhere()
{
    QCOMPARE(shown(), sampleNames.at(0)); // composed at the first start, and found among the files
    QVERIFY(!window().findChild<QAction *>(QStringLiteral("undo"))->isEnabled());
    QVERIFY(drive()->press("Ctrl+P"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("lyon"));
    QCOMPARE(picked(), QStringLiteral("Tom, gold, Lyon, u_50977, tags sample"));
    QVERIFY(drive()->press("Return"));
    QCOMPARE(shown(), sampleNames.at(1));
    QCOMPARE(workspace().user().label(), QStringLiteral("u_50977"));

    QVERIFY(drive()->press("Ctrl+3")); // where the composer is collapsed
    QVERIFY(drive()->press("Ctrl+P"));
    QVERIFY(window().rect().contains(window().findChild<PersonaPicker *>()->geometry()));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("guest"));
    QVERIFY(drive()->press("Return"));
    QCOMPARE(shown(), sampleNames.at(2));
    const auto *strip = window().findChild<QWidget *>(QStringLiteral("composerStrip"));
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->accessibleName(), QStringLiteral("Open the composer, user: Guest, stableID only"));
}

void TstPersonas::ctrlSWritesTheFile()
{
    QVERIFY(drive()->press("Ctrl+P"));
    QVERIFY(drive()->press("Down"));
    QVERIFY(drive()->press("Return"));
    QVERIFY(drive()->type("countryField", QStringLiteral("CH")));
    QCOMPARE(shown(), QStringLiteral("Tom, gold, Lyon, edited"));
    QVERIFY(drive()->press("Ctrl+S"));
    QCOMPARE(shown(), sampleNames.at(1));
    const auto country = [this] {
        QFile file(fileOf("tom-gold-lyon"));
        return file.open(QIODevice::ReadOnly)
            ? QJsonDocument::fromJson(file.readAll())[QStringLiteral("user")][QStringLiteral("country")]
                  .toString()
            : QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(country(), QStringLiteral("CH"), programPatience);

    // The next start begins with it, as it was saved.
    QVERIFY(m_program->restart());
    QTRY_COMPARE_WITH_TIMEOUT(shown(), sampleNames.at(1), programPatience);
    QCOMPARE(workspace().user().text(UserField::Country), QStringLiteral("CH"));
}

/// Unsaved, they come back around the persona they were made of.
void TstPersonas::editsOutliveTheProgram()
{
    QVERIFY(drive()->press("Ctrl+P"));
    QVERIFY(drive()->press("Down"));
    QVERIFY(drive()->press("Return"));
    QVERIFY(drive()->type("countryField", QStringLiteral("IT")));
    QVERIFY(m_program->restart());
    QTRY_COMPARE_WITH_TIMEOUT(shown(), QStringLiteral("Tom, gold, Lyon, edited"), programPatience);
    QCOMPARE(workspace().user().text(UserField::Country), QStringLiteral("IT"));
    QCOMPARE(workspace().persona()->user.text(UserField::Country), QStringLiteral("FR"));
    QVERIFY(drive()->choose("revertPersonaAction"));
    QCOMPARE(shown(), sampleNames.at(1));
    QCOMPARE(workspace().user().text(UserField::Country), QStringLiteral("FR"));
}

void TstPersonas::quittingAsksBeforeAnythingIsLost()
{
    // A file in the folder's place: nobody can write there, whoever they are.
    const QString folder = m_program->folder() + QStringLiteral("/workspace/personas");
    QTRY_VERIFY_WITH_TIMEOUT(!workspace().personas()->hasUnwritten(), programPatience);
    QVERIFY(QDir().rename(folder, folder + QStringLiteral(".away")));
    QFile blocker(folder);
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    workspace().personas()->insert({Persona {{}, QStringLiteral("Only here"), {}, {}, {}, {}}});
    const auto box = [this] { return window().findChild<QMessageBox *>(QStringLiteral("unwrittenBox")); };
    QVERIFY(!window().close());
    QVERIFY(box() && box()->text().contains(QStringLiteral("workspace")));
    QVERIFY(window().isVisible());
    QTest::keyClick(box(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!box(), programPatience);
    QVERIFY(window().isVisible());
    // Written after all, nothing is asked.
    QVERIFY(blocker.remove());
    QVERIFY(QDir().rename(folder + QStringLiteral(".away"), folder));
    QVERIFY(window().close());
    QVERIFY(QFileInfo::exists(fileOf("only-here")));
}

void TstPersonas::deletingIsUndone()
{
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fileOf("tom-gold-lyon")), programPatience);
    QVERIFY(openPage());
    QVERIFY(drive()->clickRow("personasTable", sampleNames.at(1)));
    QVERIFY(drive()->press("Delete"));
    QCOMPARE(drive()->rowNames("personasTable"), (QStringList {sampleNames.at(0), sampleNames.at(2)}));
    QCOMPARE(drive()->text("personasDoneBar"), QStringLiteral("Tom, gold, Lyon is deleted."));
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(fileOf("tom-gold-lyon")), programPatience);
    QVERIFY(drive()->press("Ctrl+Z"));
    QCOMPARE(drive()->rowNames("personasTable"), sampleNames);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fileOf("tom-gold-lyon")), programPatience);

    QVERIFY(drive()->press("Ctrl+A"));
    QVERIFY(drive()->press("Delete"));
    QVERIFY(drive()->text("personasPage").contains(QStringLiteral("Keep the users you test with")));
    QCOMPARE(drive()->text("personasDoneBar"), QStringLiteral("3 personas are deleted."));
    QVERIFY(!workspace().user().isEmpty()); // what is composed stays
    QVERIFY(drive()->click("undoPersonasButton"));
    QCOMPARE(drive()->rowNames("personasTable"), sampleNames);
}

void TstPersonas::theOrderSurvivesARestart()
{
    const QStringList moved {sampleNames.at(2), sampleNames.at(0), sampleNames.at(1)};
    QVERIFY(openPage());
    QVERIFY(drive()->clickRow("personasTable", sampleNames.at(2)));
    QVERIFY(drive()->press("Alt+Up"));
    QVERIFY(drive()->press("Alt+Up"));
    QVERIFY(drive()->press("Alt+Up")); // it is the first one already
    QCOMPARE(drive()->rowNames("personasTable"), moved);
    QVERIFY(m_program->restart());
    QVERIFY(drive()->choose("managePersonasAction"));
    QTRY_COMPARE_WITH_TIMEOUT(drive()->rowNames("personasTable"), moved, programPatience);
}

void TstPersonas::editsInPlace()
{
    QVERIFY(openPage());
    QVERIFY(drive()->clickRow("personasTable", sampleNames.at(1)));
    QVERIFY(drive()->press("F2"));
    QVERIFY(enter(QStringLiteral("Thomas")));
    QVERIFY(drive()->press("Ctrl+T"));
    QVERIFY(enter(QStringLiteral("gold, Lyon")));
    const Persona *thomas = workspace().personas()->find(QStringLiteral("tom-gold-lyon"));
    QVERIFY(thomas);
    QCOMPARE(thomas->name, QStringLiteral("Thomas"));
    QCOMPARE(thomas->tags, (QStringList {QStringLiteral("gold"), QStringLiteral("Lyon")}));

    auto *notes = window().findChild<QWidget *>(QStringLiteral("personaNotesEdit"));
    notes->setFocus();
    QTest::keyClicks(notes, QStringLiteral("for ticket 4711"));
    window().findChild<QWidget *>(QStringLiteral("personasTable"))->setFocus();
    QCOMPARE(workspace().personas()->find(QStringLiteral("tom-gold-lyon"))->notes,
        QStringLiteral("for ticket 4711"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(drive()->press("Ctrl+Z"));
    QCOMPARE(drive()->rowNames("personasTable"), sampleNames);

    QVERIFY(drive()->press("Ctrl+D"));
    QVERIFY(enter(QStringLiteral("Tom on staging")));
    QCOMPARE(drive()->rowNames("personasTable").value(2), QStringLiteral("Tom on staging"));
}

void TstPersonas::lookingChangesNothing()
{
    Persona odd;
    odd.name = QStringLiteral("Odd");
    odd.notes = QStringLiteral("one\r\ntwo\u00a0three");
    odd.tags = {QStringLiteral("a, b")};
    QVERIFY(openPage());
    odd.id = workspace().personas()->insert({odd}, 0).first();
    QVERIFY(drive()->clickRow("personasTable", QStringLiteral("Odd")));
    auto *notes = window().findChild<QPlainTextEdit *>(QStringLiteral("personaNotesEdit"));
    notes->setFocus();
    QVERIFY(drive()->clickRow("personasTable", sampleNames.at(0)));
    QVERIFY(drive()->clickRow("personasTable", QStringLiteral("Odd")));
    QVERIFY(drive()->press("Ctrl+T"));
    QVERIFY(drive()->press("Return"));
    QCOMPARE(workspace().personas()->personas().first(), odd);

    notes->setFocus();
    notes->moveCursor(QTextCursor::End);
    QTest::keyClicks(notes, QStringLiteral("!"));
    QVERIFY(drive()->clickRow("personasTable", sampleNames.at(0)));
    QCOMPARE(workspace().personas()->personas().first().notes, QStringLiteral("one\ntwo\u00a0three!"));
}

void TstPersonas::thePrimaryActionUsesThePersona()
{
    QVERIFY(openPage());
    QVERIFY(drive()->type("personasFilter", QStringLiteral("gue")));
    QTRY_COMPARE_WITH_TIMEOUT(
        drive()->rowNames("personasTable"), QStringList {sampleNames.at(2)}, programPatience);
    QVERIFY(drive()->clickRow("personasTable", sampleNames.at(2)));
    QVERIFY(drive()->press("Ctrl+Return"));
    QCOMPARE(shown(), sampleNames.at(2));
}

void TstPersonas::importsATable()
{
    const QString path = write(QStringLiteral("team.csv"),
        "persona,User ID,plan,level\nLena,u_1,gold,3\nBo,u_2,silver,5\n\"broken, row\n");
    QVERIFY(openPage());
    window().findChild<PersonasPage *>()->importFile(path);
    QTRY_COMPARE_WITH_TIMEOUT(
        drive()->buttonText("primaryButton"), QStringLiteral("Import 2 personas"), programPatience);
    const QString problem = drive()->text("importProblemsBar");
    QVERIFY2(problem.contains(QStringLiteral("Line 4")), qPrintable(problem));
    QVERIFY(drive()->pick("columnTarget3", QStringLiteral("privateAttributes.plan")));
    QVERIFY(drive()->pick("columnType4", QStringLiteral("text")));
    QTRY_VERIFY_WITH_TIMEOUT(
        drive()->row("importTable", QStringLiteral("Lena")).contains(QStringLiteral("u_1 |  | 1")),
        programPatience);
    QCOMPARE(drive()->text("importProblemsBar"), problem);
    QVERIFY(drive()->press("Ctrl+Return"));
    const QList<Persona> &all = workspace().personas()->personas();
    QCOMPARE(all.size(), 5);
    QCOMPARE(all.at(3).name, QStringLiteral("Lena"));
    QCOMPARE(all.at(3).user.toJson(),
        QByteArray(R"({"userID":"u_1","custom":{"level":"3"},"privateAttributes":{"plan":"gold"}})"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fileOf("lena")) && QFile::exists(fileOf("bo")), programPatience);
    QVERIFY(drive()->press("Ctrl+Z"));
    QCOMPARE(drive()->rowNames("personasTable"), sampleNames);
}

void TstPersonas::aColumnLeftOutComesBackTheSame()
{
    QVERIFY(openPage());
    window().findChild<PersonasPage *>()->importFile(
        write(QStringLiteral("team.csv"), "userID,custom.plan\nu_1,gold\n"));
    QTRY_COMPARE_WITH_TIMEOUT(
        drive()->buttonText("primaryButton"), QStringLiteral("Import 1 persona"), programPatience);
    for (const char *target : {"Leave out", "custom.plan", "Leave out", "privateAttributes.plan"})
        QVERIFY2(drive()->pick("columnTarget2", QLatin1String(target)), target);
    QTRY_COMPARE_WITH_TIMEOUT(
        drive()->buttonText("primaryButton"), QStringLiteral("Import 1 persona"), programPatience);
    QTRY_VERIFY_WITH_TIMEOUT(
        drive()->row("importTable", QStringLiteral("u_1")).contains(QStringLiteral("u_1 |  | 1")),
        programPatience);
    QVERIFY(drive()->press("Ctrl+Return"));
    QCOMPARE(workspace().personas()->personas().last().user.toJson(),
        QByteArray(R"({"userID":"u_1","privateAttributes":{"plan":"gold"}})"));
}

/// Other files are read up to 64 MB.
void TstPersonas::importsALargeHarFile()
{
    const QByteArray har =
        R"({"log":{"entries":[{"request":{"method":"POST","url":"https://h.example/v1/initialize",)"
        R"("postData":{"text":"{\"user\":{\"userID\":\"a\"}}"}},"response":{"content":{"text":")"
        + QByteArray(maxImportBytes, 'x') + R"("}}}]}})";
    QVERIFY(openPage());
    window().findChild<PersonasPage *>()->importFile(write(QStringLiteral("large.har"), har));
    QTRY_COMPARE_WITH_TIMEOUT(
        drive()->buttonText("primaryButton"), QStringLiteral("Import 1 persona"), programPatience);
    QCOMPARE(drive()->text("importProblemsBar"), QString());
}

void TstPersonas::importsWhatIsPasted()
{
    QVERIFY(openPage());
    window().findChild<QWidget *>(QStringLiteral("personasTable"))->setFocus();
    QApplication::clipboard()->setText(QStringLiteral("no user at all"));
    QVERIFY(drive()->press("Ctrl+V"));
    QTRY_VERIFY_WITH_TIMEOUT(!drive()->text("importProblemsBar").isEmpty(), programPatience);
    QVERIFY(drive()->press("Esc"));
    QCOMPARE(drive()->rowNames("personasTable"), sampleNames);

    QVERIFY(drive()->clickRow("personasTable", sampleNames.at(1)));
    QVERIFY(drive()->press("Delete"));
    const QStringList without {sampleNames.at(0), sampleNames.at(2)};
    QApplication::clipboard()->setText(QStringLiteral(R"({"userID":"u_77","custom":{"plan":"gold"}})"));
    QVERIFY(drive()->press("Ctrl+V"));
    QTRY_COMPARE_WITH_TIMEOUT(
        drive()->buttonText("primaryButton"), QStringLiteral("Import 1 persona"), programPatience);
    QVERIFY(drive()->press("Ctrl+Z")); // the list is out of sight
    QCOMPARE(workspace().personas()->personas().size(), without.size());
    QVERIFY(drive()->click("primaryButton"));
    QCOMPARE(workspace().personas()->personas().last().user.label(), QStringLiteral("u_77"));
    QVERIFY(drive()->text("personasDoneBar").contains(QStringLiteral("1 persona is imported")));
}

void TstPersonas::exportsWithoutPrivateValues()
{
    QVERIFY(openPage());
    QVERIFY(drive()->click("exportPersonasButton"));
    QVERIFY(drive()->choose("personasExportMenu", "savePersonasJsonAction"));
    auto *dialog = window().findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString path = QDir(m_program->folder()).filePath(QStringLiteral("out.json"));
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), programPatience);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray saved = file.readAll();
    QVERIFY(saved.contains("Tom, gold, Lyon") && saved.contains("crm_id") && !saved.contains("C-90311"));
    QVERIFY(drive()->activate());

    const auto copy = [this] {
        QApplication::clipboard()->clear();
        return drive()->click("exportPersonasButton")
            && drive()->choose("personasExportMenu", "copyPersonasCurlAction")
            && QTest::qWaitFor([] { return !QApplication::clipboard()->text().isEmpty(); }, programPatience);
    };
    QVERIFY(copy());
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("curl")));
    QVERIFY(!QApplication::clipboard()->text().contains(QStringLiteral("C-90311")));
    QVERIFY(drive()->click("exportPersonasButton"));
    QVERIFY(drive()->choose("personasExportMenu", "exportPrivateAction"));
    QVERIFY(copy());
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("C-90311")));
}

void TstPersonas::opensAnotherFolder()
{
    QVERIFY(openPage());
    QVERIFY(drive()->choose("openWorkspaceFolderAction"));
    auto *dialog = window().findChild<QFileDialog *>(QStringLiteral("workspaceFolderDialog"));
    QVERIFY(dialog);
    const QString other = QDir(m_program->folder()).filePath(QStringLiteral("other"));
    QVERIFY(QDir().mkpath(other));
    Q_EMIT dialog->fileSelected(other);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(
        drive()->text("personasPage").contains(QStringLiteral("Keep the users you test with")),
        programPatience);
    QVERIFY(drive()->text("personasPage").contains(QDir::toNativeSeparators(other)));
    QCOMPARE(shown(), QStringLiteral("Choose a persona"));
}

void TstPersonas::everythingHasANameWhileImporting()
{
    QVERIFY(openPage());
    window().findChild<PersonasPage *>()->importFile(
        write(QStringLiteral("team.csv"), "persona,User ID,plan\nLena,u_1,gold\n\"broken\n"));
    QTRY_COMPARE_WITH_TIMEOUT(
        drive()->buttonText("primaryButton"), QStringLiteral("Import 1 persona"), programPatience);
    QCOMPARE(nameless(&window()).join(QLatin1Char('\n')), QString());
}

void TstPersonas::gallery_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1440") << ThemeChoice::Light << QSize(1440, 900);
    QTest::newRow("light-1024") << ThemeChoice::Light << QSize(1024, 700);
    QTest::newRow("dark-1440") << ThemeChoice::Dark << QSize(1440, 900);
    QTest::newRow("dark-1024") << ThemeChoice::Dark << QSize(1024, 700);
}

/// Pictures for the eye, where GATESCOPE_GALLERY names a folder.
void TstPersonas::gallery()
{
    QFETCH(const ThemeChoice, theme);
    QFETCH(const QSize, size);
    Preferences &preferences = workspace().preferences();
    PreferenceValues values = preferences.values();
    values.theme = theme;
    preferences.setValues(values);
    window().resize(size);
    QCoreApplication::processEvents();
    workspace().setTier(QStringLiteral("staging"));
    QVERIFY(drive()->press("Ctrl+P"));
    QVERIFY(window().rect().contains(window().findChild<PersonaPicker *>()->geometry()));
    grab("picker");
    QVERIFY(drive()->press("Esc"));
    QVERIFY(openPage());
    Persona long1 = workspace().personas()->personas().at(0);
    long1.name = QStringLiteral("Mina with a name as long as people make them when they tell everything");
    for (int i = 1; i < 9; ++i)
        long1.tags << QStringLiteral("campaign %1").arg(i);
    long1.notes = QStringLiteral("For the checkout tickets.\nHas a CRM ID.");
    workspace().personas()->save(long1);
    grab("page");
    window().findChild<PersonasPage *>()->importFile(write(QStringLiteral("team.csv"),
        "persona,User ID,plan,level,app version,notes\nLena,u_1,gold,3,4.1,\nBo,u_2,silver,5,4.2,tester\n"
        "\"broken\n"));
    QTRY_COMPARE_WITH_TIMEOUT(
        drive()->buttonText("primaryButton"), QStringLiteral("Import 2 personas"), programPatience);
    grab("import");
    QVERIFY(drive()->press("Esc"));
    QVERIFY(drive()->press("Ctrl+A"));
    QVERIFY(drive()->press("Delete"));
    grab("empty");
}

void TstPersonas::grab(const char *name) const
{
    QCoreApplication::processEvents();
    if (const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY"); !folder.isEmpty())
        QVERIFY(window().grab().save(folder + QStringLiteral("/personas-") + QLatin1String(name) + u'-'
            + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));
}

GATESCOPE_TEST(TstPersonas)
#include "tst_personas.moc"
