// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparisonexport.h"

#include "comparisonnames.h"
#include "comparisonwords.h"

#include <models/evaluation/jsonwriter.h>
#include <models/explain/explanationnames.h>
#include <models/explain/markdowntext.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

class ComparisonMarkdown
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Comparison)
public:
    explicit ComparisonMarkdown(const ComparisonReport &report)
        : m_report(report)
        , m_comparison(*report.comparison)
    { }
    QString write();

private:
    void writeCounts();
    void writeUsers();
    void writeEntity(const EntityDifference &entity);
    void writeImpact();
    void writeEntityImpact(const EntityImpact &entry);
    static QString shown(const QString &text);

    const ComparisonReport &m_report;
    const Comparison &m_comparison;
    QString m_text;
};

QString ComparisonMarkdown::shown(const QString &text)
{
    return text.isEmpty() ? tr("nothing") : markdownCode(text);
}

QString ComparisonMarkdown::write()
{
    m_text = QStringLiteral("### ")
        + tr("%1 beside %2").arg(markdownCode(m_report.leftName), markdownCode(m_report.rightName))
        + QStringLiteral("\n\n") + markdownWords(comparisonSummary(m_comparison)) + u'\n';
    writeCounts();
    writeUsers();
    writeImpact();
    for (const EntityDifference &entity : m_comparison.differences)
        writeEntity(entity);
    if (m_comparison.isCut)
        m_text += u'\n' + tr("There are more differences than are listed here.") + u'\n';
    if (!m_report.program.isEmpty())
        m_text += u'\n' + markdownWords(m_report.program) + u'\n';
    return m_text;
}

void ComparisonMarkdown::writeCounts()
{
    if (m_comparison.isSame() || m_comparison.type == ComparedType::Json)
        return;
    m_text += u'\n' + tr("| | changed | left only | right only | same |")
        + QStringLiteral("\n|---|--:|--:|--:|--:|\n");
    for (const ComparedKind kind : comparedKinds) {
        const KindCounts &counts = m_comparison.of(kind);
        if (counts.different() + counts.same == 0)
            continue;
        m_text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                      .arg(kindPlural(kind))
                      .arg(counts.changed)
                      .arg(counts.removed)
                      .arg(counts.added)
                      .arg(counts.same);
    }
}

void ComparisonMarkdown::writeUsers()
{
    if (m_report.users.empty())
        return;
    m_text += QStringLiteral("\n#### ") + tr("How the users differ") + QStringLiteral("\n\n");
    const EntityDifference user;
    for (const FieldDifference &difference : m_report.users) {
        const bool isPrivate = isPrivateDifference(difference);
        const auto text = [&](CompareSide side) {
            return isPrivate ? privateMark() : shown(sideText(user, difference, side));
        };
        m_text +=
            QStringLiteral("- %1: %2 → %3\n")
                .arg(markdownCode(fieldWords(difference)), text(CompareSide::Left), text(CompareSide::Right));
    }
}

void ComparisonMarkdown::writeEntity(const EntityDifference &entity)
{
    m_text += QStringLiteral("\n#### ")
        + QStringLiteral("%1 (%2)").arg(markdownCode(entityName(entity)), kindWords(entity.kind));
    if (!entity.isNameKnown)
        m_text += tr(", name unknown");
    m_text += QStringLiteral("\n\n");
    if (entity.change != Change::Changed) {
        const CompareSide side = entity.change == Change::Removed ? CompareSide::Left : CompareSide::Right;
        m_text += QStringLiteral("- %1: %2\n")
                      .arg(changeWords(entity.change), shown(entityText(m_comparison.type, entity, side)));
        return;
    }
    for (const FieldDifference &difference : entity.fields)
        m_text += QStringLiteral("- %1: %2 → %3\n")
                      .arg(markdownWords(fieldWords(difference)),
                          shown(sideText(entity, difference, CompareSide::Left)),
                          shown(sideText(entity, difference, CompareSide::Right)));
}

void ComparisonMarkdown::writeImpact()
{
    if (!m_report.impact)
        return;
    const Impact &impact = *m_report.impact;
    const QLocale locale;
    m_text += QStringLiteral("\n#### ") + tr("Impact") + QStringLiteral("\n\n")
        + tr("%1 of %2 get another value for something; %3 can be reached by the changes.")
              .arg(locale.toString(impact.usersWithChange), userCount(impact.users),
                  entityCount(impact.entities))
        + QStringLiteral("\n\n");
    if (impact.usersLackingPrivate > 0)
        m_text += lackingPrivateWords(impact.usersLackingPrivate) + QStringLiteral("\n\n");
    for (const EntityImpact &entry : impact.entries)
        writeEntityImpact(entry);
}

void ComparisonMarkdown::writeEntityImpact(const EntityImpact &entry)
{
    const ImpactEntity &entity = entry.entity;
    QString line =
        QStringLiteral("- ") + markdownCode(displayName(entity.kind, QString::fromStdString(entity.name)));
    if (entry.users > 0)
        line = tr("%1: %2, such as user %3: %4 → %5")
                   .arg(line, userCount(entry.users),
                       entry.exampleUser.isEmpty() ? QString::number(entry.exampleNumber)
                                                   : markdownCode(entry.exampleUser),
                       shown(entry.left.text(entity.table, entity.kind)),
                       shown(entry.right.text(entity.table, entity.kind)));
    if (entry.ruleOnly > 0)
        line = (entry.users > 0 ? tr("%1; the same value by another rule for %2")
                                : tr("%1: the same value by another rule for %2"))
                   .arg(line, userCount(entry.ruleOnly));
    m_text += line + u'\n';
}

/// The comparison as JSON; its members are described in docs/diff-json.md.
class ComparisonJson
{
public:
    explicit ComparisonJson(const ComparisonReport &report)
        : m_report(report)
        , m_comparison(*report.comparison)
    { }
    QByteArray write();

private:
    void text(std::string_view key, const QString &value);
    void name(std::string_view key, std::string_view value);
    void number(std::string_view key, qint64 value);
    void boolean(std::string_view key, bool value);
    void value(std::string_view key, const JsonValue &value);
    void values(std::string_view key, const std::vector<JsonValue> &values);
    void writeCounts();
    void writeEntity(const EntityDifference &entity);
    void writeField(const EntityDifference &entity, const FieldDifference &difference);
    void writeUsers();
    void writeImpact();
    void writeImpactValue(std::string_view key, SpecTable table, const ImpactValue &value);

    const ComparisonReport &m_report;
    const Comparison &m_comparison;
    JsonWriter m_json;
};

void ComparisonJson::text(std::string_view key, const QString &value)
{
    m_json.key(key);
    m_json.raw(jsonQuoted(value));
}

void ComparisonJson::name(std::string_view key, std::string_view value)
{
    m_json.key(key);
    m_json.text(value);
}

void ComparisonJson::number(std::string_view key, qint64 value)
{
    m_json.key(key);
    m_json.integer(value);
}

void ComparisonJson::boolean(std::string_view key, bool value)
{
    m_json.key(key);
    m_json.boolean(value);
}

void ComparisonJson::value(std::string_view key, const JsonValue &value)
{
    if (!value.isValid())
        return;
    m_json.key(key);
    m_json.raw(jsonCompact(value));
}

/// Elements, or the keys that stand for them.
void ComparisonJson::values(std::string_view key, const std::vector<JsonValue> &values)
{
    m_json.key(key);
    m_json.beginArray();
    for (const JsonValue &value : values)
        m_json.raw(value.hasKey() ? jsonQuoted(value.key()) : jsonCompact(value));
    m_json.endArray();
}

QByteArray ComparisonJson::write()
{
    m_json.beginObject();
    name("type", jsonName(m_comparison.type));
    text("left", m_report.leftName);
    text("right", m_report.rightName);
    boolean("same", m_comparison.isSame());
    writeCounts();
    number("changed_fields", m_comparison.fieldCount);
    boolean("cut", m_comparison.isCut);
    writeUsers();
    m_json.key("entities");
    m_json.beginArray();
    for (const EntityDifference &entity : m_comparison.differences)
        writeEntity(entity);
    m_json.endArray();
    writeImpact();
    text("program", m_report.program);
    m_json.endObject();
    return m_json.take();
}

void ComparisonJson::writeCounts()
{
    m_json.key("counts");
    m_json.beginObject();
    for (const ComparedKind kind : comparedKinds) {
        const KindCounts &counts = m_comparison.of(kind);
        if (counts.different() + counts.same == 0)
            continue;
        m_json.key(jsonName(kind));
        m_json.beginObject();
        number("same", counts.same);
        number("changed", counts.changed);
        number("added", counts.added);
        number("removed", counts.removed);
        m_json.endObject();
    }
    m_json.endObject();
}

void ComparisonJson::writeEntity(const EntityDifference &entity)
{
    m_json.beginObject();
    name("kind", jsonName(entity.kind));
    text("name", entity.name);
    boolean("name_known", entity.isNameKnown);
    name("change", jsonName(entity.change));
    if (entity.change == Change::Changed) {
        m_json.key("fields");
        m_json.beginArray();
        for (const FieldDifference &difference : entity.fields)
            writeField(entity, difference);
        m_json.endArray();
    } else {
        value("left", entity.left);
        value("right", entity.right);
    }
    m_json.endObject();
}

void ComparisonJson::writeField(const EntityDifference &entity, const FieldDifference &difference)
{
    m_json.beginObject();
    text("field", fieldWords(difference));
    name("change", jsonName(difference.change));
    if (difference.left.isValid())
        text("left_path", difference.left.jsonPath());
    if (difference.right.isValid())
        text("right_path", difference.right.jsonPath());
    if (difference.detail && difference.detail->isSet) {
        values("removed", difference.detail->removed);
        values("added", difference.detail->added);
        number("in_both", difference.detail->inBoth);
    } else {
        value("left", difference.left);
        value("right", difference.right);
    }
    text("left_text", sideText(entity, difference, CompareSide::Left));
    text("right_text", sideText(entity, difference, CompareSide::Right));
    m_json.endObject();
}

void ComparisonJson::writeUsers()
{
    if (m_report.users.empty())
        return;
    m_json.key("users");
    m_json.beginArray();
    for (const FieldDifference &difference : m_report.users) {
        m_json.beginObject();
        text("field", fieldWords(difference));
        name("change", jsonName(difference.change));
        if (isPrivateDifference(difference)) {
            boolean("private", true);
        } else {
            value("left", difference.left);
            value("right", difference.right);
        }
        m_json.endObject();
    }
    m_json.endArray();
}

void ComparisonJson::writeImpactValue(std::string_view key, SpecTable table, const ImpactValue &value)
{
    m_json.key(key);
    m_json.beginObject();
    boolean("in_specs", value.isKnown);
    m_json.key("value");
    if (!value.isDetermined)
        m_json.null();
    else if (table == SpecTable::FeatureGates)
        m_json.boolean(value.isOn);
    else
        m_json.raw(value.json.isEmpty() ? QByteArrayLiteral("{}") : value.json);
    text("rule_id", value.rule);
    if (!value.group.isEmpty())
        text("group_name", value.group);
    if (!value.isDetermined)
        text("missing", value.missing);
    m_json.endObject();
}

void ComparisonJson::writeImpact()
{
    if (!m_report.impact)
        return;
    const Impact &impact = *m_report.impact;
    m_json.key("impact");
    m_json.beginObject();
    number("users", impact.users);
    number("users_with_change", impact.usersWithChange);
    if (impact.usersLackingPrivate > 0)
        number("users_lacking_private", impact.usersLackingPrivate);
    number("entities_evaluated", impact.entities);
    m_json.key("entities");
    m_json.beginArray();
    for (const EntityImpact &entry : impact.entries) {
        m_json.beginObject();
        name("kind", jsonName(entry.entity.kind));
        name("name", entry.entity.name);
        number("users", entry.users);
        number("rule_only", entry.ruleOnly);
        if (entry.users > 0) {
            m_json.key("example");
            m_json.beginObject();
            number("user", entry.exampleNumber);
            text("label", entry.exampleUser);
            writeImpactValue("left", entry.entity.table, entry.left);
            writeImpactValue("right", entry.entity.table, entry.right);
            m_json.endObject();
        }
        m_json.endObject();
    }
    m_json.endArray();
    m_json.endObject();
}

} // namespace

QString comparisonMarkdown(const ComparisonReport &report)
{
    return ComparisonMarkdown(report).write();
}

QByteArray comparisonJson(const ComparisonReport &report)
{
    return ComparisonJson(report).write();
}

} // namespace Gatescope
