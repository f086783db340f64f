// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editedproject.h"
#include "evaluationfixtures.h"

#include <models/editing/projectfile.h>
#include <models/editing/projecthistory.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Undo and redo of projects and ID lists, each step news to clients; projects and lists as files.
class TstProjectHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesBackAndForth();
    void everyStepIsLater();
    void editsIdLists();
    void refusesIdLists();
    void undoesIdLists();
    void replacesProjects();
    void knowsWhatIsSaved();
    void forgetsTheOldest();
    void forgetsWhatIsTooLarge();
    void anErrorChangesNothing();
    void nothingIsOpen();
    void readsItsFiles();
};

namespace {

constexpr qint64 openedAt = 1'795'176'120'000; // the sample's time

ProjectHistory sampleHistory(const HistoryLimits &limits = HistoryLimits())
{
    return ProjectHistory(sampleProject(Project::Format::V2), sampleIdLists(), limits);
}

ProjectEdit switched(const char *gate, bool on)
{
    return SetEnabled {gateNamed(gate), on};
}

bool isOff(const ProjectHistory &history, const char *gate)
{
    const Project &project = *history.project();
    return !project.specs()[std::size_t(project.find(SpecTable::FeatureGates, gate))].enabled;
}

IdListEdit listed(const char *unitId, bool add)
{
    return {QStringLiteral("vip_customers"), QLatin1StringView(unitId), add};
}

bool isVip(const ProjectHistory &history, const char *userId)
{
    return verdictText(history.project(), QStringLiteral("segment:vip_customers"),
        sampleUser(QLatin1StringView(userId)), history.idLists())
        .startsWith(u'1');
}

} // namespace

void TstProjectHistory::goesBackAndForth()
{
    ProjectHistory history = sampleHistory();
    QVERIFY(!history.canUndo() && !history.canRedo());
    QVERIFY(history.apply(switched("gift_wrap", false), openedAt));
    QVERIFY(history.apply(switched("price_badge", false), openedAt));
    QCOMPARE(history.undoText(), QStringLiteral("Disable price_badge"));
    QCOMPARE(history.sentences(),
        QStringList({QStringLiteral("Disable gift_wrap"), QStringLiteral("Disable price_badge")}));
    QVERIFY(history.undo(openedAt));
    QVERIFY(isOff(history, "gift_wrap") && !isOff(history, "price_badge"));
    QCOMPARE(history.undoText(), QStringLiteral("Disable gift_wrap"));
    QCOMPARE(history.redoText(), QStringLiteral("Disable price_badge"));
    QVERIFY(history.undo(openedAt));
    QVERIFY(!isOff(history, "gift_wrap") && !history.canUndo());
    QCOMPARE(
        changedEntities(sampleProject(Project::Format::V2), history.project(), manyUsers()), QStringList());
    QVERIFY(history.redo(openedAt));
    QVERIFY(history.redo(openedAt));
    QVERIFY(isOff(history, "gift_wrap") && isOff(history, "price_badge") && !history.canRedo());
    QVERIFY(history.undo(openedAt));
    QVERIFY(history.apply(switched("checkout_v2", false), openedAt)); // another way on
    QVERIFY(!history.canRedo());
    QVERIFY(isOff(history, "checkout_v2") && !isOff(history, "price_badge"));
}

void TstProjectHistory::everyStepIsLater()
{
    ProjectHistory history = sampleHistory();
    qint64 last = history.project()->time();
    const auto isLater = [&] {
        const bool later = history.project()->time() > last;
        last = history.project()->time();
        return later && !history.project()->payload()->root()["checksum"].isValid();
    };
    QVERIFY(history.apply(switched("gift_wrap", false), openedAt + 1000));
    QVERIFY(isLater());
    QCOMPARE(last, openedAt + 1000);
    QVERIFY(history.undo(openedAt)); // the clock was set back
    QVERIFY(isLater());
    QVERIFY(history.redo(openedAt + 5000));
    QVERIFY(isLater());
    QCOMPARE(last, openedAt + 5000);
    QVERIFY(history.apply(switched("gift_wrap", true), 0));
    QVERIFY(isLater());
}

void TstProjectHistory::editsIdLists()
{
    ProjectHistory history = sampleHistory();
    QVERIFY(isVip(history, "u_10442") && !isVip(history, "a_user"));
    QVERIFY(history.apply(listed("a_user", true)));
    QCOMPARE(history.undoText(), QStringLiteral("Add “a_user” to the ID list vip_customers"));
    QVERIFY(isVip(history, "u_10442") && isVip(history, "a_user"));
    // printf a_user | openssl sha256 -binary | base64
    QVERIFY(history.idLists()->contains("vip_customers", "Q1Wha2PJ"));
    QVERIFY(history.apply(listed("u_10442", false)));
    QCOMPARE(history.undoText(), QStringLiteral("Remove “u_10442” from the ID list vip_customers"));
    QVERIFY(!isVip(history, "u_10442") && isVip(history, "a_user"));
    QVERIFY(!sampleIdLists()->contains("vip_customers", "Q1Wha2PJ"));
}

void TstProjectHistory::refusesIdLists()
{
    const ProjectPtr project = sampleProject(Project::Format::V2);
    const auto refused = [&](const IdListsPtr &lists, const IdListEdit &edit) {
        const auto result = edited(lists, *project, edit);
        return result ? QString() : result.error().message;
    };
    QCOMPARE(refused(sampleIdLists(), listed("u_10442", true)),
        QStringLiteral("u_10442 is on the ID list vip_customers already."));
    QCOMPARE(refused(sampleIdLists(), listed("u", false)),
        QStringLiteral("u is not on the ID list vip_customers."));
    QCOMPARE(refused(sampleIdLists(), {QStringLiteral("other"), QStringLiteral("u"), true}),
        QStringLiteral("There is no ID list other."));
    QCOMPARE(refused(sampleIdLists(), listed("", true)), QStringLiteral("Which unit ID is it?"));
    QCOMPARE(refused(nullptr, listed("u", true)), QString()); // begins the list that the project asks for
}

void TstProjectHistory::undoesIdLists()
{
    ProjectHistory history = sampleHistory();
    QVERIFY(history.apply(listed("a_user", true)));
    QVERIFY(history.apply(switched("gift_wrap", false), openedAt));
    QVERIFY(history.undo(openedAt));
    QVERIFY(isVip(history, "a_user") && !isOff(history, "gift_wrap"));
    QVERIFY(history.undo(openedAt));
    QVERIFY(!isVip(history, "a_user") && isVip(history, "u_10442"));
    QVERIFY(history.redo(openedAt));
    QVERIFY(isVip(history, "a_user"));
}

void TstProjectHistory::replacesProjects()
{
    ProjectHistory history = sampleHistory();
    QVERIFY(history.apply(switched("gift_wrap", false), openedAt + 10));
    const ProjectPtr old =
        compiledProject(R"({"time":5,"feature_gates":[],"dynamic_configs":[],"layer_configs":[]})");
    QVERIFY(history.replace(old, nullptr, QStringLiteral("Open old.json"), openedAt));
    QVERIFY(history.project()->specs().empty() && !history.idLists());
    QVERIFY(history.project()->time() > openedAt + 10);
    QCOMPARE(history.undoText(), QStringLiteral("Open old.json"));
    QVERIFY(history.undo(openedAt));
    QVERIFY(isOff(history, "gift_wrap"));
    QVERIFY(history.idLists());
}

void TstProjectHistory::knowsWhatIsSaved()
{
    ProjectHistory history = sampleHistory();
    QVERIFY(history.isSaved());
    QVERIFY(history.apply(switched("gift_wrap", false), openedAt));
    QVERIFY(!history.isSaved());
    QVERIFY(history.undo(openedAt));
    QVERIFY(history.isSaved());
    QVERIFY(history.redo(openedAt));
    history.setSaved();
    QVERIFY(history.isSaved());
    QVERIFY(history.undo(openedAt));
    QVERIFY(!history.isSaved());
    QVERIFY(history.apply(switched("gift_wrap", false), openedAt)); // as it was saved, but another way
    QVERIFY(!history.isSaved());
}

void TstProjectHistory::forgetsTheOldest()
{
    ProjectHistory history = sampleHistory({3, qsizetype(1) << 30});
    for (int i = 0; i < 5; ++i)
        QVERIFY(history.apply(switched("gift_wrap", i % 2 == 1), openedAt));
    int steps = 0;
    while (history.canUndo() && history.undo(openedAt))
        ++steps;
    QCOMPARE(steps, 3);
    QVERIFY(!isOff(history, "gift_wrap")); // after the second
}

void TstProjectHistory::forgetsWhatIsTooLarge()
{
    const qsizetype payload = projectFile(*sampleProject(Project::Format::V2)).size();
    ProjectHistory history = sampleHistory({100, payload * 5 / 2});
    for (int i = 0; i < 5; ++i)
        QVERIFY(history.apply(switched("gift_wrap", i % 2 == 1), openedAt));
    QCOMPARE(history.sentences().size(), 1); // the present and the one before it
    QVERIFY(history.apply(listed("a_user", true))); // which needs no payload of its own
    QCOMPARE(history.sentences().size(), 2);
}

void TstProjectHistory::anErrorChangesNothing()
{
    ProjectHistory history = sampleHistory();
    const ProjectPtr before = history.project();
    QCOMPARE(history.apply(switched("nowhere", false), openedAt).error().message,
        QStringLiteral("There is no nowhere in these specs."));
    QVERIFY(!history.apply(listed("u_10442", true)));
    QVERIFY(!history.undo(openedAt));
    QCOMPARE(history.project(), before);
    QVERIFY(!history.canUndo() && history.isSaved());
}

void TstProjectHistory::nothingIsOpen()
{
    ProjectHistory history;
    QCOMPARE(history.apply(switched("g", false), 1).error().message, QStringLiteral("No project is open."));
    QVERIFY(!history.apply(listed("u", true)));
    const ProjectPtr sample = sampleProject(Project::Format::V2);
    QVERIFY(history.replace(sample, sampleIdLists(), QStringLiteral("Open"), openedAt));
    QCOMPARE(history.project(), sample);
    QVERIFY(!history.canUndo());
}

void TstProjectHistory::readsItsFiles()
{
    for (const Project::Format format : {Project::Format::V1, Project::Format::V2}) {
        const ProjectPtr sample = sampleProject(format);
        for (const ProjectFileStyle style : {ProjectFileStyle::AsIs, ProjectFileStyle::Indented}) {
            const ProjectPtr read = projectFromFile(projectFile(*sample, style)).value();
            QVERIFY(jsonEquals(read->payload()->root(), sample->payload()->root()));
            QCOMPARE(read->format(), format);
        }
        QVERIFY(projectFile(*sample, ProjectFileStyle::Indented).startsWith("{\n  \"has_updates\": true,\n"));
    }
    QVERIFY(!projectFromFile("{").has_value());
    QVERIFY(!projectFromFile("{}").has_value());
    const JsonDocumentPtr lists = parsedJson(idListsFile(*sampleIdLists()));
    QVERIFY(IdLists::fromJson(lists->root()).value().contains("vip_customers", "kZfRXdwq"));
    QCOMPARE(compact(lists->root()),
        std::string(R"({"vip_customers":["/1zlhGWY","QOQK9tOc","eq7hSNOq","kZfRXdwq","kmtqdDqF"]})"));
}

GATESCOPE_TEST(TstProjectHistory)
#include "tst_projecthistory.moc"
