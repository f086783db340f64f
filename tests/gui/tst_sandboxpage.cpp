// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <app/application.h>
#include <network/sandbox/sandboxhost.h>
#include <tests/support/testregistry.h>
#include <ui/sandbox/sandboxpage.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QComboBox>
#include <QTcpSocket>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The sandbox as a workbench, in the real window over the real server.
class TstSandboxPage : public QObject
{
    Q_OBJECT
    std::unique_ptr<StartedProgram> m_drive;

    SandboxHost &sandbox() const { return m_drive->application().sandbox(); }

    /// As an application does; the status of the answer, 0 if there was none.
    int send(const QByteArray &path, const QByteArray &body) const
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(sandbox().status().apiUrl.port()));
        socket.write("POST " + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nstatsig-api-key: client-sandbox\r\n"
              "statsig-sdk-type: test-sdk\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        while (socket.waitForReadyRead(programPatience)) { }
        return socket.readAll().mid(9, 3).toInt();
    }
    void show(SandboxPage::Part part) const
    {
        QVERIFY(m_drive->application().window().showPage(QStringLiteral("sandbox"), int(part)));
    }
    QString firstRow(const char *table) const
    {
        const QStringList names = (*m_drive)->rowNames(table);
        return names.isEmpty() ? QString() : (*m_drive)->row(table, names.first());
    }

private Q_SLOTS:
    void init()
    {
        m_drive = std::make_unique<StartedProgram>();
        QVERIFY(m_drive->hasStarted());
    }
    void cleanup() { m_drive.reset(); }

    void requestsAppearAsTheyArrive()
    {
        show(SandboxPage::Requests);
        QCOMPARE(send("/v1/check_gate", R"({"gateName":"new_checkout_flow","user":{"userID":"u-7"}})"), 200);
        QTRY_VERIFY_WITH_TIMEOUT(
            firstRow("sandboxRequests").contains(QLatin1String("new_checkout_flow | u-7")), programPatience);
        QVERIFY((*m_drive)->text("requestSummary").contains(QLatin1String("by test-sdk")));
        QVERIFY((*m_drive)->click("resetTrafficButton"));
        QVERIFY((*m_drive)->rowNames("sandboxRequests").isEmpty());
    }

    void anExposureSaysWhatTheUserGotAndWhy()
    {
        show(SandboxPage::Events);
        QCOMPARE(send("/v1/rgstr", R"({"events":[{"eventName":"statsig::gate_exposure","time":1795435521000,
            "user":{"userID":"u-7","country":"DE"},
            "metadata":{"gate":"checkout_v2","gateValue":"true","ruleID":"elsewhere"}}]})"),
            202);
        QTRY_VERIFY_WITH_TIMEOUT(
            firstRow("sandboxEvents").contains(QLatin1String("gate_exposure | u-7 | checkout_v2 | On")),
            programPatience);
        // The client was told another rule than the project has now.
        QVERIFY((*m_drive)->text("eventSentence").contains(QLatin1String("project says now: ")));
        QVERIFY((*m_drive)->click("eventWhyButton"));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("headline").contains(QLatin1String("checkout_v2 is ")), programPatience);
        QCOMPARE(m_drive->application().workspace().user().text(UserField::UserId), QStringLiteral("u-7"));
    }

    void aFaultHitsTheOwnClientToo()
    {
        show(SandboxPage::Faults);
        auto *answer = m_drive->application().window().findChild<QComboBox *>(QStringLiteral("fault/"));
        QVERIFY((*m_drive)->pick("fault/", QStringLiteral("503")));
        QCOMPARE(faultText(sandbox().status().faults.value(QString())), QStringLiteral("503"));
        QVERIFY((*m_drive)->text("sandboxFaultBar").contains(QLatin1String("all endpoints 503")));
        QCOMPARE(send("/v1/log_event", R"({"events":[]})"), 503);
        sandbox().setFaults({});
        QCOMPARE(answer->currentIndex(), 0);
        QCOMPARE(send("/v1/log_event", R"({"events":[]})"), 202);
    }

    void stoppedAndStartedItKeepsItsAddress()
    {
        show(SandboxPage::Connect);
        const QUrl address = sandbox().status().apiUrl;
        QVERIFY((*m_drive)->click("toggleSandboxButton"));
        QVERIFY(!sandbox().status().isRunning());
        QCOMPARE((*m_drive)->buttonText("toggleSandboxButton"), QStringLiteral("Start"));
        QVERIFY((*m_drive)->click("toggleSandboxButton"));
        QCOMPARE(sandbox().status().apiUrl, address);
        QCOMPARE(send("/v1/log_event", R"({"events":[]})"), 202);
    }
};

GATESCOPE_TEST(TstSandboxPage)
#include "tst_sandboxpage.moc"
