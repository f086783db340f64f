// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "makeedit.h"

#include <models/evaluation/payloadconversion.h>

namespace Gatescope {

namespace {

QByteArray copied(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

void setAsideRules(PayloadEditor &editor, const Spec &spec)
{
    const JsonValue rules = spec.source["rules"];
    if (rules.size() == 0)
        return;
    editor.setMember(spec, spec.source, rulesWhenEnabled, copied(rules.rawText()));
    editor.setMember(spec, spec.source, "rules", "[]");
}

void bringBackRules(PayloadEditor &editor, const Spec &spec)
{
    const JsonValue kept = spec.source[rulesWhenEnabled];
    if (!kept.isArray())
        return;
    editor.setMember(spec, spec.source, "rules", copied(kept.rawText()));
    editor.removeMember(spec, spec.source, rulesWhenEnabled);
}

/// An object, or for gates true or false. In v1 a gate answers by its percentages alone (facts §11, 18 and
/// 19).
Result<> checkValue(const PayloadEditor &editor, const Spec &spec, const JsonValue &value)
{
    if (!isGateTable(spec)) {
        if (value.isObject())
            return {};
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("The value of %1 must be a JSON object, such as {\"label\": \"Buy\"}.")
                .arg(displayName(spec)));
    }
    if (editor.isV1())
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr(
                "In these specs (v1) a gate has no values: whom a rule passes gets true, all others "
                "false. Set the rule's percentage."));
    if (value.isBool())
        return {};
    return failure(ErrorCode::BadInput,
        PayloadEditor::tr("The value of the gate %1 is true or false.").arg(displayName(spec)));
}

/// Those of a group give what it gives.
bool isOverrideOf(const Rule &rule, const Rule &group)
{
    return rule.id.size() > group.id.size() && rule.id.starts_with(group.id)
        && rule.id[group.id.size()] == ':' && rule.id.ends_with("override")
        && jsonEquals(rule.returnValue, group.returnValue);
}

} // namespace

Result<> makeEdit(PayloadEditor &editor, const SetEnabled &edit)
{
    const Result<const Spec *> found = editor.spec(edit.entity);
    if (!found)
        return std::unexpected(found.error());
    const Spec &spec = **found;
    if (spec.enabled != edit.enabled)
        editor.setMember(spec, spec.source, "enabled", edit.enabled ? "true" : "false");
    if (editor.isV1())
        return {};
    if (edit.enabled)
        bringBackRules(editor, spec);
    else
        setAsideRules(editor, spec);
    return {};
}

Result<> makeEdit(PayloadEditor &editor, const SetPassPercentage &edit)
{
    if (!(edit.percent >= 0 && edit.percent <= 100))
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("A pass percentage is between 0 and 100, which %1 is not.").arg(edit.percent));
    const Result<EditedRule> found = editor.rule(edit.rule);
    if (!found)
        return std::unexpected(found.error());
    editor.setMember(*found->spec, found->source, "passPercentage", numberJson(edit.percent));
    return {};
}

Result<> makeEdit(PayloadEditor &editor, const SetReturnValue &edit)
{
    const Result<const Spec *> spec = editor.spec(edit.rule.entity);
    if (!spec)
        return std::unexpected(spec.error());
    const Result<JsonDocumentPtr> value = typedJson(edit.json);
    if (!value)
        return std::unexpected(value.error());
    const Result<> fits = checkValue(editor, **spec, (*value)->root());
    if (!fits)
        return fits;
    const QByteArray json = copied((*value)->root().rawText());
    if (edit.rule.ruleId.isEmpty()) {
        editor.setMember(**spec, (*spec)->source, "defaultValue", json);
        return {};
    }
    const Result<EditedRule> found = editor.rule(edit.rule);
    if (!found)
        return std::unexpected(found.error());
    editor.setMember(**spec, found->source, "returnValue", json);
    for (std::size_t i = 0; i < (*spec)->rules.size(); ++i)
        if (isOverrideOf((*spec)->rules[i], *found->rule))
            editor.setMember(**spec, editor.rule(**spec, i).source, "returnValue", json);
    return {};
}

} // namespace Gatescope
