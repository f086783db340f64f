// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "hostilepayload.h"

#include <QList>

namespace Gatescope::Test {

namespace {

QByteArray specMember(
    const QByteArray &name, const QByteArray &entity, const QByteArray &fallback, const QByteArray &rules)
{
    return '"' + name + R"(":{"type":"x","entity":")" + entity
        + R"(","salt":"s","enabled":true,"idType":"userID","defaultValue":)" + fallback + R"(,"rules":[)"
        + rules + "]}";
}

} // namespace

QByteArray gateMember(const QByteArray &name, const QByteArray &rules)
{
    return specMember(name, "feature_gate", "false", rules);
}

QByteArray experimentMember(const QByteArray &name, const QByteArray &rules)
{
    return specMember(name, "experiment", "{}", rules);
}

QByteArray layerMember(const QByteArray &name, const QByteArray &rules)
{
    return specMember(name, "layer", "{}", rules);
}

QByteArray conditionMember(
    const QByteArray &hash, const QByteArray &type, const QByteArray &target, const QByteArray &more)
{
    return '"' + hash + R"(":{"type":")" + type + R"(","idType":"userID","targetValue":)" + target + more
        + '}';
}

QByteArray gateCondition(const QByteArray &hash, const QByteArray &gate)
{
    return conditionMember(hash, "pass_gate", '"' + gate + '"');
}

QByteArray groupCondition(const QByteArray &hash, const QByteArray &experiment)
{
    return conditionMember(
        hash, "experiment_group", R"(["G"])", R"(,"operator":"any","field":")" + experiment + '"');
}

QByteArray listCondition(const QByteArray &hash)
{
    return conditionMember(hash, "unit_id", R"("list")", R"(,"operator":"in_segment_list")");
}

QByteArray decimal(int number)
{
    return QByteArray::number(number);
}

QByteArray ruleText(const QByteArray &conditions, const QByteArray &more)
{
    QByteArray hashes = '"' + conditions + '"';
    hashes.replace(" ", "\",\"");
    return R"({"id":"r","name":"r","salt":"","passPercentage":100,"idType":"userID","returnValue":true,"conditions":[)"
        + (conditions.isEmpty() ? QByteArray() : hashes) + ']' + more + '}';
}

QByteArray payloadOfParts(const PayloadParts &parts)
{
    return R"({"has_updates":true,"time":1,"feature_gates":{)" + parts.gates + R"(},"dynamic_configs":{)"
        + parts.configs + R"(},"layer_configs":{)" + parts.layers + R"(},"condition_map":{)"
        + parts.conditions + '}' + parts.more + '}';
}

} // namespace Gatescope::Test
