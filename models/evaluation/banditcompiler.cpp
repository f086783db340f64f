// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "banditcompiler.h"

namespace Gatescope {

namespace {

Bandit::Model compileModel(const JsonValue &source)
{
    Bandit::Model model;
    model.alpha = source.member("alpha").toDouble();
    model.intercept = source.member("intercept").toDouble();
    model.records = source.member("records").toInt64().value_or(0);
    const JsonValue numerical = source.member("weightsNumerical");
    for (quint32 i = 0; i < numerical.size(); ++i)
        model.numerical.emplace_back(FieldName(numerical.at(i).keyUtf8()), numerical.at(i).toDouble());
    const JsonValue categorical = source.member("weightsCategorical");
    for (quint32 i = 0; i < categorical.size(); ++i) {
        const JsonValue weights = categorical.at(i);
        auto &entry = model.categorical.emplace_back();
        entry.first = FieldName(weights.keyUtf8());
        for (quint32 j = 0; j < weights.size(); ++j)
            entry.second.insert_or_assign(weights.at(j).keyUtf8(), weights.at(j).toDouble());
    }
    return model;
}

} // namespace

Bandit compileBandit(const JsonValue &source, PayloadTexts &texts)
{
    Bandit bandit;
    bandit.name = source.keyUtf8();
    bandit.salt = source.member("salt").toUtf8();
    bandit.idType = FieldName(source.member("idType").toUtf8());
    bandit.enabled = source.member("enabled").toBool();
    bandit.higherIsBetter = source.member("higherIsBetter").toBool();
    bandit.sampleRate = source.member("sampleRate").toDouble();
    bandit.defaultValue = source.member("defaultValue");
    bandit.defaultJson = texts.object(bandit.defaultValue);
    if (const JsonValue gate = source.member("targetingGateName"); gate.isString())
        bandit.targetingGate = gate.toUtf8();
    const JsonValue apps = source.member("targetAppIDs");
    for (quint32 i = 0; i < apps.size(); ++i)
        bandit.targetAppIds.push_back(apps.at(i).toUtf8());
    const JsonValue models = source.member("config");
    bandit.hasModels = models.isObject();
    const JsonValue groups = source.member("groups");
    for (quint32 i = 0; i < groups.size(); ++i) {
        const JsonValue group = groups.at(i);
        const JsonValue value = group.member("parameterValues");
        bandit.groups.push_back(
            {group.member("id").toUtf8(), group.member("name").toUtf8(), value, texts.object(value)});
        const JsonValue model = models.member(bandit.groups.back().id);
        bandit.models.push_back(model.isObject() ? std::optional(compileModel(model)) : std::nullopt);
    }
    return bandit;
}

} // namespace Gatescope
