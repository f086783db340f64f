// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lintproject.h"

#include <models/evaluation/lint/userlint.h>
#include <models/statsig/members.h>
#include <tests/support/testregistry.h>

#include <QTest>

#include <random>
#include <set>

using namespace Gatescope;
using namespace Gatescope::Test;

/// What the linter finds quickly is what its definitions say, over generated names and users.
class TstLintProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nearestIsThePlainOne();
    void findsWhatThePlainDefinitionFinds();
    void manyMovesAreTheSameOneByOne();
};

namespace {

using Place = std::tuple<UserTable, int, QString>; ///< table, row, what it is renamed to or nothing

class LintDice
{
public:
    explicit LintDice(unsigned seed)
        : m_engine(seed)
    { }
    int below(int end) { return int(m_engine() % unsigned(end)); }
    QChar letter() { return QStringLiteral("aabBc_-.1 2").at(below(11)); }
    QString name(int longest)
    {
        QString name;
        for (int left = below(longest + 1); left > 0; --left)
            name += letter();
        return name;
    }
    /// A few letters added, dropped, changed or swapped.
    QString slipped(QString name)
    {
        for (int slips = below(4); slips > 0; --slips) {
            const int at = below(int(name.size()) + 1);
            const int what = below(4);
            if (what == 0 || at >= name.size())
                name.insert(at, letter());
            else if (what == 1)
                name.remove(at, 1);
            else if (what == 2)
                name[at] = letter();
            else if (at + 1 < name.size())
                std::swap(name[at], name[at + 1]);
        }
        return name;
    }

private:
    std::mt19937 m_engine;
};

QString plainFolded(const QString &name)
{
    QString folded = name.toLower();
    for (const char *const left : {"-", "_", ".", " "})
        folded.remove(QLatin1String(left));
    return folded;
}

QString plainDigits(QString text)
{
    text.removeIf([](QChar c) { return !c.isDigit(); });
    return text;
}

/// Optimal string alignment, the whole table.
int plainDistance(const QString &left, const QString &right)
{
    std::vector<std::vector<int>> table(
        std::size_t(left.size()) + 1, std::vector<int>(std::size_t(right.size()) + 1));
    for (std::size_t i = 0; i < table.size(); ++i)
        for (std::size_t j = 0; j < table[i].size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = int(i + j);
                continue;
            }
            const auto at = [](const QString &text, std::size_t k) { return text[qsizetype(k) - 1]; };
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                table[i - 1][j - 1] + (at(left, i) == at(right, j) ? 0 : 1)});
            if (i > 1 && j > 1 && at(left, i) == at(right, j - 1) && at(left, i - 1) == at(right, j))
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
    return table.back().back();
}

std::optional<int> plainLikeness(const QString &leftName, const QString &rightName)
{
    const QString left = plainFolded(leftName);
    const QString right = plainFolded(rightName);
    if (left == right)
        return left.isEmpty() ? std::nullopt : std::optional(0);
    const qsizetype shorter = std::min(left.size(), right.size());
    const int allowed = shorter <= 3 ? 0 : shorter <= 6 ? 1 : 2;
    const int distance = plainDistance(left, right);
    return distance <= allowed && plainDigits(left) == plainDigits(right) ? std::optional(distance)
                                                                          : std::nullopt;
}

std::optional<std::size_t> plainNearest(const QString &name, const QStringList &names)
{
    std::optional<std::size_t> best;
    int bestDistance = 0;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto distance = plainLikeness(name, names[i]);
        if (distance && (!best || *distance < bestDistance)) {
            best = std::size_t(i);
            bestDistance = *distance;
        }
    }
    return best;
}

bool readsKey(const QString &field, const QString &key)
{
    return key == field || key == field.toLower();
}

bool hasAttribute(const StatsigUser &user, const QString &field)
{
    for (const UserTable table : {UserTable::Custom, UserTable::PrivateAttributes})
        for (const JsonMember &member : user.table(table))
            if (readsKey(field, member.key))
                return true;
    return false;
}

bool isShadowed(const JsonMembers &members, int row)
{
    return std::any_of(members.begin() + row + 1, members.end(),
        [&](const JsonMember &later) { return later.key == members[row].key; });
}

/// The rows that nothing reads, with the name that was probably meant.
std::set<Place> plainNames(const StatsigUser &user, const QStringList &fields)
{
    QStringList wanted = fields;
    wanted.removeIf([&user](const QString &field) { return hasAttribute(user, field); });
    std::set<Place> places;
    for (const UserTable table : {UserTable::Custom, UserTable::PrivateAttributes}) {
        const JsonMembers members = user.table(table);
        for (int row = 0; row < int(members.size()); ++row) {
            const QString &key = members[row].key;
            const bool isRead =
                std::ranges::any_of(fields, [&key](const QString &field) { return readsKey(field, key); });
            const auto meant = plainNearest(key, wanted);
            if (!key.isEmpty() && !isShadowed(members, row) && !isRead && meant)
                places.insert({table, row, wanted[qsizetype(*meant)]});
        }
    }
    return places;
}

std::set<Place> plainShadowed(const StatsigUser &user)
{
    std::set<Place> places;
    for (const UserTable table : userTables) {
        const JsonMembers members = user.table(table);
        for (int row = 0; row < int(members.size()); ++row)
            if (isShadowed(members, row))
                places.insert({table, row, QString()});
    }
    return places;
}

std::set<Place> plainAddresses(const StatsigUser &user)
{
    std::set<Place> places;
    const JsonMembers members = user.table(UserTable::Custom);
    for (int row = 0; row < int(members.size()); ++row)
        if (members[row].json.contains('@') && !isShadowed(members, row))
            places.insert({UserTable::Custom, row, QString()});
    return places;
}

std::set<Place> linted(const LintFindings &findings, LintFinding::Kind kind)
{
    std::set<Place> places;
    for (const LintFinding &finding : findings) {
        const auto *table = std::get_if<UserTable>(&finding.subject.place);
        if (finding.kind == kind && table)
            places.insert({*table, finding.subject.row,
                finding.mend && kind == LintFinding::Kind::Name ? finding.mend->moves.first().toKey
                                                                : QString()});
    }
    return places;
}

JsonMembers lintedRows(LintDice &dice, const QStringList &fields)
{
    JsonMembers rows;
    for (int left = dice.below(8); left > 0; --left) {
        const QString field = fields[dice.below(int(fields.size()))];
        const QString key = dice.below(3) == 0 ? dice.name(8) : dice.slipped(field);
        rows << JsonMember {key, dice.below(5) == 0 ? R"("a@shop.example")" : "7"};
    }
    return rows;
}

} // namespace

void TstLintProperties::nearestIsThePlainOne()
{
    LintDice dice(1);
    int found = 0;
    for (int round = 0; round < 400; ++round) {
        QStringList names;
        std::vector<FoldedName> folded;
        for (int i = 0; i < 12; ++i) {
            names << dice.name(14);
            folded.emplace_back(names.last());
        }
        const LikenessIndex index(folded);
        for (int i = 0; i < 12; ++i) {
            const QString name = dice.slipped(names[i]);
            QCOMPARE(likeness(FoldedName(name), folded[std::size_t(i)]), plainLikeness(name, names[i]));
            const auto nearest = index.nearest(FoldedName(name));
            QVERIFY2(nearest == plainNearest(name, names), qPrintable(name + u" of " + names.join(u'|')));
            found += nearest ? 1 : 0;
        }
    }
    QVERIFY(found > 1000); // it is not nothing that was compared
}

void TstLintProperties::findsWhatThePlainDefinitionFinds()
{
    LintDice dice(2);
    std::size_t found = 0;
    for (int round = 0; round < 300; ++round) {
        QStringList fields;
        QByteArrayList conditions;
        for (int i = 0; i < 6; ++i) {
            fields << QStringLiteral("f%1").arg(QChar(u'a' + i)) + dice.name(8).remove(u'\\');
            conditions << conditionOn(fields.last().toUtf8(), "any", R"(["x"])");
        }
        std::ranges::sort(fields);
        const UserLintIndex index(checkoutOver(conditions));
        StatsigUser user;
        user.setText(UserField::UserId, QStringLiteral("u"));
        user.setTable(UserTable::Custom, lintedRows(dice, fields));
        user.setTable(UserTable::PrivateAttributes, lintedRows(dice, fields));
        const LintFindings findings = lintUser(&index, user);
        const QByteArray json = user.toJson() + " of " + fields.join(u'|').toUtf8();
        const std::set<Place> names = linted(findings, LintFinding::Kind::Name);
        QVERIFY2(names == plainNames(user, fields), json.constData());
        QVERIFY2(linted(findings, LintFinding::Kind::Form) == plainShadowed(user), json.constData());
        const std::set<Place> addresses = plainAddresses(user);
        const std::set<Place> privacy = linted(findings, LintFinding::Kind::Privacy);
        QCOMPARE(privacy.size(), std::size_t(addresses.empty() ? 0 : 1));
        QVERIFY2(addresses.empty() || *privacy.begin() == *addresses.begin(), json.constData());
        found += names.size();
    }
    QVERIFY(found > 100);
}

void TstLintProperties::manyMovesAreTheSameOneByOne()
{
    LintDice dice(3);
    const QStringList keys {
        QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("email"), QStringLiteral("country")};
    const auto place = [&dice]() -> std::optional<UserTable> {
        return dice.below(5) == 0 ? std::nullopt : std::optional(userTables[std::size_t(dice.below(2))]);
    };
    const auto table = [&] {
        JsonMembers members;
        for (int left = dice.below(6); left > 0; --left)
            members << JsonMember {keys[dice.below(4)], QByteArray::number(left)};
        return members;
    };
    for (int round = 0; round < 500; ++round) {
        StatsigUser user;
        user.setText(UserField::Email, QStringLiteral("a@shop.example"));
        user.setTable(UserTable::Custom, table());
        user.setTable(UserTable::PrivateAttributes, table());
        Mend many;
        StatsigUser oneByOne = user;
        for (int left = 1 + dice.below(6); left > 0; --left) {
            Mend one;
            one.moves << MemberMove {place(), keys[dice.below(4)], place(), keys[dice.below(4)]};
            many.moves << one.moves;
            oneByOne = mended(oneByOne, one);
        }
        QCOMPARE(mended(user, many).toJson(), oneByOne.toJson());
    }
}

GATESCOPE_TEST(TstLintProperties)
#include "tst_lintproperties.moc"
