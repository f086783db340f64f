// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editedproject.h"

#include <models/editing/projectdraft.h>
#include <models/editing/projectfile.h>
#include <models/evaluation/idlists.h>
#include <models/statsig/eventdrafts.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// What is being composed, as text and back.
class TstDrafts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eventsComeBackAsTheyWere();
    void whatIsNoEventIsLeftOut();
    void aProjectComesBackByteForByte_data();
    void aProjectComesBackByteForByte();
    void aProjectWithoutListsHasNone();
    void aBrokenProjectSaysSo();
};

void TstDrafts::eventsComeBackAsTheyWere()
{
    StatsigEvent whole;
    whole.name = QStringLiteral("add \"to\" cart\n");
    whole.user = *StatsigUser::fromJson(R"({"userID":"u-1","later":[1.0]})");
    whole.value = StatsigEvent::NumberValue {"84.50"};
    whole.metadata = {{QStringLiteral("k"), "1.50"}, {QStringLiteral("k"), R"({"a":[]})"}};
    whole.time = QDateTime::fromMSecsSinceEpoch(1'795'435'521'123, Qt::UTC);
    StatsigEvent typing; // cannot be sent yet
    typing.value = StatsigEvent::NumberValue {"12."};
    StatsigEvent text;
    text.name = QStringLiteral("search");
    text.value = QStringLiteral("12");
    const QList<StatsigEvent> events {whole, typing, text, StatsigEvent()};
    QCOMPARE(eventDraftsFromJson(eventDraftsToJson(events)), events);
    QVERIFY(eventDraftsFromJson(eventDraftsToJson({})).isEmpty());
}

void TstDrafts::whatIsNoEventIsLeftOut()
{
    QVERIFY(eventDraftsFromJson("").isEmpty());
    QVERIFY(eventDraftsFromJson("[{").isEmpty());
    const auto events = eventDraftsFromJson(R"([1,{"name":"a","user":"nobody","time":"late","text":3}])");
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().name, QStringLiteral("a"));
    QVERIFY(!events.first().user);
    QVERIFY(!events.first().time);
}

void TstDrafts::aProjectComesBackByteForByte_data()
{
    QTest::addColumn<Project::Format>("format");
    QTest::newRow("v1") << Project::Format::V1;
    QTest::newRow("v2") << Project::Format::V2;
}

void TstDrafts::aProjectComesBackByteForByte()
{
    QFETCH(const Project::Format, format);
    const ProjectDraft draft {QStringLiteral("Shop “ä”"), sampleProject(format), sampleIdLists()};
    const auto read = projectDraftFromJson(toJson(draft));
    QVERIFY(read);
    QCOMPARE(read->name, draft.name);
    QCOMPARE(projectFile(*read->project), projectFile(*draft.project).trimmed());
    QVERIFY(read->idLists);
    QCOMPARE(read->idLists->lists(), draft.idLists->lists());
}

void TstDrafts::aProjectWithoutListsHasNone()
{
    const auto read =
        projectDraftFromJson(toJson({QStringLiteral("Shop"), sampleProject(Project::Format::V2), {}}));
    QVERIFY(read);
    QVERIFY(!read->idLists);
}

void TstDrafts::aBrokenProjectSaysSo()
{
    QByteArray text = toJson({QStringLiteral("Shop"), sampleProject(Project::Format::V2), {}});
    QVERIFY(!projectDraftFromJson(text.first(text.size() / 2)));
    QVERIFY(!projectDraftFromJson(R"({"name":"Shop"})"));
    QVERIFY(!projectDraftFromJson(R"({"name":"Shop","specs":[]})"));
}

GATESCOPE_TEST(TstDrafts)
#include "tst_drafts.moc"
