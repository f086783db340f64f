// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <app/application.h>
#include <ui/page.h>
#include <ui/window/mainwindow.h>
#include <ui/window/shortcutsdialog.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

const QString keyboardDocument = QStringLiteral(GATESCOPE_SOURCE_DIR "/docs/keyboard.md");

int rowsBelow(const QAbstractItemModel *model)
{
    int rows = 0;
    for (int group = 0; group < model->rowCount(); ++group)
        rows += model->rowCount(model->index(group, 0));
    return rows;
}

} // namespace

/// The keyboard reference is read from the actions, and the document from the reference.
class TstKeyboard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_program.reset(); }
    void theDocumentIsTrue();
    void everyKeyIsInTheReference();
    void findsAKey();

private:
    ShortcutsDialog *open();

    std::unique_ptr<StartedProgram> m_program;
};

void TstKeyboard::init()
{
    m_program = std::make_unique<StartedProgram>();
    QVERIFY(m_program->hasStarted());
}

ShortcutsDialog *TstKeyboard::open()
{
    MainWindow &window = m_program->application().window();
    window.findChild<QAction *>(QStringLiteral("shortcutsAction"))->trigger();
    auto *dialog = window.findChild<ShortcutsDialog *>();
    if (!dialog || !QSignalSpy(dialog, &ShortcutsDialog::completed).wait(programPatience))
        return nullptr;
    return dialog;
}

/// GATESCOPE_WRITE_KEYBOARD=1 writes it anew.
void TstKeyboard::theDocumentIsTrue()
{
    Workspace &workspace = m_program->application().workspace();
    workspace.setTier(QStringLiteral("staging")); // a step to undo has no say in what the key is for
    const ShortcutsDialog *dialog = open();
    QVERIFY(dialog);
    if (qEnvironmentVariableIsSet("GATESCOPE_WRITE_KEYBOARD")) {
        QFile file(keyboardDocument);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(dialog->reference().toUtf8());
    }
    const QString written = QString::fromUtf8(readFile(keyboardDocument));
    QVERIFY2(written == dialog->reference(),
        qPrintable(QStringLiteral("docs/keyboard.md is to be:\n") + dialog->reference()));
}

/// Also those of pages never shown, and of parts of pages.
void TstKeyboard::everyKeyIsInTheReference()
{
    const ShortcutsDialog *dialog = open();
    QVERIFY(dialog);
    const QString reference = dialog->reference();
    const QWidget &window = m_program->application().window();
    int actions = 0;
    for (const QAction *action : window.findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts()) {
            ++actions;
            QVERIFY2(!action->text().isEmpty(), qPrintable(key.toString()));
            const QString text = key.toString(QKeySequence::PortableText);
            const bool isListed = reference.contains(QStringLiteral("| ") + text + QLatin1Char(' '))
                || reference.contains(QStringLiteral("| ") + text + QLatin1Char(','))
                || reference.contains(QStringLiteral(", ") + text);
            QVERIFY2(isListed, qPrintable(text + QLatin1Char(' ') + action->text()));
        }
    }
    for (const QShortcut *shortcut : window.findChildren<QShortcut *>())
        QVERIFY2(reference.contains(QStringLiteral("| %1 | %2 |")
                         .arg(shortcut->whatsThis(), shortcut->key().toString(QKeySequence::PortableText))),
            qPrintable(shortcut->key().toString()));
    QVERIFY(actions > 40);
    // What the design promises, whoever has it.
    for (const char *key : {"Ctrl+Return", "F5", "Esc", "F4", "F3", "Shift+F3", "Ctrl+U", "Ctrl+J", "F6",
             "Shift+F6", "Ctrl+K", "Ctrl+1", "Ctrl+5", "Ctrl+F", "/", "F8", "Shift+F8", "Ctrl+Shift+U",
             "Ctrl+Shift+C", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+E", "Ctrl+Shift+A", "Alt+Left"})
        QVERIFY2(reference.contains(QLatin1String(key)), key);
}

void TstKeyboard::findsAKey()
{
    ShortcutsDialog *dialog = open();
    QVERIFY(dialog);
    const QAbstractItemModel *rows = dialog->findChild<QTreeView *>(QStringLiteral("shortcutsView"))->model();
    const int all = rowsBelow(rows);
    QVERIFY(all > 40);
    auto *find = dialog->findChild<QLineEdit *>(QStringLiteral("shortcutsFilter"));
    QTest::keyClicks(find, QStringLiteral("exposures"));
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(rowsBelow(rows) >= 1);
    QVERIFY(rowsBelow(rows) < all);
    QTest::keyClick(find, Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(rowsBelow(rows), all, programPatience);
    dialog->findChild<QAbstractButton *>(QStringLiteral("copyShortcutsButton"))->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), dialog->reference());
}

GATESCOPE_TEST(TstKeyboard)
#include "tst_keyboard.moc"
