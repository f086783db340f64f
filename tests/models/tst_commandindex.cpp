// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/commandsmodel.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

/// Letters without marks and case, by Qt's own normalization.
QString plainlyFolded(const QString &text)
{
    QString plain;
    for (const QChar unit : text.normalized(QString::NormalizationForm_D))
        if (!unit.isMark())
            plain += unit;
    return plain.toCaseFolded();
}

/// What "matches" means, as it is told to people.
bool plainlyMatches(const QString &query, const QString &name)
{
    qsizetype at = 0;
    for (const QChar wanted : plainlyFolded(query)) {
        if (wanted.isSpace())
            continue;
        at = plainlyFolded(name).indexOf(wanted, at) + 1;
        if (at == 0)
            return false;
    }
    return true;
}

CommandIndexPtr actionsNamed(const QStringList &names)
{
    std::vector<Command> commands;
    for (const QString &name : names)
        commands.push_back({Command::Kind::Action, name, name, {}, {}});
    return std::make_shared<CommandIndex>(std::move(commands));
}

QStringList namesFound(const QList<FoundCommand> &found)
{
    QStringList names;
    for (const FoundCommand &each : found)
        names << each.command.name;
    return names;
}

} // namespace

class TstCommandIndex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ranks_data();
    void ranks();
    void matchesAsDefined();
    void bestFirst();
    void recentFirst();
    void findsWhatAProjectLists();
    void endsWhenCancelled();
};

void TstCommandIndex::ranks_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rank");
    QTest::addColumn<QList<int>>("positions");
    const auto row = [](const char *query, const char *name, MatchRank rank, const QList<int> &positions) {
        QTest::addRow("%s in %s", query, name)
            << QString::fromUtf8(query) << QString::fromUtf8(name) << int(rank) << positions;
    };
    row("Check", "check", MatchRank::Whole, {0, 1, 2, 3, 4});
    row("che", "checkout_v2", MatchRank::Beginning, {0, 1, 2});
    row("v2", "checkout_v2", MatchRank::Word, {9, 10});
    row("open sp", "Open specs", MatchRank::Beginning, {0, 1, 2, 3, 4, 5, 6});
    row("cbc", "checkout_button_copy", MatchRank::WordStarts, {0, 9, 16});
    row("chbu", "checkout_button_copy", MatchRank::WordStarts, {0, 1, 9, 10});
    row("bco", "checkout_button_copy", MatchRank::WordStarts, {9, 16, 17});
    row("aab", "a_aab", MatchRank::Word, {2, 3, 4});
    row("abc", "ab_abx_c", MatchRank::WordStarts, {3, 4, 7});
    row("nb", "newBanner", MatchRank::WordStarts, {0, 3});
    row("check v2", "checkout_v2", MatchRank::WordStarts, {0, 1, 2, 3, 4, 9, 10});
    row("out", "checkout_v2", MatchRank::Inside, {5, 6, 7});
    row("cktv", "checkout_v2", MatchRank::Scattered, {3, 4, 7, 9});
    row("cafe", "Nouveau CAFÉ", MatchRank::Word, {8, 9, 10, 11});
    row("é", "cafe", MatchRank::Inside, {3});
    row("e", "cafe\u0301", MatchRank::Inside, {3});
    row("ä b", "ab", MatchRank::WordStarts, {0, 1});
}

void TstCommandIndex::ranks()
{
    QFETCH(const QString, query);
    QFETCH(const QString, name);
    QFETCH(const int, rank);
    const FuzzyQuery fuzzy(query);
    const FuzzyName prepared(name);
    const auto found = fuzzy.rank(prepared);
    QVERIFY(found);
    QCOMPARE(int(*found), rank);
    QTEST(fuzzy.positions(prepared, *found), "positions");
}

void TstCommandIndex::matchesAsDefined()
{
    QRandomGenerator random(7);
    const QString letters = QStringLiteral("abAB_ -éÉäcv2");
    const auto text = [&](int longest) {
        QString made;
        for (int left = int(random.bounded(longest + 1)); left > 0; --left)
            made += letters[random.bounded(letters.size())];
        return made;
    };
    int matches = 0;
    for (int i = 0; i < 20000; ++i) {
        const QString query = text(5);
        const QString name = text(i % 50 == 0 ? 150 : 12);
        const FuzzyQuery fuzzy(query);
        const FuzzyName prepared(name);
        const auto rank = fuzzy.rank(prepared);
        QVERIFY2(rank.has_value() == plainlyMatches(query, name), qPrintable(query + u'|' + name));
        if (!rank || fuzzy.isEmpty())
            continue;
        ++matches;
        QString marked;
        int before = -1;
        for (const int at : fuzzy.positions(prepared, *rank)) {
            QVERIFY(at > before);
            before = at;
            marked += prepared.text.at(at);
        }
        QCOMPARE(plainlyFolded(marked).remove(u' '), plainlyFolded(query).remove(u' '));
    }
    QVERIFY(matches > 1000);
}

void TstCommandIndex::bestFirst()
{
    const QStringList ranked {QStringLiteral("cop"), QStringLiteral("copy"), QStringLiteral("copy_all"),
        QStringLiteral("button_copy"), QStringLiteral("check_out_page"), QStringLiteral("xcopx"),
        QStringLiteral("xcxoxp")};
    QStringList names = ranked;
    std::ranges::reverse(names);
    names.append(QStringLiteral("nothing"));
    const CommandIndexPtr index = actionsNamed(names);
    QCOMPARE(namesFound(findCommands({index}, QStringLiteral("cop"), {}, 50)), ranked);
    QCOMPARE(namesFound(findCommands({index}, QStringLiteral("cop"), {}, 2)), ranked.mid(0, 2));
    QCOMPARE(namesFound(findCommands({index}, QStringLiteral("chp"), {}, 50)),
        QStringList {QStringLiteral("check_out_page")});
}

void TstCommandIndex::recentFirst()
{
    const CommandIndexPtr first = actionsNamed({QStringLiteral("copy"), QStringLiteral("copy as cURL")});
    const CommandIndexPtr second = actionsNamed({QStringLiteral("copy it"), QStringLiteral("open")});
    const QStringList recent {second->entries()[1].command.key(), first->entries()[1].command.key()};
    QCOMPARE(namesFound(findCommands({first, second}, QStringLiteral("cop"), recent, 50)),
        QStringList({QStringLiteral("copy as cURL"), QStringLiteral("copy"), QStringLiteral("copy it")}));
    QCOMPARE(namesFound(findCommands({first, second}, QStringLiteral(" "), recent, 50)),
        QStringList({QStringLiteral("open"), QStringLiteral("copy as cURL"), QStringLiteral("copy"),
            QStringLiteral("copy it")}));
}

void TstCommandIndex::findsWhatAProjectLists()
{
    const ProjectPtr project = compiled(smallProjectWithStoreJson());
    const CommandIndexPtr index = CommandIndex::ofProject(project);
    QCOMPARE(index->entries().size(), project->specs().size() + 1);
    CommandsModel model;
    const QAbstractItemModelTester tester(&model);
    model.setFound(findCommands({index}, QStringLiteral("strfr"), {}, 5));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.at(0).command.place, SpecsPlace(StoreRef {QStringLiteral("storefront")}));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("storefront, parameter store"));
    for (const CommandIndex::Entry &entry : index->entries())
        QCOMPARE(index->entries()[*index->find(entry.command.key())].command, entry.command);
}

void TstCommandIndex::endsWhenCancelled()
{
    const std::atomic_bool cancelled = true;
    QVERIFY(
        findCommands({actionsNamed({QStringLiteral("a")})}, QStringLiteral("a"), {}, 5, cancelled).isEmpty());
}

GATESCOPE_TEST(TstCommandIndex)
#include "tst_commandindex.moc"
