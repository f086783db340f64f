// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editreading.h"
#include "makeedit.h"

#include <models/evaluation/jsonwriter.h>

namespace Gatescope {

namespace {

bool isTierCondition(const Condition &condition)
{
    return condition.type == ConditionType::EnvironmentField && condition.field == "tier";
}

bool listsTiers(const Condition &condition)
{
    return isTierCondition(condition) && condition.target.isArray()
        && (condition.op == Operator::Any || condition.op == Operator::AnyCaseSensitive);
}

QByteArray tiersJson(const QStringList &tiers)
{
    JsonWriter writer;
    writer.beginArray();
    for (const QString &tier : tiers)
        writer.text(tier.toStdString());
    writer.endArray();
    return writer.take();
}

QByteArray tierCondition(const QByteArray &tiers, std::string_view idType)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("type");
    writer.text("environment_field");
    writer.key("targetValue");
    writer.raw(tiers);
    writer.key("operator");
    writer.text("any");
    writer.key("field");
    writer.text("tier");
    writer.key("additionalValues");
    writer.raw("{}");
    writer.key("idType");
    writer.text(idType);
    writer.endObject();
    return writer.take();
}

/// The condition as it is but for what it compares with.
QByteArray withTiers(const PayloadEditor &editor, const Condition &condition, const QByteArray &tiers)
{
    JsonRewrite rewrite(editor.project().payload());
    rewrite.setMember(condition.source, "targetValue", tiers);
    if (!listsTiers(condition))
        rewrite.setMember(condition.source, "operator", R"("any")");
    return rewrite.text(condition.source);
}

void limit(PayloadEditor &editor, const EditedRule &rule, const QStringList &tiers)
{
    bool isLimited = tiers.isEmpty();
    for (std::size_t i = 0; i < rule.rule->conditions.size(); ++i) {
        const Condition &condition = editor.condition(rule, i);
        if (!isTierCondition(condition))
            continue;
        if (isLimited)
            editor.removeCondition(rule, i);
        else
            editor.setCondition(rule, i, withTiers(editor, condition, tiersJson(tiers)));
        isLimited = true;
    }
    if (!isLimited)
        editor.appendCondition(rule, tierCondition(tiersJson(tiers), rule.rule->idType));
}

} // namespace

QStringList ruleTiers(const Project &project, const Rule &rule)
{
    QStringList tiers;
    for (const std::uint32_t index : rule.conditions) {
        const Condition &condition = project.conditions()[index];
        for (quint32 i = 0; listsTiers(condition) && i < condition.target.size(); ++i)
            tiers << condition.target.at(i).toString();
    }
    return tiers;
}

Result<> makeEdit(PayloadEditor &editor, const SetTiers &edit)
{
    for (const QString &tier : edit.tiers)
        if (tier.trimmed().isEmpty())
            return failure(ErrorCode::BadInput, PayloadEditor::tr("A tier without a name cannot be set."));
    if (!edit.rule.ruleId.isEmpty()) {
        const Result<EditedRule> rule = editor.rule(edit.rule);
        if (!rule)
            return std::unexpected(rule.error());
        limit(editor, *rule, edit.tiers);
        return {};
    }
    const Result<const Spec *> spec = editor.spec(edit.rule.entity);
    if (!spec)
        return std::unexpected(spec.error());
    if ((*spec)->rules.empty())
        return failure(
            ErrorCode::BadInput, PayloadEditor::tr("%1 has no rules to limit.").arg(displayName(**spec)));
    for (std::size_t i = 0; i < (*spec)->rules.size(); ++i)
        limit(editor, editor.rule(**spec, i), edit.tiers);
    return {};
}

} // namespace Gatescope
