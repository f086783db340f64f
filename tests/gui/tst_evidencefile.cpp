// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "accessiblewalk.h"
#include "startedprogram.h"

#include <tests/support/testregistry.h>

#include <app/application.h>
#include <models/evidence/evidence.h>
#include <ui/evidence/evidencedialog.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/segmented.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Evidence from the whole program against its sandbox and back. What is expected follows from the sample for
/// Mina (u_48213, mina.keller@example.com, a private customer number C-90311), whose bucket of checkout_v2 is
/// 4,312.
class TstEvidenceFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void previewsWhatIsChosen();
    void savesAndOpensAgain();
    void saysWhatIsNoEvidence();
    void copiesTables();

private:
    MainWindow &window() { return m_drive->application().window(); }
    bool openDialog();
    QString preview();
    bool chooseFor(int row, Treatment treatment);
    bool save(const QString &fileName);
    bool openFile(const QString &fileName);

    std::unique_ptr<StartedProgram> m_drive;
};

namespace {

const QString minasMail = QStringLiteral("mina.keller@example.com");

} // namespace

void TstEvidenceFile::init()
{
    m_drive = std::make_unique<StartedProgram>();
    QVERIFY(m_drive->hasStarted());
}

void TstEvidenceFile::cleanup()
{
    m_drive.reset();
}

bool TstEvidenceFile::openDialog()
{
    if (!(*m_drive)->clickRow("checkTable", QStringLiteral("checkout_v2")) || !(*m_drive)->press("F4"))
        return false;
    const bool explained = QTest::qWaitFor(
        [this] { return (*m_drive)->text("headline").contains(QStringLiteral("4,312")); }, programPatience);
    return explained && (*m_drive)->click("saveEvidenceButton") && !preview().isEmpty();
}

/// Waits for the one that is under way.
QString TstEvidenceFile::preview()
{
    auto *view = window().findChild<CodeView *>(QStringLiteral("evidencePreview"));
    QString shown;
    const auto hasText = [&] { return view && !(shown = view->shownText()).isEmpty(); };
    return QTest::qWaitFor(hasText, programPatience) ? shown : QString();
}

bool TstEvidenceFile::chooseFor(int row, Treatment treatment)
{
    auto *dialog = window().findChild<EvidenceDialog *>();
    const auto choices = dialog->findChildren<Segmented *>(QStringLiteral("evidenceChoice"));
    QSignalSpy previewed(dialog, &EvidenceDialog::previewed);
    choices.at(row)->segment(int(treatment))->click();
    return previewed.wait(programPatience);
}

bool TstEvidenceFile::save(const QString &fileName)
{
    auto *dialog = window().findChild<EvidenceDialog *>();
    QSignalSpy saved(dialog, &EvidenceDialog::saved);
    if (!(*m_drive)->click("saveEvidenceFileButton"))
        return false;
    auto *chooser = dialog->findChild<QFileDialog *>();
    Q_EMIT chooser->fileSelected(fileName);
    chooser->reject();
    return saved.wait(programPatience);
}

bool TstEvidenceFile::openFile(const QString &fileName)
{
    if (!(*m_drive)->choose("openEvidenceAction"))
        return false;
    auto *chooser = window().findChild<QFileDialog *>(QStringLiteral("evidenceFileDialog"));
    Q_EMIT chooser->fileSelected(fileName);
    chooser->reject();
    return true;
}

void TstEvidenceFile::previewsWhatIsChosen()
{
    QVERIFY(openDialog());
    QVERIFY(!preview().contains(minasMail));
    QVERIFY(!preview().contains(QStringLiteral("u_48213")));
    QVERIFY(!preview().contains(QStringLiteral("C-90311")));
    QVERIFY(preview().contains(QStringLiteral("@example.invalid")));
    QVERIFY(preview().contains(QStringLiteral("bucket 4,312 is not below 2,500")));
    constexpr int emailRow = 1;
    QVERIFY(chooseFor(emailRow, Treatment::Keep));
    QVERIFY(preview().contains(minasMail));
    QVERIFY(chooseFor(emailRow, Treatment::Remove));
    QVERIFY(!preview().contains(minasMail) && !preview().contains(QStringLiteral("person-")));
    QVERIFY(preview().contains(QStringLiteral("(removed)"))); // where a rule looked at it
    QCOMPARE(nameless(window().findChild<EvidenceDialog *>()), QStringList());
}

void TstEvidenceFile::savesAndOpensAgain()
{
    QVERIFY(openDialog());
    const QString fileName = m_drive->folder() + QStringLiteral("/evidence.html");
    QVERIFY(save(fileName));
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray html = file.readAll();
    for (const char *value : {"mina.keller", "u_48213", "C-90311", "secret-sandbox"})
        QVERIFY2(!html.contains(value), value);
    QVERIFY(html.contains("rule DE rollout") && html.contains("/v1/check_gate"));

    // Somebody else, who then opens it: the user is composed, explained anew, and what was kept stands there.
    auto &workspace = m_drive->application().workspace();
    workspace.setUser({});
    QVERIFY(openFile(fileName));
    QTRY_VERIFY_WITH_TIMEOUT(
        workspace.user().text(UserField::Email).endsWith(QStringLiteral("@example.invalid")),
        programPatience);
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("keptEvidenceBar").contains(QStringLiteral("Server: Off, rule DE rollout")),
        programPatience);
    QVERIFY(
        (*m_drive)->text("keptEvidenceBar").contains(QStringLiteral("this machine: Off, rule DE rollout")));
    QCOMPARE((*m_drive)->text("whyName"), QStringLiteral("checkout_v2"));
    // Today's answer is of the pseudonym's bucket.
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("headline").contains(QStringLiteral("checkout_v2 is ")), programPatience);
}

void TstEvidenceFile::saysWhatIsNoEvidence()
{
    const StatsigUser before = m_drive->application().workspace().user();
    const QString fileName = m_drive->folder() + QStringLiteral("/page.html");
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<html></html>");
    file.close();
    QVERIFY(openFile(fileName));
    QMessageBox *box = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT(
        (box = window().findChild<QMessageBox *>(QStringLiteral("evidenceProblem"))) != nullptr,
        programPatience);
    QVERIFY2(box->text().contains(QStringLiteral("no evidence file")), qPrintable(box->text()));
    box->reject();
    QCOMPARE(m_drive->application().workspace().user(), before);
}

/// What is checked, as the table shows it.
void TstEvidenceFile::copiesTables()
{
    const auto copied = [this](const char *action) {
        QGuiApplication::clipboard()->clear();
        QSignalSpy changed(QGuiApplication::clipboard(), &QClipboard::dataChanged);
        const bool chosen =
            (*m_drive)->click("tableExportButton") && (*m_drive)->choose("tableExportMenu", action);
        return chosen && (changed.count() > 0 || changed.wait(programPatience))
            ? QGuiApplication::clipboard()->text()
            : QString();
    };
    const QStringList lines = copied("copyTableCsvAction").split(QStringLiteral("\r\n"));
    QCOMPARE(lines.size() - 2, (*m_drive)->rowNames("checkTable").size());
    const QStringList checkout = lines.filter(QStringLiteral("checkout_v2,"));
    QCOMPARE(checkout.size(), 1);
    QVERIFY2(
        checkout.first().startsWith(QStringLiteral("checkout_v2,Off,Off,")), qPrintable(checkout.first()));
    QVERIFY2(checkout.first().contains(QStringLiteral("DE rollout")), qPrintable(checkout.first()));
    QVERIFY(copied("copyTableMarkdownAction").contains(QStringLiteral("| --- |")));
    QVERIFY(copied("copyTableJsonAction").startsWith(QStringLiteral("[\n{\"")));

    // A tree: what stands above a row is told with it.
    QVERIFY((*m_drive)->press("Ctrl+2"));
    QVERIFY((*m_drive)->click("primaryButton"));
    QTRY_VERIFY_WITH_TIMEOUT(
        !(*m_drive)->row("initializeTable", QStringLiteral("checkout_v2")).isEmpty(), programPatience);
    const QStringList answer = copied("copyTableCsvAction").split(QStringLiteral("\r\n"));
    QVERIFY2(answer.first().startsWith(QStringLiteral("Group,")), qPrintable(answer.first()));
    QCOMPARE(answer.size(), 1 + 13 + 1);
    QVERIFY2(
        answer.filter(QStringLiteral("checkout_v2")).value(0).contains(QStringLiteral(",Off,DE rollout,")),
        qPrintable(answer.join(u'\n')));
}

GATESCOPE_TEST(TstEvidenceFile)
#include "tst_evidencefile.moc"
