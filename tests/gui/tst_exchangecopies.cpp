// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <tests/support/testregistry.h>

#include <app/application.h>
#include <models/exchangeformats/hartext.h>
#include <ui/composer/composer.h>
#include <ui/exchanges/openedexchanges.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Exchanges leave the whole program and come back: copied as code that asks its sandbox the same, pasted
/// into the composer, opened from a HAR file.
class TstExchangeCopies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void copiedCurlAsksTheSame();
    void copiesInOtherForms();
    void privateAttributesAreAskedFor();
    void pastesACommand();
    void saysWhyACommandCannotBeTaken();
    void opensAHarFile();
    void opensAFileOfCommands();

private:
    void openFile(const QString &name, const QByteArray &text);
    ExchangePtr lastExchange() { return m_drive->application().workspace().exchanges().last(); }
    QString copied(const char *action);
    StatsigUser user() { return m_drive->application().workspace().user(); }

    std::unique_ptr<StartedProgram> m_drive;
};

void TstExchangeCopies::init()
{
    m_drive = std::make_unique<StartedProgram>();
    QVERIFY(m_drive->hasStarted());
}

void TstExchangeCopies::cleanup()
{
    m_drive.reset();
}

QString TstExchangeCopies::copied(const char *action)
{
    QGuiApplication::clipboard()->clear();
    const bool chosen =
        (*m_drive)->click("copyLastMenuButton") && (*m_drive)->choose("copyExchangeMenu", action);
    return chosen ? QGuiApplication::clipboard()->text() : QString();
}

void TstExchangeCopies::copiedCurlAsksTheSame()
{
    const ExchangePtr exchange = lastExchange();
    const QString command = copied("copyCodeAction0");
    QVERIFY2(command.startsWith(QStringLiteral("curl ")), qPrintable(command));
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("STATSIG_API_KEY"), QStringLiteral("secret-sandbox"));
    shell.setProcessEnvironment(environment);
    QSignalSpy finished(&shell, &QProcess::finished);
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), command});
    QVERIFY(finished.wait(programPatience));
    QCOMPARE(shell.readAllStandardOutput(), exchange->responseBody);
}

void TstExchangeCopies::copiesInOtherForms()
{
    QVERIFY(copied("copyCodeAction1").contains(QStringLiteral("Invoke-WebRequest")));
    QVERIFY(copied("copyCodeAction2").startsWith(QStringLiteral("import os\n")));
    QVERIFY(copied("copyCodeAction3").startsWith(QStringLiteral("fetch('http://")));
    QVERIFY(copied("copyCodeAction4").startsWith(QStringLiteral("package main\n")));
    QVERIFY(copied("copyHarAction").startsWith(QStringLiteral("{\"log\":{\"version\":\"1.2\"")));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("secret-sandbox")));
}

void TstExchangeCopies::privateAttributesAreAskedFor()
{
    StatsigUser user;
    user.setText(UserField::UserId, QStringLiteral("u_48213"));
    user.setTable(UserTable::PrivateAttributes, {{QStringLiteral("plan"), "\"plantedGold\""}});
    auto &workspace = m_drive->application().workspace();
    workspace.setUser(user);
    QSignalSpy added(&workspace, &Workspace::exchangeAdded);
    workspace.start(CheckGateRequest {user, {QStringLiteral("checkout_v2")}, false});
    QVERIFY(added.wait(programPatience));
    QVERIFY(lastExchange()->requestBody.contains("plantedGold"));

    QVERIFY(copied("copyCodeAction0").contains(QStringLiteral("\"plan\":\"<private: plan>\"")));
    QVERIFY((*m_drive)->press("Ctrl+Shift+C"));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("plantedGold")));
    copied("withPrivateAction");
    QVERIFY(copied("copyCodeAction0").contains(QStringLiteral("\"plan\":\"plantedGold\"")));
}

void TstExchangeCopies::pastesACommand()
{
    QGuiApplication::clipboard()->setText(
        QStringLiteral("curl 'https://api.statsig.com/v1/check_gate' -H 'statsig-api-key: client-pasted' "
                       "--data-raw '{\"user\":{\"userID\":\"from_curl\"},\"gateName\":\"g\"}'"));
    m_drive->application().window().findChild<Composer *>()->paste();
    QCOMPARE(user().toJson(), QByteArray("{\"userID\":\"from_curl\"}"));
    QGuiApplication::clipboard()->setText(
        QStringLiteral("curl 'https://shop.example/' ;\ncurl 'https://api.statsig.com/v1/check_gate' "
                       "--data-raw '{\"user\":{\"userID\":\"second\"},\"gateName\":\"g\"}'"));
    m_drive->application().window().findChild<Composer *>()->paste();
    QCOMPARE(user().toJson(), QByteArray("{\"userID\":\"second\"}"));
}

void TstExchangeCopies::saysWhyACommandCannotBeTaken()
{
    const StatsigUser before = user();
    QGuiApplication::clipboard()->setText(
        QStringLiteral("curl https://api.statsig.com/v1/check_gate -d '{\"us"));
    m_drive->application().window().findChild<Composer *>()->paste();
    QCOMPARE(user(), before);
    QVERIFY((*m_drive)->text("composer").contains(QStringLiteral("ends within a quoted text")));
}

void TstExchangeCopies::openFile(const QString &name, const QByteArray &text)
{
    const QString fileName = m_drive->folder() + u'/' + name;
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    QVERIFY((*m_drive)->choose("openExchangesAction"));
    auto *dialog = m_drive->application().window().findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(fileName);
    dialog->reject();
}

void TstExchangeCopies::opensAHarFile()
{
    Exchange other = *lastExchange();
    other.requestBody = R"({"user":{"userID":"from_har"}})";
    openFile(QStringLiteral("kept.har"), harText({*lastExchange(), other}, QStringLiteral("1")));
    QTRY_COMPARE_WITH_TIMEOUT((*m_drive)->rowNames("openedExchangesTable").size(), 2, programPatience);
    QVERIFY((*m_drive)->clickRow("openedExchangesTable", QStringLiteral("2")));
    QVERIFY((*m_drive)->click("useExchangeUserButton"));
    QCOMPARE(user().text(UserField::UserId), QStringLiteral("from_har"));
}

/// As "Copy all as cURL" writes them: each that can be read is listed.
void TstExchangeCopies::opensAFileOfCommands()
{
    openFile(QStringLiteral("all.txt"),
        R"(curl 'https://api.statsig.com/v1/initialize' --data-raw '{"user":{"userID":"a"}}' ;)"
        "\ncurl --data-raw x ;\n"
        R"(curl 'https://api.statsig.com/v1/initialize' --data-raw '{"user":{"userID":"b"}}')");
    QTRY_COMPARE_WITH_TIMEOUT((*m_drive)->rowNames("openedExchangesTable").size(), 2, programPatience);
    QVERIFY((*m_drive)->clickRow("openedExchangesTable", QStringLiteral("2")));
    QVERIFY((*m_drive)->click("useExchangeUserButton"));
    QCOMPARE(user().text(UserField::UserId), QStringLiteral("b"));
}

GATESCOPE_TEST(TstExchangeCopies)
#include "tst_exchangecopies.moc"
