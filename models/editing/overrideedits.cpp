// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "makeedit.h"
#include "overriderule.h"

#include <models/evaluation/jsonwriter.h>
#include <models/json/utf8text.h>

#include <algorithm>

namespace Gatescope {

namespace {

/// A unit ID on its way into, or out of, the overrides of one spec.
struct ForcedUnit
{
    std::string idType;
    QString id;
};

/// What an override gives.
struct OverrideValue
{
    std::string ruleId;
    std::optional<std::string_view> groupName;
    QByteArray json;
    int percent = 100;
    std::string_view delegate; ///< in layers
};

QByteArray unitCondition(const ForcedUnit &unit)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("type");
    writer.text("unit_id");
    writer.key("targetValue");
    writer.beginArray();
    writer.text(unit.id.toStdString());
    writer.endArray();
    writer.key("operator");
    writer.text("any");
    writer.key("field");
    writer.null();
    writer.key("additionalValues");
    writer.raw("{}");
    writer.key("idType");
    writer.text(unit.idType);
    writer.endObject();
    return writer.take();
}

/// All of the rule but its conditions, as Statsig writes overrides: in no experiment (facts §1.7).
QByteArray overrideMembers(const OverrideValue &value, std::string_view idType)
{
    JsonWriter writer;
    writer.beginObject();
    for (const std::string_view key : {"id", "name"}) {
        writer.key(key);
        writer.text(value.ruleId);
    }
    if (value.groupName) {
        writer.key("groupName");
        writer.text(*value.groupName);
    }
    writer.key("salt");
    writer.text("");
    writer.key("passPercentage");
    writer.integer(value.percent);
    writer.key("returnValue");
    writer.raw(value.json);
    writer.key("idType");
    writer.text(idType);
    if (!value.delegate.empty()) {
        writer.key("configDelegate");
        writer.text(value.delegate);
    }
    writer.endObject();
    return writer.take();
}

void writeIds(PayloadEditor &editor, const Spec &spec, const OverrideRule &rule, const JsonRewrite &rewrite)
{
    const EditedRule edited = editor.rule(spec, rule.rule);
    editor.setCondition(edited, 0, rewrite.text(editor.condition(edited, 0).source));
}

/// A rule that lists nobody any more goes.
bool removeId(PayloadEditor &editor, const Spec &spec, const OverrideRule &rule, const QString &id)
{
    const std::vector<JsonValue> places = rule.places(id);
    if (places.empty())
        return false;
    if (places.size() == rule.ids.size()) {
        editor.removeRule(editor.rule(spec, rule.rule));
        return true;
    }
    JsonRewrite rewrite(editor.project().payload());
    for (const JsonValue &place : places)
        rewrite.remove(place);
    writeIds(editor, spec, rule, rewrite);
    return true;
}

void addId(PayloadEditor &editor, const Spec &spec, const OverrideRule &rule, const QString &id)
{
    if (!rule.places(id).empty())
        return;
    JsonRewrite rewrite(editor.project().payload());
    rewrite.append(rule.ids, jsonQuoted(id));
    writeIds(editor, spec, rule, rewrite);
}

/// Among the overrides for IDs of its type the one that gives this; all others lose the ID. Nothing of what
/// is asked before an override could take the ID from it: one that is not in front of all other rules is
/// not used.
template<class GivesThis>
void moveInto(PayloadEditor &editor, const Spec &spec, const ForcedUnit &unit, const OverrideValue &value,
    const GivesThis &givesThis)
{
    const std::vector<OverrideRule> rules = overrideRules(editor.project(), spec);
    const OverrideRule *home = nullptr;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!isSameIdType(rules[i].idType, unit.idType))
            continue;
        if (!home && rules[i].rule == i && givesThis(rules[i]))
            home = &rules[i];
        else
            removeId(editor, spec, rules[i], unit.id);
    }
    if (home)
        addId(editor, spec, *home, unit.id);
    else
        editor.prependRule(spec, overrideMembers(value, unit.idType), unitCondition(unit));
}

const Spec *layerOf(const Project &project, const Spec &spec)
{
    const int index = spec.layer.empty() ? -1 : project.find(SpecTable::LayerConfigs, spec.layer);
    return index < 0 ? nullptr : &project.specs()[std::size_t(index)];
}

Result<OverrideValue> gateValue(const PayloadEditor &editor, const Spec &spec, const QString &group)
{
    const bool passes = group == QLatin1StringView("pass");
    if (!passes && group != QLatin1StringView("fail"))
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("The gate %1 can be forced to pass or to fail.").arg(displayName(spec)));
    OverrideValue value;
    if (editor.isV1()) {
        value.json = "true";
        value.percent = passes ? 100 : 0;
    } else {
        value.json = passes ? "true" : "false";
    }
    return value;
}

Result<OverrideValue> groupValue(const PayloadEditor &editor, const ForceIntoGroup &edit)
{
    const Result<EditedRule> found = editor.rule({edit.entity, edit.group});
    if (!found)
        return std::unexpected(found.error());
    const std::string_view json = found->source["returnValue"].rawText();
    OverrideValue value;
    value.json = json.empty() ? QByteArray("{}") : QByteArray(json.data(), qsizetype(json.size()));
    if (found->rule->hasGroupName)
        value.groupName = found->rule->groupName;
    return value;
}

/// The layer, which is asked first, must give the ID to the experiment.
void moveInLayer(PayloadEditor &editor, const Spec &layer, const Spec &experiment, const ForcedUnit &unit,
    const std::string &group)
{
    const std::string_view fallback = layer.defaultValue.rawText();
    OverrideValue value;
    value.ruleId = std::string(experiment.name) + ' ' + group + ':' + unit.idType + ":id_override";
    value.json =
        fallback.empty() ? QByteArray("{}") : QByteArray(fallback.data(), qsizetype(fallback.size()));
    value.delegate = experiment.name;
    moveInto(editor, layer, unit, value,
        [&](const OverrideRule &rule) { return layer.rules[rule.rule].configDelegate == experiment.name; });
}

/// In v2 what is off has no rules; in v1 an override would not count.
Result<> checkEnabled(const Spec *spec)
{
    if (!spec || spec->enabled)
        return {};
    return failure(ErrorCode::BadInput,
        PayloadEditor::tr("%1 is off. Enable it to change who is forced into a group.")
            .arg(displayName(*spec)));
}

template<class Edit>
Result<const Spec *> overriddenSpec(const PayloadEditor &editor, const Edit &edit)
{
    if (edit.idType.isEmpty() || edit.id.isEmpty())
        return failure(ErrorCode::BadInput, PayloadEditor::tr("Which ID is it? Give its type and the ID."));
    if (edit.entity.table == SpecTable::LayerConfigs)
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("IDs are forced into the groups of an experiment; its layer follows."));
    const Result<const Spec *> spec = editor.spec(edit.entity);
    if (!spec)
        return spec;
    for (const Spec *one : {*spec, layerOf(editor.project(), **spec)})
        if (const Result<> enabled = checkEnabled(one); !enabled)
            return std::unexpected(enabled.error());
    return spec;
}

} // namespace

Result<> makeEdit(PayloadEditor &editor, const ForceIntoGroup &edit)
{
    const Result<const Spec *> found = overriddenSpec(editor, edit);
    if (!found)
        return std::unexpected(found.error());
    const Spec &spec = **found;
    Result<OverrideValue> value =
        isGateTable(spec) ? gateValue(editor, spec, edit.group) : groupValue(editor, edit);
    if (!value)
        return std::unexpected(value.error());
    const ForcedUnit unit {edit.idType.toStdString(), edit.id};
    const std::string group = edit.group.toStdString();
    value->ruleId = group + ':' + unit.idType + ":id_override";
    moveInto(editor, spec, unit, *value, [&](const OverrideRule &rule) { return rule.group == group; });
    if (const Spec *layer = layerOf(editor.project(), spec))
        moveInLayer(editor, *layer, spec, unit, group);
    return {};
}

Result<> makeEdit(PayloadEditor &editor, const Unforce &edit)
{
    const Result<const Spec *> found = overriddenSpec(editor, edit);
    if (!found)
        return std::unexpected(found.error());
    const std::string idType = edit.idType.toStdString();
    const Project &project = editor.project();
    bool wasForced = false;
    for (const OverrideRule &rule : overrideRules(project, **found))
        if (isSameIdType(rule.idType, idType))
            wasForced = removeId(editor, **found, rule, edit.id) || wasForced;
    if (!wasForced)
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("%1 %2 is not forced in %3.").arg(edit.idType, edit.id, displayName(**found)));
    const Spec *layer = layerOf(project, **found);
    if (!layer)
        return {};
    for (const OverrideRule &rule : overrideRules(project, *layer))
        if (isSameIdType(rule.idType, idType) && layer->rules[rule.rule].configDelegate == (*found)->name)
            removeId(editor, *layer, rule, edit.id);
    return {};
}

} // namespace Gatescope
