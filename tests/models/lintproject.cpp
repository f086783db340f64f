// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lintproject.h"

#include "evaluationfixtures.h"

namespace Gatescope::Test {

ProjectPtr checkoutOver(const QByteArrayList &conditions)
{
    QByteArrayList map;
    QByteArrayList rules;
    for (qsizetype i = 0; i < conditions.size(); ++i) {
        const QByteArray number = QByteArray::number(i);
        map << "\"c" + number + R"(":{"additionalValues":{},)" + conditions[i] + '}';
        rules << R"({"id":"r)" + number + R"(","name":"Gold tier","salt":"","passPercentage":100,
            "returnValue":true,"idType":"userID","conditions":["c)"
                + number + R"("]})";
    }
    return compiledProject(
        R"({"time":1,"has_updates":true,"feature_gates":{"checkout_v2":{"type":"feature_gate",
        "entity":"feature_gate","salt":"s","enabled":true,"defaultValue":false,"idType":"userID","rules":[)"
        + rules.join(',') + R"(]}},"dynamic_configs":{},"layer_configs":{},"experiment_to_layer":{},
        "condition_map":{)"
        + map.join(',') + "}}");
}

QByteArray conditionOn(
    const QByteArray &field, const QByteArray &op, const QByteArray &target, const QByteArray &type)
{
    return R"("idType":"userID","type":")" + type + R"(","field":")" + field + R"(","operator":")" + op
        + R"(","targetValue":)" + target;
}

} // namespace Gatescope::Test
