// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "projectgenerator.h"

#include <models/compare/impact.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

/// Nothing that is left out of an impact can differ: random projects, small changes, everything evaluated.
class TstAffectedEntities : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRestIsTheSame();
};

namespace {

using ImpactLines = std::map<std::string, std::pair<qint64, qint64>>;

/// One value of a payload's text for another of its kind, wherever one can be found.
QByteArray smallChange(const QByteArray &payload, Fuzz::Random &random)
{
    static const std::array<std::pair<QByteArray, QByteArray>, 10> changes {{
        {R"("passPercentage":100)", R"("passPercentage":0)"},
        {R"("passPercentage":50)", R"("passPercentage":10)"},
        {R"("returnValue":true)", R"("returnValue":false)"},
        {R"("enabled":true)", R"("enabled":false)"},
        {R"("defaultValue":false)", R"("defaultValue":true)"},
        {R"("operator":"any")", R"("operator":"none")"},
        {R"("type":"pass_gate")", R"("type":"fail_gate")"},
        {R"("salt":")", R"("salt":"x)"},
        {R"("idType":"userID")", R"("idType":"stableID")"},
        {R"("defaultValue":{)", R"("defaultValue":{"added":1,)"},
    }};
    for (int tries = 0; tries < 20; ++tries) {
        const auto &[from, to] = changes[std::size_t(Fuzz::below(random, int(changes.size())))];
        const qsizetype count = payload.count(from);
        if (count == 0)
            continue;
        qsizetype at = -1;
        for (int skip = Fuzz::below(random, int(count)); skip >= 0; --skip)
            at = payload.indexOf(from, at + 1);
        return QByteArray(payload).replace(at, from.size(), to).replace("{\"added\":1,}", "{\"added\":1}");
    }
    return payload;
}

ProjectPtr projectOf(const QByteArray &payload)
{
    const auto document = JsonDocument::parse(payload);
    const auto project =
        document ? Project::compile(*document) : Result<ProjectPtr>(std::unexpected(Error {}));
    return project ? *project : nullptr;
}

ImpactLines linesOf(ImpactRun run, const QByteArrayList &users)
{
    for (const QByteArray &user : users)
        run.add(EvaluationUser(*JsonDocument::parse(user)), 1, {});
    ImpactLines lines;
    const ImpactPtr impact = run.take();
    for (const EntityImpact &entry : impact->entries)
        lines[std::to_string(int(entry.entity.table)) + entry.entity.name] = {entry.users, entry.ruleOnly};
    return lines;
}

} // namespace

void TstAffectedEntities::theRestIsTheSame()
{
    Fuzz::Random random(20261125);
    EvaluationContext context;
    context.now = 1795176120000;
    int pairs = 0;
    int skipped = 0;
    int changed = 0;
    for (int round = 0; round < 600; ++round) {
        Fuzz::ProjectGenerator generator(random);
        const QByteArray payload = generator.payload();
        const ProjectPtr left = projectOf(payload);
        const ProjectPtr right = projectOf(smallChange(payload, random));
        if (!left || !right)
            continue;
        QByteArrayList users;
        for (int i = 0; i < 4; ++i)
            users << generator.user();
        const auto all = allEntities(*left, *right);
        const auto affected = affectedEntities(*left, *right);
        const ImpactLines expected = linesOf(ImpactRun(left, right, context, all), users);
        const ImpactLines found = linesOf(ImpactRun(left, right, context, affected), users);
        ++pairs;
        skipped += affected.size() < all.size();
        changed += !expected.empty();
        QVERIFY2(found == expected, qPrintable(QStringLiteral("round %1").arg(round)));
    }
    QVERIFY2(pairs > 300, qPrintable(QString::number(pairs)));
    QVERIFY2(skipped > 50, qPrintable(QString::number(skipped))); // else nothing was shown
    QVERIFY2(changed > 50, qPrintable(QString::number(changed)));
}

GATESCOPE_TEST(TstAffectedEntities)
#include "tst_affectedentities.moc"
