// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editreading.h"
#include "makeedit.h"

#include <models/evaluation/rulewords.h>

namespace Gatescope {

namespace {

struct TargetList
{
    EditedRule rule;
    std::size_t condition = 0;
    JsonValue targets;
    JsonDocumentPtr value; ///< what is to be added or removed

    QString words() const
    {
        const JsonValue root = value->root();
        return root.isString() ? root.toString()
                               : QString::fromUtf8(root.rawText().data(), qsizetype(root.rawText().size()));
    }
};

template<class Edit>
Result<TargetList> targetList(const PayloadEditor &editor, const Edit &edit)
{
    const Result<EditedRule> found = editor.rule(edit.rule);
    if (!found)
        return std::unexpected(found.error());
    const QString rule = ruleTitle(*found->rule);
    if (edit.condition < 0 || std::size_t(edit.condition) >= found->rule->conditions.size())
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("Rule %1 has no condition number %2.").arg(rule).arg(edit.condition + 1));
    const auto index = std::size_t(edit.condition);
    const Condition &condition = editor.condition(*found, index);
    if (!hasTargetList(condition))
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("Condition %1 of rule %2 has no list of values.")
                .arg(edit.condition + 1)
                .arg(rule));
    const Result<JsonDocumentPtr> value = typedJson(edit.json);
    if (!value)
        return std::unexpected(value.error());
    return TargetList {*found, index, condition.target, *value};
}

Result<> setTargets(PayloadEditor &editor, const TargetList &list, const JsonRewrite &rewrite)
{
    editor.setCondition(
        list.rule, list.condition, rewrite.text(editor.condition(list.rule, list.condition).source));
    return {};
}

} // namespace

bool hasTargetList(const Condition &condition)
{
    return condition.target.isArray() && condition.type != ConditionType::UserBucket;
}

Result<> makeEdit(PayloadEditor &editor, const AddTarget &edit)
{
    const Result<TargetList> list = targetList(editor, edit);
    if (!list)
        return std::unexpected(list.error());
    const JsonValue value = list->value->root();
    if (value.isContainer() || value.isNull())
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr(
                "A condition compares with a text, a number, true or false, which this is not."));
    for (quint32 i = 0; i < list->targets.size(); ++i)
        if (jsonEquals(list->targets.at(i), value))
            return failure(
                ErrorCode::BadInput, PayloadEditor::tr("%1 is in this list already.").arg(list->words()));
    JsonRewrite rewrite(editor.project().payload());
    rewrite.append(list->targets, QByteArray(value.rawText().data(), qsizetype(value.rawText().size())));
    return setTargets(editor, *list, rewrite);
}

Result<> makeEdit(PayloadEditor &editor, const RemoveTarget &edit)
{
    const Result<TargetList> list = targetList(editor, edit);
    if (!list)
        return std::unexpected(list.error());
    JsonRewrite rewrite(editor.project().payload());
    for (quint32 i = 0; i < list->targets.size(); ++i)
        if (jsonEquals(list->targets.at(i), list->value->root()))
            rewrite.remove(list->targets.at(i));
    if (rewrite.isEmpty())
        return failure(ErrorCode::BadInput, PayloadEditor::tr("%1 is not in this list.").arg(list->words()));
    return setTargets(editor, *list, rewrite);
}

} // namespace Gatescope
