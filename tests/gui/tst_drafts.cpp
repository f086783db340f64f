// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <app/application.h>
#include <network/sandbox/sandboxhost.h>
#include <tests/support/testregistry.h>
#include <ui/sandbox/sandboxpage.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// What was composed and saved nowhere is there again when the program is started anew.
class TstGuiDrafts : public QObject
{
    Q_OBJECT
    std::unique_ptr<StartedProgram> m_drive;

    Workspace &workspace() const { return m_drive->application().workspace(); }
    bool show(const char *page, const QVariant &subject = {}) const
    {
        return m_drive->application().window().showPage(QString::fromLatin1(page), subject);
    }
    QByteArray servedPayload() const
    {
        const std::string_view bytes = m_drive->application().sandbox().status().project->payload()->source();
        return {bytes.data(), qsizetype(bytes.size())};
    }

private Q_SLOTS:
    void init()
    {
        m_drive = std::make_unique<StartedProgram>();
        QVERIFY(m_drive->hasStarted());
    }
    void cleanup() { m_drive.reset(); }

    void theComposedUser()
    {
        const auto user = StatsigUser::fromJson(R"({"userID":"u-draft","privateAttributes":{"plan":"x"}})");
        QVERIFY(user);
        workspace().setUser(*user);
        QVERIFY(m_drive->restart());
        QCOMPARE(workspace().user(), *user);
    }

    void theComposedEvents()
    {
        QVERIFY(show("events"));
        QVERIFY((*m_drive)->click("addFirstEventButton"));
        QVERIFY((*m_drive)->type("eventNameLineEdit", QStringLiteral("draft_event")));
        QVERIFY(m_drive->restart());
        QVERIFY(show("events"));
        QVERIFY((*m_drive)->row("eventsTable", QStringLiteral("1")).contains(QLatin1String("draft_event")));
        // What was accepted is no draft any more.
        QVERIFY((*m_drive)->press("Ctrl+Return"));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->row("eventsTable", QStringLiteral("1")).contains(QLatin1String("Accepted")),
            programPatience);
        QVERIFY(m_drive->restart());
        QVERIFY(show("events"));
        QVERIFY((*m_drive)->rowNames("eventsTable").isEmpty());
    }

    void theChangeOfTheLastMoment()
    {
        const QByteArray before = servedPayload();
        QVERIFY(show("sandbox",
            QVariant::fromValue(
                EntityRef {SpecTable::FeatureGates, QStringLiteral("free_shipping_banner")})));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("projectPane").contains(QLatin1String("free_shipping_banner\n")),
            programPatience);
        QVERIFY((*m_drive)->click("entityEnabled"));
        QVERIFY(m_drive->restart()); // before it is served
        QTRY_VERIFY_WITH_TIMEOUT(servedPayload() != before, programPatience);
    }

    void anUnreadableProjectIsSetAside()
    {
        QDir drafts(m_drive->folder() + QStringLiteral("/drafts/1"));
        QFile draft(drafts.filePath(QStringLiteral("project.json")));
        QVERIFY(draft.open(QIODevice::WriteOnly));
        draft.write("{oops");
        draft.close();
        QVERIFY(m_drive->restart());
        QVERIFY(show("sandbox",
            QVariant::fromValue(
                EntityRef {SpecTable::FeatureGates, QStringLiteral("free_shipping_banner")})));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("projectPane").contains(QLatin1String("set aside as")), programPatience);
        QFile aside(drafts.filePath(QStringLiteral("project.unreadable-1")));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), QByteArray("{oops"));
    }

    void theChangedProject()
    {
        const QByteArray before = servedPayload();
        const EntityRef gate {SpecTable::FeatureGates, QStringLiteral("free_shipping_banner")};
        QVERIFY(show("sandbox", QVariant::fromValue(gate)));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("projectPane").contains(QLatin1String("free_shipping_banner\n")),
            programPatience);
        QVERIFY((*m_drive)->click("entityEnabled"));
        QTRY_VERIFY_WITH_TIMEOUT(servedPayload() != before, programPatience);
        const qint64 changedTime = m_drive->application().sandbox().status().project->time();

        QVERIFY(m_drive->restart());
        // Served before anybody looks at the page.
        QTRY_VERIFY_WITH_TIMEOUT(
            m_drive->application().sandbox().status().project->time() > changedTime, programPatience);
        QVERIFY(show("sandbox", int(SandboxPage::Project)));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("takenUpBar").contains(QLatin1String("are back")), programPatience);
        QVERIFY((*m_drive)->text("projectState").contains(QLatin1String("not saved")));

        QVERIFY((*m_drive)->clickWord(QStringLiteral("Undo them"), "takenUpBar"));
        QTRY_VERIFY_WITH_TIMEOUT(
            (*m_drive)->text("projectState").contains(QLatin1String("as it was loaded")), programPatience);
        QVERIFY(m_drive->restart());
        QVERIFY(show("sandbox", int(SandboxPage::Project)));
        QTRY_COMPARE_WITH_TIMEOUT(servedPayload(), before, programPatience);
        QVERIFY((*m_drive)->text("projectState").contains(QLatin1String("as it was loaded")));
    }
};

GATESCOPE_TEST(TstGuiDrafts)
#include "tst_drafts.moc"
