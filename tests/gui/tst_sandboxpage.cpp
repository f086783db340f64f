// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <app/application.h>
#include <models/evaluation/phrase.h>
#include <network/sandbox/sandboxhost.h>
#include <tests/support/testregistry.h>
#include <ui/sandbox/sandboxpage.h>
#include <ui/sandbox/sandboxtraffic.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSpinBox>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The sandbox as a workbench, in the real window over the real server.
class TstSandboxPage : public QObject
{
    Q_OBJECT
    std::unique_ptr<StartedProgram> m_drive;
    QByteArray m_body; ///< of the last answer

    SandboxHost &sandbox() const { return m_drive->application().sandbox(); }

    /// As an application does; the status of the answer, 0 if there was none.
    int send(const QByteArray &path, const QByteArray &body, const QByteArray &key = "client-sandbox")
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), quint16(sandbox().status().apiUrl.port()));
        socket.write("POST " + path
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nstatsig-sdk-type: test-sdk\r\n"
              "statsig-api-key: "
            + key + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        while (socket.waitForReadyRead(programPatience)) { }
        const QByteArray answer = socket.readAll();
        m_body = answer.mid(answer.indexOf("\r\n\r\n") + 4);
        return answer.mid(9, 3).toInt();
    }
    void show(SandboxPage::Part part) const
    {
        QVERIFY(m_drive->application().window().showPage(QStringLiteral("sandbox"), int(part)));
    }
    /// Opens the entity to be changed.
    void change(SpecTable table, const QString &name, const QString &shownName = {})
    {
        const EntityRef entity {table, name};
        QVERIFY(
            m_drive->application().window().showPage(QStringLiteral("sandbox"), QVariant::fromValue(entity)));
        QTRY_VERIFY_WITH_TIMEOUT((*m_drive)
                                     ->text("projectPane")
                                     .contains((shownName.isEmpty() ? name : shownName) + QLatin1Char('\n')),
            programPatience);
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

    void theSameRuleWithAnotherValueIsNoAgreement()
    {
        const QByteArray user = R"({"userID":"u-7","country":"DE"})";
        QCOMPARE(send("/v1/check_gate", R"({"gateName":"free_shipping_banner","user":)" + user + '}'), 200);
        QVERIFY2(m_body.contains("\"value\":true"), m_body.constData());
        const QByteArray rule = m_body.mid(m_body.indexOf("\"rule_id\":\"") + 11).split('"').first();
        show(SandboxPage::Events);
        for (const char *value : {"true", "false"}) {
            QCOMPARE(send("/v1/log_event",
                         R"({"events":[{"eventName":"statsig::gate_exposure","user":)" + user
                             + R"(,"metadata":{"gate":"free_shipping_banner","gateValue":")" + value
                             + R"(","ruleID":")" + rule + R"("}}]})"),
                202);
            const QLatin1String said(qstrcmp(value, "true") == 0 ? "says the same now" : "says now: On");
            QTRY_VERIFY_WITH_TIMEOUT((*m_drive)->text("eventSentence").contains(said), programPatience);
        }
    }

    void aFaultHitsTheOwnClientToo()
    {
        show(SandboxPage::Faults);
        auto *answer = m_drive->application().window().findChild<QComboBox *>(QStringLiteral("fault/"));
        QVERIFY((*m_drive)->pick("fault/", QStringLiteral("503")));
        QCOMPARE(faultText(sandbox().status().faults.value(QString())), QStringLiteral("503"));
        QVERIFY((*m_drive)->text("sandboxFaultBar").contains(QLatin1String("all endpoints 503")));
        QCOMPARE(send("/v1/log_event", R"({"events":[]})"), 503);
        QVERIFY((*m_drive)->pick("fault/log_event", QStringLiteral("As it should"))); // and is exempt
        QCOMPARE(send("/v1/log_event", R"({"events":[]})"), 202);
        QCOMPARE(send("/v1/check_gate", "{}"), 503);
        sandbox().setFaults({});
        QCOMPARE(answer->currentIndex(), 0);
        QCOMPARE(send("/v1/log_event", R"({"events":[]})"), 202);
    }

    void aChangedGateIsServedAtOnce()
    {
        change(SpecTable::FeatureGates, QStringLiteral("free_shipping_banner"));
        const qint64 before = sandbox().status().project->time();
        const QByteArray asked =
            R"({"gateName":"free_shipping_banner","user":{"userID":"u-7","country":"DE"}})";
        QCOMPARE(send("/v1/check_gate", asked), 200);
        const QByteArray first = m_body;
        QVERIFY((*m_drive)->click("entityEnabled"));
        QTRY_VERIFY_WITH_TIMEOUT(sandbox().status().project->time() > before, programPatience);
        QCOMPARE(send("/v1/check_gate", asked), 200);
        QVERIFY2(m_body.contains("\"value\":false") && m_body.contains("\"disabled\""), m_body.constData());
        // Clients that have the project of before get this one at their next sync.
        QCOMPARE(send("/v1/download_config_specs", "{\"sinceTime\":" + QByteArray::number(before) + '}',
                     "secret-sandbox"),
            200);
        QVERIFY(m_body.contains("\"has_updates\":true"));
        QVERIFY((*m_drive)
                ->text("projectState")
                .contains(QLatin1String("1 change, not saved: Disable free_shipping_banner")));
        // The program's own pages go by it too.
        QCOMPARE(m_drive->application().workspace().specs().project, sandbox().status().project);

        const qint64 changed = sandbox().status().project->time();
        QVERIFY((*m_drive)->click("undoProjectButton"));
        QTRY_VERIFY_WITH_TIMEOUT(sandbox().status().project->time() > changed, programPatience);
        QCOMPARE(send("/v1/check_gate", asked), 200);
        QCOMPARE(m_body, first);
    }

    void aUserIsForcedIntoAGroup()
    {
        change(SpecTable::DynamicConfigs, QStringLiteral("checkout_button_copy"));
        const QByteArray asked = R"({"experimentName":"checkout_button_copy","user":{"userID":"u-forced"}})";
        for (const char *group : {"One click", "Control"}) { // the second moves it
            const qint64 before = sandbox().status().project->time();
            QVERIFY((*m_drive)->type("forceId", QStringLiteral("u-forced")));
            QVERIFY((*m_drive)->pick("forceGroup", QString::fromLatin1(group)));
            QVERIFY((*m_drive)->click("forceButton"));
            QTRY_VERIFY_WITH_TIMEOUT(sandbox().status().project->time() > before, programPatience);
            QCOMPARE(send("/v1/get_experiment", asked), 200);
            QVERIFY2(m_body.contains(QByteArray("\"group_name\":\"").append(group)), m_body.constData());
            QTRY_VERIFY_WITH_TIMEOUT(
                (*m_drive)->text("projectPane").contains(QLatin1String("userID u-forced")), programPatience);
        }
    }

    void theSpecsPageLeadsToTheChange()
    {
        const EntityRef entity {SpecTable::DynamicConfigs, QStringLiteral("search_ranking")};
        QVERIFY(
            m_drive->application().window().showPage(QStringLiteral("specs"), QVariant::fromValue(entity)));
        const auto *button = m_drive->application().window().findChild<QAbstractButton *>(
            QStringLiteral("entityChangeButton"));
        QTRY_VERIFY_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), programPatience);
        QVERIFY((*m_drive)->click("entityChangeButton"));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("projectPane").contains(QLatin1String("search_ranking\n")), programPatience);
    }

    void anIdListIsChanged()
    {
        change(SpecTable::FeatureGates, QStringLiteral("segment:vip_customers"),
            QStringLiteral("vip_customers"));
        const QByteArray asked = R"({"gateName":"segment:vip_customers","user":{"userID":"u-vip"}})";
        QCOMPARE(send("/v1/check_gate", asked), 200);
        QVERIFY2(m_body.contains("\"value\":false"), m_body.constData());
        for (const auto &[button, value] :
            {std::pair("addTarget/0", "true"), std::pair("removeTarget/0", "false")}) {
            const qint64 before = sandbox().status().project->time();
            QVERIFY((*m_drive)->type("target/0", QStringLiteral("u-vip")));
            QVERIFY((*m_drive)->click(button));
            QTRY_VERIFY_WITH_TIMEOUT(sandbox().status().project->time() >= before
                    && send("/v1/check_gate", asked) == 200
                    && m_body.contains(QByteArray("\"value\":").append(value)),
                programPatience);
        }
    }

    void theSampleComesBackAndGoesAgain()
    {
        change(SpecTable::FeatureGates, QStringLiteral("free_shipping_banner"));
        QVERIFY((*m_drive)->click("entityEnabled"));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("projectState").contains(QLatin1String("1 change")), programPatience);
        const QByteArray asked =
            R"({"gateName":"free_shipping_banner","user":{"userID":"u-7","country":"DE"}})";
        QVERIFY((*m_drive)->click("loadProjectButton"));
        QVERIFY((*m_drive)->choose("loadProjectMenu", "loadSampleAction"));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("projectState").contains(QLatin1String("2 changes")), programPatience);
        QCOMPARE(send("/v1/check_gate", asked), 200);
        QVERIFY2(!m_body.contains("\"disabled\""), m_body.constData());
        QVERIFY((*m_drive)->click("undoProjectButton"));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("projectState").contains(QLatin1String("1 change,")), programPatience);
        QCOMPARE(send("/v1/check_gate", asked), 200);
        QVERIFY2(m_body.contains("\"disabled\""), m_body.constData());
    }

    void groupSizesOverTheWholeAreNotOffered()
    {
        change(SpecTable::DynamicConfigs, QStringLiteral("checkout_button_copy"));
        auto *size =
            m_drive->application().window().findChild<QDoubleSpinBox *>(QStringLiteral("groupSize/Control"));
        auto *apply = m_drive->application().window().findChild<QAbstractButton *>(
            QStringLiteral("setGroupSizesButton"));
        QVERIFY(size && apply && !apply->isEnabled());
        size->setValue(40);
        QVERIFY(!apply->isEnabled());
        size->setValue(20);
        const qint64 before = sandbox().status().project->time();
        QVERIFY((*m_drive)->click("setGroupSizesButton"));
        QTRY_VERIFY_WITH_TIMEOUT(sandbox().status().project->time() > before, programPatience);
        const QString state = (*m_drive)->text("projectState");
        QVERIFY2(state.contains(QLatin1String("Control to 20")), qPrintable(state));
    }

    /// A value half typed survives another change of the entity, and of the user.
    void whatIsBeingTypedStays()
    {
        change(SpecTable::DynamicConfigs, QStringLiteral("checkout_button_copy"));
        auto *pane = m_drive->application().window().findChild<QWidget *>(QStringLiteral("projectPane"));
        const auto editors = pane->findChildren<QPlainTextEdit *>();
        QVERIFY(!editors.isEmpty());
        const QPointer<QPlainTextEdit> value = editors.last(); // the default value
        value->setPlainText(QStringLiteral("{ half"));
        const qint64 before = sandbox().status().project->time();
        QVERIFY((*m_drive)->click("forceButton"));
        QTRY_VERIFY_WITH_TIMEOUT(sandbox().status().project->time() > before, programPatience);
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("projectPane").contains(QLatin1String("userID u_48213")), programPatience);
        StatsigUser other;
        other.setText(UserField::UserId, QStringLiteral("u-other"));
        m_drive->application().workspace().setUser(other);
        QVERIFY(value);
        QCOMPARE(value->toPlainText(), QStringLiteral("{ half"));
    }

    void aShareThatIsTheSameIsRefusedInWords()
    {
        change(SpecTable::FeatureGates, QStringLiteral("checkout_v2"));
        auto *tiers = m_drive->application().window().findChild<QLineEdit *>(QStringLiteral("ruleTiers"));
        QVERIFY(tiers);
        tiers->setFocus();
        QTest::keyClicks(tiers, QStringLiteral("a"));
        tiers->selectAll();
        QTest::keyClick(tiers, Qt::Key_Backspace);
        QTest::keyClick(tiers, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("projectError").contains(QLatin1String("nothing would change")),
            programPatience);
        QVERIFY((*m_drive)->text("projectState").contains(QLatin1String("as it was loaded")));
    }

    void stoppedAndStartedItKeepsItsAddress()
    {
        show(SandboxPage::Connect);
        const QUrl address = sandbox().status().apiUrl;
        QVERIFY((*m_drive)->click("toggleSandboxButton"));
        QVERIFY(!sandbox().status().isRunning());
        QCOMPARE((*m_drive)->buttonText("toggleSandboxButton"), QStringLiteral("Start"));
        QTRY_VERIFY_WITH_TIMEOUT(!sandbox().status().isStopping, programPatience);
        QVERIFY((*m_drive)->click("toggleSandboxButton"));
        QCOMPARE(sandbox().status().apiUrl, address);
        QCOMPARE(send("/v1/log_event", R"({"events":[]})"), 202);
    }

    /// Nobody waits for answers that are late: the window goes on.
    void stoppingDoesNotHoldUpTheWindow()
    {
        SandboxFaults faults;
        QVERIFY(addFault(faults, QStringLiteral("latency=60000")));
        sandbox().setFaults(faults);
        QTcpSocket waiting;
        waiting.connectToHost(QStringLiteral("127.0.0.1"), quint16(sandbox().status().apiUrl.port()));
        waiting.write("POST /v1/log_event HTTP/1.1\r\nHost: localhost\r\nstatsig-api-key: client-sandbox\r\n"
                      "Content-Length: 13\r\n\r\n{\"events\":[]}");
        QVERIFY(waiting.waitForBytesWritten(programPatience));
        show(SandboxPage::Connect);
        auto &requests = m_drive->application().workspace().sandboxTraffic()->requests();
        QTRY_VERIFY_WITH_TIMEOUT(
            requests.rowCount() > 0 && requests.items().constLast()->endpoint == QLatin1String("log_event"),
            programPatience);
        QVERIFY((*m_drive)->click("toggleSandboxButton"));
        QVERIFY(sandbox().status().isStopping);
        sandbox().start(); // when it has stopped
        QTRY_VERIFY_WITH_TIMEOUT(sandbox().status().isRunning(), programPatience);
        QVERIFY(!sandbox().status().isStopping);
        QTRY_COMPARE_WITH_TIMEOUT(waiting.state(), QAbstractSocket::UnconnectedState, programPatience);
    }

    void aPortIsKeptAndATakenOneIsSaid()
    {
        show(SandboxPage::Connect);
        auto *port = m_drive->application().window().findChild<QSpinBox *>(QStringLiteral("sandboxPort"));
        QTcpServer taker;
        QVERIFY(taker.listen(QHostAddress::LocalHost));
        port->setValue(taker.serverPort());
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)
                ->text("mainWindow")
                .contains(QStringLiteral("Port %1 cannot be used").arg(taker.serverPort())),
            programPatience);
        QVERIFY(!sandbox().status().isRunning());
        taker.close();
        QVERIFY((*m_drive)->click("toggleSandboxButton"));
        QCOMPARE(sandbox().status().apiUrl.port(), port->value());
        QCOMPARE(m_drive->application().workspace().connection().apiUrl, sandbox().status().apiUrl);
    }
};

GATESCOPE_TEST(TstSandboxPage)
#include "tst_sandboxpage.moc"
