// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "payloadeditor.h"

#include <models/json/utf8text.h>

#include <algorithm>
#include <limits>

namespace Gatescope {

namespace {

std::string utf8Of(const QString &text)
{
    return text.toStdString();
}

bool isWrittenAlready(const JsonValue &value, const QByteArray &json)
{
    const auto parsed = JsonDocument::parse(json);
    return value.isValid() && parsed && jsonEquals(value, (*parsed)->root());
}

} // namespace

std::string_view textView(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

PayloadEditor::PayloadEditor(const Project &project)
    : m_project(project)
    , m_rewrite(project.payload())
{
    if (!isV1())
        m_conditions.emplace(project.payload());
}

Result<const Spec *> PayloadEditor::spec(const EntityRef &entity) const
{
    const int index = m_project.find(entity.table, utf8Of(entity.name));
    if (index < 0)
        return failure(ErrorCode::BadInput, tr("There is no %1 in these specs.").arg(entity.name));
    return &m_project.specs()[std::size_t(index)];
}

Result<EditedRule> PayloadEditor::rule(const RuleRef &ref) const
{
    const Result<const Spec *> found = spec(ref.entity);
    if (!found)
        return std::unexpected(found.error());
    int repeat = ref.repeat;
    const std::string id = utf8Of(ref.ruleId);
    for (std::size_t i = 0; i < (*found)->rules.size(); ++i)
        if ((*found)->rules[i].id == id && repeat-- == 0)
            return rule(**found, i);
    if (!(*found)->enabled && (*found)->rules.empty())
        return failure(
            ErrorCode::BadInput, tr("%1 is off. Enable it to change its rules.").arg(displayName(**found)));
    return failure(
        ErrorCode::BadInput, tr("%1 has no rule with the ID %2.").arg(displayName(**found), ref.ruleId));
}

EditedRule PayloadEditor::rule(const Spec &spec, std::size_t index) const
{
    return {&spec, &spec.rules[index], spec.source["rules"].at(quint32(index))};
}

void PayloadEditor::setMember(
    const Spec &spec, const JsonValue &object, std::string_view key, const QByteArray &json)
{
    if (isWrittenAlready(object[key], json))
        return;
    touch(spec);
    m_rewrite.setMember(object, key, json);
}

void PayloadEditor::removeMember(const Spec &spec, const JsonValue &object, std::string_view key)
{
    if (!object[key].isValid())
        return;
    touch(spec);
    m_rewrite.removeMember(object, key);
}

const Condition &PayloadEditor::condition(const EditedRule &rule, std::size_t index) const
{
    return m_project.conditions()[rule.rule->conditions[index]];
}

QByteArray PayloadEditor::withTarget(const Condition &condition, const QByteArray &json) const
{
    JsonRewrite rewrite(m_project.payload());
    rewrite.setMember(condition.source, "targetValue", json);
    return rewrite.text(condition.source);
}

void PayloadEditor::setCondition(const EditedRule &rule, std::size_t index, const QByteArray &json)
{
    if (condition(rule, index).source.rawText() == textView(json))
        return;
    touch(*rule.spec);
    const JsonValue entry = rule.source["conditions"].at(quint32(index));
    release(entry);
    m_rewrite.replace(entry, conditionEntry(json));
}

void PayloadEditor::removeCondition(const EditedRule &rule, std::size_t index)
{
    touch(*rule.spec);
    const JsonValue entry = rule.source["conditions"].at(quint32(index));
    release(entry);
    m_rewrite.remove(entry);
}

void PayloadEditor::appendCondition(const EditedRule &rule, const QByteArray &json)
{
    touch(*rule.spec);
    m_rewrite.append(rule.source["conditions"], conditionEntry(json));
}

void PayloadEditor::prependRule(const Spec &spec, const QByteArray &members, const QByteArray &condition)
{
    touch(spec);
    m_rewrite.insert(spec.source["rules"], 0,
        members.chopped(1) + R"(,"conditions":[)" + conditionEntry(condition) + "]}");
}

void PayloadEditor::removeRule(const EditedRule &rule)
{
    touch(*rule.spec);
    const JsonValue conditions = rule.source["conditions"];
    for (quint32 i = 0; i < conditions.size(); ++i)
        release(conditions.at(i));
    m_rewrite.remove(rule.source);
}

QByteArray PayloadEditor::conditionEntry(const QByteArray &json)
{
    return m_conditions ? jsonQuoted(QString::fromStdString(m_conditions->add(json))) : json;
}

void PayloadEditor::release(const JsonValue &entry)
{
    if (m_conditions)
        m_conditions->release(entry.toUtf8());
}

Result<ProjectPtr> PayloadEditor::finish(qint64 now)
{
    if (m_rewrite.isEmpty())
        return failure(ErrorCode::BadInput, tr("It is so already: nothing would change."));
    if (m_conditions)
        m_conditions->write(m_rewrite);
    for (const Spec *spec : m_touched)
        m_rewrite.removeMember(spec->source, "checksum");
    return publishedProject(m_project, std::move(m_rewrite), now);
}

Result<ProjectPtr> publishedProject(const Project &project, JsonRewrite rewrite, qint64 now)
{
    if (project.time() == std::numeric_limits<qint64>::max())
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr(
                "The time of these specs is the last there is: no client would take a change for news."));
    const JsonValue root = project.payload()->root();
    rewrite.setMember(root, "time", QByteArray::number(std::max(now, project.time() + 1)));
    rewrite.removeMember(root, "checksum");
    const Result<JsonDocumentPtr> document = JsonDocument::parse(rewrite.text());
    if (!document)
        return std::unexpected(document.error());
    return Project::compile(*document);
}

} // namespace Gatescope
