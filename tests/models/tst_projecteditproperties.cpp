// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editedproject.h"
#include "evaluationfixtures.h"

#include <models/editing/editreading.h>
#include <models/evaluation/dependencies.h>
#include <models/evaluation/payloadwriter.h>
#include <models/json/jsonrewrite.h>
#include <models/json/utf8text.h>
#include <tests/support/testregistry.h>

#include <QMap>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Random edits of the sample, one after the other: whom they are not about keeps every answer, what they are
/// not about keeps every byte, and v1 and v2 go on answering alike.
class TstProjectEditProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void othersStayAsTheyAre();
    void damagedProjectsAreEditedOrRefused();
};

namespace {

using VerdictTexts = QMap<QString, QStringList>; ///< by entity, one a user

VerdictTexts verdictTexts(const ProjectPtr &project, const QList<EvaluationUser> &users)
{
    VerdictTexts texts;
    for (const Spec &spec : project->specs()) {
        QStringList &list = texts[utf8Text(spec.name)];
        for (const EvaluationUser &user : users)
            list << verdictText(project, utf8Text(spec.name), user);
    }
    return texts;
}

class RandomEdits
{
public:
    explicit RandomEdits(quint32 seed)
        : m_random(seed)
    { }

    /// Often one that is refused.
    ProjectEdit next(const Project &project)
    {
        const Spec &spec = project.specs()[std::size_t(below(int(project.specs().size())))];
        const EntityRef entity {spec.table, utf8Text(spec.name)};
        if (spec.rules.empty())
            return SetEnabled {entity, true};
        const auto ruleIndex = std::size_t(below(int(spec.rules.size())));
        const RuleRef rule = ruleRef(spec, ruleIndex);
        switch (below(12)) {
        case 0:
            return SetEnabled {entity, below(3) > 0};
        case 1:
            return SetPassPercentage {rule, below(10'001) / 100.0};
        case 2:
            return AddTarget {rule, below(2), '"' + target() + '"'};
        case 3:
            return removal(project, spec.rules[ruleIndex], rule);
        case 4:
            return SetGroupSizes {entity.name, {{rule.ruleId, below(400) / 10.0}}};
        case 5:
            return SetReturnValue {below(4) ? rule : RuleRef {entity, {}},
                R"({ "label": "new )" + QByteArray::number(below(1000)) + "\"}"};
        case 6:
        case 7:
            return ForceIntoGroup {entity, idType(), userId(),
                spec.table == SpecTable::FeatureGates ? gateGroup() : rule.ruleId};
        case 8:
        case 9:
        case 10:
            return Unforce {entity, idType(), userId()};
        default:
            return SetTiers {below(3) ? rule : RuleRef {entity, {}}, tiers()};
        }
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }
    QByteArray target()
    {
        static const QByteArrayList targets {
            "DE", "FR", "u_10007", "u_70037", "gold", "@shop.example", "staging"};
        return targets[below(int(targets.size()))];
    }
    ProjectEdit removal(const Project &project, const Rule &rule, const RuleRef &ref)
    {
        const int index = below(int(rule.conditions.size()));
        const Condition &condition = project.conditions()[rule.conditions[std::size_t(index)]];
        if (!hasTargetList(condition) || condition.target.size() == 0)
            return RemoveTarget {ref, index, "0"};
        const std::string_view json =
            condition.target.at(quint32(below(int(condition.target.size())))).rawText();
        return RemoveTarget {ref, index, QByteArray(json.data(), qsizetype(json.size()))};
    }
    QString userId()
    {
        static const QStringList ids {QStringLiteral("u_48213"), QStringLiteral("u_20415"),
            QStringLiteral("u_70000"), QStringLiteral("U_70037"), QStringLiteral("a81e-502d-77c9")};
        return ids[below(int(ids.size()))];
    }
    QString idType() { return below(4) ? QStringLiteral("userID") : QStringLiteral("stableID"); }
    QString gateGroup() { return below(2) ? QStringLiteral("pass") : QStringLiteral("fail"); }
    QStringList tiers()
    {
        static const QList<QStringList> tiers {
            {}, {QStringLiteral("production")}, {QStringLiteral("staging"), QStringLiteral("development")}};
        return tiers[below(int(tiers.size()))];
    }

    QRandomGenerator m_random;
};

/// v1 cannot say what these do (PayloadWriter): a gate's rule that answers false is one that nobody passes.
bool meansTheSameInV1(const Project &project, const ProjectEdit &edit)
{
    const auto *percentage = std::get_if<SetPassPercentage>(&edit);
    if (!percentage || percentage->rule.entity.table != SpecTable::FeatureGates)
        return true;
    const int index = project.find(SpecTable::FeatureGates, percentage->rule.entity.name.toStdString());
    const Spec &spec = project.specs()[std::size_t(index)];
    return std::ranges::none_of(spec.rules,
        [&](const Rule &rule) { return rule.returnsFalse && utf8Text(rule.id) == percentage->rule.ruleId; });
}

EntityRef editedEntity(const ProjectEdit &edit)
{
    return std::visit(
        [](const auto &one) -> EntityRef {
            if constexpr (requires { one.entity; })
                return one.entity;
            else if constexpr (requires { one.rule; })
                return one.rule.entity;
            else
                return {SpecTable::DynamicConfigs, one.experiment};
        },
        edit);
}

/// The entity, its layer where IDs are forced: what may be written anew.
QSet<QString> writtenEntities(const Project &project, const ProjectEdit &edit)
{
    const EntityRef entity = editedEntity(edit);
    QSet<QString> written {entity.name};
    const Spec &spec = project.specs()[std::size_t(project.find(entity.table, entity.name.toStdString()))];
    if ((std::holds_alternative<ForceIntoGroup>(edit) || std::holds_alternative<Unforce>(edit))
        && !spec.layer.empty())
        written << utf8Text(spec.layer);
    return written;
}

/// And all that ask one of them, directly or not.
QSet<QString> reachedEntities(const Project &project, QSet<QString> names)
{
    const DependencyIndex dependencies(project);
    for (bool grows = true; grows;) {
        const qsizetype size = names.size();
        for (std::uint32_t spec = 0; spec < project.specs().size(); ++spec)
            for (const Dependency &dependency : dependencies.dependsOn(spec))
                if (names.contains(utf8Text(project.specs()[dependency.to].name)))
                    names << utf8Text(project.specs()[spec].name);
        grows = names.size() > size;
    }
    return names;
}

/// Entities and conditions as they are written.
QMap<QString, QByteArray> writtenTexts(const Project &project)
{
    QMap<QString, QByteArray> texts;
    const auto add = [&](const QString &name, const JsonValue &value) {
        texts[name] = QByteArray(value.rawText().data(), qsizetype(value.rawText().size()));
    };
    for (const Spec &spec : project.specs())
        add(utf8Text(spec.name), spec.source);
    const JsonValue map = project.payload()->root()["condition_map"];
    for (quint32 i = 0; i < map.size(); ++i)
        add(QStringLiteral("condition ") + map.at(i).key(), map.at(i));
    return texts;
}

/// Names of what is in both and differs.
QSet<QString> rewritten(const Project &before, const Project &after)
{
    const QMap<QString, QByteArray> texts = writtenTexts(after);
    QSet<QString> names;
    for (const auto &[name, text] : writtenTexts(before).asKeyValueRange())
        if (texts.contains(name) && texts[name] != text)
            names << name;
    return names;
}

/// The sample with random values in place of some of its own.
JsonDocumentPtr damaged(const JsonDocumentPtr &payload, QRandomGenerator &random)
{
    static const QByteArrayList odd {"null", "[]", "{}", "-1", "1e400", R"("tier")", "true", R"(["x",{}])",
        R"({"conditions":["everyone"]})", R"("\ud800")"};
    JsonRewrite rewrite(payload);
    for (int i = int(random.bounded(12)); i >= 0; --i) {
        const JsonValue value(payload.get(), JsonValue::Id(random.bounded(payload->nodeCount())));
        if (value.parent().parent().isValid()) // else it is no project at all
            rewrite.replace(value, odd[random.bounded(odd.size())]);
    }
    return parsedJson(rewrite.text());
}

} // namespace

void TstProjectEditProperties::othersStayAsTheyAre()
{
    const QList<EvaluationUser> users = manyUsers().first(16);
    QMap<std::size_t, int> made;
    for (quint32 seed = 0; seed < 50; ++seed) {
        RandomEdits edits(seed);
        ProjectPtr v2 = sampleProject(Project::Format::V2);
        ProjectPtr v1 = sampleProject(Project::Format::V1);
        VerdictTexts before = verdictTexts(v2, users);
        for (int step = 0; step < 40; ++step) {
            const ProjectEdit edit = edits.next(*v2);
            const auto after = edited(*v2, edit, 1000);
            if (!after || !meansTheSameInV1(*v2, edit))
                continue;
            const QString what = QStringLiteral("seed %1: %2").arg(seed).arg(editSentence(*v2, edit));
            QVERIFY2((*after)->time() == v2->time() + 1, qPrintable(what));
            QVERIFY2((*after)->warnings().isEmpty(), qPrintable(what));
            const QSet<QString> written = writtenEntities(*v2, edit);
            QVERIFY2(written.contains(rewritten(*v2, **after)), qPrintable(what));
            const VerdictTexts texts = verdictTexts(*after, users);
            const QSet<QString> reached = reachedEntities(*v2, written) + reachedEntities(**after, written);
            for (const auto &[entity, verdicts] : before.asKeyValueRange())
                QVERIFY2(reached.contains(entity) || texts[entity] == verdicts, qPrintable(what + entity));
            const auto inV1 = edited(*v1, edit, 1000);
            QVERIFY2(inV1, qPrintable(what));
            QVERIFY2(verdictTexts(*inV1, users) == texts, qPrintable(what));
            const ProjectPtr converted = compiledProject(payloadText(**after, Project::Format::V1));
            QVERIFY2(verdictTexts(converted, users) == texts, qPrintable(what));
            v2 = *after;
            v1 = *inV1;
            before = texts;
            ++made[edit.index()];
        }
    }
    for (std::size_t kind = 0; kind < std::variant_size_v<ProjectEdit>; ++kind)
        QVERIFY2(made[kind] >= 5, qPrintable(QStringLiteral("edit %1: %2").arg(kind).arg(made[kind])));
}

void TstProjectEditProperties::damagedProjectsAreEditedOrRefused()
{
    int made = 0;
    int refused = 0;
    for (quint32 seed = 0; seed < 200; ++seed) {
        QRandomGenerator random(seed);
        RandomEdits edits(seed);
        const ProjectPtr sample = sampleProject(seed % 2 == 0 ? Project::Format::V1 : Project::Format::V2);
        const auto project = Project::compile(damaged(sample->payload(), random));
        if (!project)
            continue;
        for (int step = 0; step < 20; ++step) {
            const ProjectEdit edit = edits.next(**project);
            const auto after = edited(**project, edit, 1000);
            QVERIFY(!editSentence(**project, edit).isEmpty());
            QVERIFY(after ? (*after)->time() > (*project)->time() : !after.error().message.isEmpty());
            ++(after ? made : refused);
        }
    }
    QVERIFY(made > 500);
    QVERIFY(refused > 500);
}

GATESCOPE_TEST(TstProjectEditProperties)
#include "tst_projecteditproperties.moc"
